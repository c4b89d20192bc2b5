// Judge: everything a check says of one event, from what its file will hold. The mirror of `ikw.parse`.

import { isBlank } from "./lines.js";
import { lookalikes } from "./lookalikes.js";
import { proseFaults } from "./prose.js";
import { fault, isWrong } from "./rules.js";
import { stacks } from "./stacks.js";
import { unprinted } from "./unprinted.js";
import { lateFault, Reader } from "./values.js";
import { frontOf, textOf } from "./writer.js";

// Returns {values, faults}: the values that were read, and the faults, each with the field that a check names and its place.
export function judge({ record, body }, span, rules) {
  const reader = new Reader(rules, span);
  const values = reader.mapping(rules.fields, record);
  reader.note(proseFaults(body && `${body}\n`, rules), "", "text"); // as it stands in the file
  for (const name of ["image_alt", "image_credit"]) {
    if (record.image && isBlank(record[name])) reader.note(fault(rules, name.replace("_", "-"), { image: record.image }), name, name);
  }
  const isRange = (values.when ?? []).some(({ day, lastDay }) => lastDay !== day);
  if (values.hours && values.when && !isRange) reader.note(fault(rules, "hours-range"), "hours", "hours");
  for (const [name, others] of Object.entries(rules.expected)) {
    if ([name, ...others].every((one) => isBlank(record[one]))) reader.note(fault(rules, `${name}-missing`), name, name);
  }
  reader.note(fileFaults(record, body, rules), "", "");
  if (!isWrong(reader.faults)) {
    reader.note(lateFault(values.registration?.until, values.when ?? [], rules), "registration.until", "registration.until");
  }
  return { values, faults: reader.faults };
}

function fileFaults(record, body, rules) {
  const text = textOf(record, body);
  const found = [...lookalikes(text, rules), ...stacks(text, rules), ...unprinted(text, rules)];
  const size = new TextEncoder().encode(frontOf(record)).length;
  const limit = rules.limits.front;
  return size > limit ? [...found, fault(rules, "front-long", { seen: Math.ceil(size / 1024), limit: limit / 1024 })] : found;
}
