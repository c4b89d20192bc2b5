// Answers questions about the form's functions: {rules, questions: [[name, …arguments]]} on standard input, answers on standard output.

import { readFileSync } from "node:fs";

const form = new URL("../../theme/static/js/form/", import.meta.url);
const load = (name) => import(new URL(name, form));
const { prepare, say } = await load("rules.js");
const { invisible } = await load("entities.js");
const { spanOf, toIso, two } = await load("days.js");
const reading = await load("when/reading.js");
const { SCALARS } = await load("scalars.js");
const { markupFault, longFault } = await load("lines.js");
const { clean } = await load("characters.js");
const { lookalikes } = await load("lookalikes.js");
const { stacks } = await load("stacks.js");
const { proseFaults } = await load("prose.js");
const { unprinted } = await load("unprinted.js");
const { nearestId, freeId, nearest, slipOf } = await load("known.js");
const { judge } = await load("judge.js");
const { recordOf } = await load("record.js");
const { letterOf, proposal } = await load("endings.js");
const { neighbourFaults, plain } = await load("neighbours.js");
const { cardOf } = await load("card.js");
const { scalar, textOf } = await load("writer.js");

const { rules: data, questions, entities } = JSON.parse(readFileSync(0, "utf8"));
const rules = prepare(data);
// A browser has its own table of entities.
rules.unescape = (text) => {
  const number = /^&#(?:[xX]([0-9a-fA-F]+)|(\d+));$/.exec(text);
  if (!number) return entities[text] ?? begun(text);
  const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
  if (code > 127 && code < 160) return WINDOWS[code - 128];
  return invisible(code) ? "" : String.fromCodePoint(code === 0 || code > 0x10ffff ? 0xfffd : code);
};
// What HTML makes of the numbers of controls; not by a TextDecoder, which in Node.js takes these letters for those of Latin 1.
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
// `&notit;` begins with an entity that needs no end.
const begun = (text) => {
  for (let end = text.length - 1; end > 2; end--) {
    if (text.slice(0, end) in entities) return entities[text.slice(0, end)] + text.slice(end);
  }
  return text;
};
const span = spanOf(data.edition);

const said = (faults) => faults.map((one) => ({ code: one.code, severity: one.severity, ...say(rules, one) }));
const clock = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const moment = (one) => {
  if (one.minutes === null) return toIso(one.day);
  const sign = one.offset < 0 ? "-" : "+";
  const ahead = Math.abs(one.offset);
  return `${toIso(one.day)}T${clock(one.minutes)}${sign}${clock(ahead)}`;
};

// As when_cases.json writes an occurrence.
const notation = ({ day, lastDay, start, end, words }) => {
  if (start) {
    const found = `${moment(start)}/${end ? moment(end) : ".."}`;
    return start.day === day ? found : `${toIso(day)}: ${found}`;
  }
  const last = lastDay === day ? "" : `/${lastDay === null ? ".." : toIso(lastDay)}`;
  return `${toIso(day)}${last}${words ? ` ${words}` : ""}`;
};

const answers = {
  when(text) {
    const [found, faults] = reading.readWhen(text, span, rules);
    return { found: found.map(notation), keys: found.map(({ key }) => key), faults: said(faults) };
  },
  moment(text) {
    const [found, faults] = reading.readMoment(text, span, rules);
    return { found: found && moment(found), faults: said(faults) };
  },
  hours(weekdays, windows) {
    const [found, faults] = reading.readHours(weekdays, windows, rules);
    return { found, faults: said(faults) };
  },
  windows(text) {
    const [found, faults] = reading.readWindows(text, rules);
    return { found, faults: said(faults) };
  },
  scalar(kind, text) {
    const [value, wrong] = SCALARS[kind](text, rules);
    return { value, faults: said(wrong ? [wrong] : []) };
  },
  line: (text, limit) => said([markupFault(text, rules) ?? longFault(text, limit, rules)].filter(Boolean)),
  clean: (text) => clean(text, rules),
  lookalikes: (text) => said(lookalikes(text, rules)),
  stacks: (text) => said(stacks(text, rules)),
  prose: (text) => said(proseFaults(text, rules)),
  unprinted: (text) => said(unprinted(text, rules)),
  id: (name) => nearestId(name, rules),
  free: (name) => freeId(name, "veranstaltung", rules),
  near: (ids, name) => [slipOf(ids, name), nearest(ids, name, rules)],
  scalars: (texts) => texts.map(scalar),
  plain: (text) => plain(text),
  proposal: (form, file) => proposal(form, file, rules),
  neighbours(answers) {
    const made = recordOf(answers, rules);
    const { values, faults } = judge(made, span, rules);
    if (faults.some(({ severity }) => severity === "error")) return null;
    const found = neighbourFaults({ id: made.id, values }, rules.neighbours, rules);
    return found.map((one) => ({ field: one.field, other: one.other, code: one.code, severity: one.severity, ...say(rules, one) }));
  },
  card(answers) {
    const made = recordOf(answers, rules);
    const { values, faults } = judge(made, span, rules);
    return { id: made.id, text: textOf(made.record, made.body), isWrong: faults.some(({ severity }) => severity === "error"), card: cardOf(made.record, values, rules) };
  },
  event(answers) {
    const made = recordOf(answers, rules);
    const { faults } = judge(made, span, rules);
    const file = { id: made.id, title: made.record.title ?? "", text: textOf(made.record, made.body), hasPicture: Boolean(made.record.image) };
    return { ...made, text: file.text, letter: letterOf(file, rules).body, faults: said(faults).map((one, place) => ({ field: faults[place].field, ...one })) };
  },
};

const made = [];
for (const [name, ...rest] of questions) made.push(await answers[name](...rest));
process.stdout.write(JSON.stringify(made));
