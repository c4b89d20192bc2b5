// Values: the fields of an event judged by their table. The mirror of the readers in `ikw.values`.
//
// A record is what a file will hold: texts, lists and groups. A fault says its `field` as a check does, and `at`, where in the record.

import { spelled } from "./days.js";
import { nearest, slipOf } from "./known.js";
import { isBlank, longFault, markupFault } from "./lines.js";
import { ERROR, fault, letters, oneLine, short } from "./rules.js";
import { amount, SCALARS } from "./scalars.js";
import { readHours, readMoment, readWhen, readWindows } from "./when/reading.js";

const asList = (value) => (Array.isArray(value) ? value : [value]);
const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

export class Reader {
  constructor(rules, span) {
    Object.assign(this, { rules, span, faults: [] });
  }

  note(found, field, at) {
    for (const one of asList(found)) if (one) this.faults.push({ ...one, field, at });
  }

  // Reads a group of fields; what is absent or wrong is absent from the result.
  mapping(table, record, field = "", at = "") {
    const values = {};
    const [prefix, place] = [field && `${field}.`, at && `${at}.`];
    for (const [name, value] of Object.entries(record)) {
      if (isBlank(value) || !(name in table)) continue;
      const found = this.read(table[name], value, prefix + name, place + name);
      if (found !== null && found !== undefined) values[name] = found;
    }
    for (const [name, { required, example }] of Object.entries(table)) {
      if (!required || !isBlank(record[name])) continue;
      const found = fault(this.rules, example ? "missing" : "missing-bare", { line: `${name}: ${example ?? "…"}`, example: example ?? "" });
      this.note(found, prefix + name, place + name);
    }
    return values;
  }

  read(field, value, label, at) {
    if (field.kind in SCALARS) return this.single(SCALARS[field.kind], value, label, at);
    return KINDS[field.kind]?.call(this, field, value, label, at) ?? null;
  }

  single(read, value, label, at) {
    const text = oneLine(value, this.rules);
    if (!text) return null;
    const [found, wrong] = read(text, this.rules);
    this.note(wrong, label, at);
    return found;
  }

  // A text that others will read: without markup, which would be many faults to them.
  plain(value, label, at) {
    const text = oneLine(value, this.rules);
    const wrong = text ? markupFault(text, this.rules) : null;
    this.note(wrong, label, at);
    return text && !wrong ? text : null;
  }

  rows(field, value, label, at) {
    return asList(value).map((row, place) => this.mapping(field.fields, row, label, `${at}.${place}`));
  }
}

function text(field, value, label, at) {
  const line = oneLine(value, this.rules);
  const wrong = line ? markupFault(line, this.rules) ?? longFault(line, field.limit, this.rules) : null;
  this.note(wrong, label, at);
  return line && wrong?.severity !== ERROR ? line : null;
}

function people(field, value, label, at) {
  return asList(value).map((one, place) => person.call(this, field, one, label, `${at}.${place}`)).filter(Boolean);
}

function person(field, value, label, at) {
  const { rules } = this;
  const ids = Object.keys(rules.known.organisers);
  const name = text.call(this, field, value, label, at);
  if (!name || ids.includes(name)) return name;
  const isId = rules.whole.id.test(name);
  const slip = isId ? slipOf(ids, name) : null;
  if (!slip && !(isId && name.includes("-"))) return name;
  const near = slip ?? nearest(ids, name, rules);
  this.note(fault(rules, slip ? "person-slip" : near ? "person-near" : "person-unknown", { value: short(name, rules), file: "organisers.yaml", near: near ?? "" }), label, at);
  return null;
}

function venue(field, value, label, at) {
  const { fields } = this.rules.fields.venue;
  return asList(value).map((one, place) => {
    if (!isGroup(one)) return one;
    const values = this.mapping(fields, one, label, Array.isArray(value) ? `${at}.${place}` : at);
    return values.name ? values : null;
  }).filter(Boolean);
}

function when(field, value, label, at) {
  const before = this.errors();
  const { limits } = this.rules;
  const found = asList(value).flatMap((item, place) => occurrencesOf.call(this, field, item, label, `${at}.${place}`));
  if (found.length > limits.occurrences) this.note(fault(this.rules, "occurrences", { n: found.length, limit: limits.occurrences }), label, at);
  found.forEach((one, place) => { one.key = String(place + 1); });
  return this.errors() === before ? found : null;
}

Reader.prototype.errors = function errors() {
  return this.faults.filter(({ severity }) => severity === ERROR).length;
};

function occurrencesOf(field, item, label, at) {
  if (!isGroup(item)) return timesOf.call(this, this.plain(item, label, at), label, at);
  const { on, time, venue: venues, room, note } = this.mapping(field.fields, item, label, at);
  if (on === undefined) return [];
  const own = Object.fromEntries(Object.entries({ venues, room, note }).filter(([, given]) => given !== undefined));
  return timesOf.call(this, `${on} ${time ?? ""}`.trim(), label, at).map((one) => ({ ...one, ...own }));
}

function timesOf(words, label, at) {
  const [found, faults] = words ? readWhen(words, this.span, this.rules) : [[], []];
  this.note(faults, label, at);
  return found;
}

function hours(field, value, label, at) {
  const days = ["mo", "di", "mi", "do", "fr", "sa", "so"];
  const found = [];
  Object.entries(value).forEach(([weekdays, windows], place) => {
    const name = letters(oneLine(weekdays, this.rules)).map((sign) => (/^[^\p{C}\p{Z}]$| /u.test(sign) ? sign : "\ufffd")).join("");
    const [own, here] = [`${label}.${short(name, this.rules, 40)}`, `${at}.${place}`];
    const times = isBlank(windows) ? "" : this.plain(windows, own, here);
    if (times === null) return;
    const [one, faults] = readHours(weekdays, times, this.rules);
    this.note(faults, own, here);
    if (!one) return;
    const twice = one.weekdays.find((day) => found.some((before) => before.weekdays.includes(day)));
    if (twice !== undefined) this.note(fault(this.rules, "hours-twice", { day: days[twice] }), own, here);
    found.push(one);
  });
  return found;
}

function window(field, value, label, at) {
  const words = this.plain(value, label, at);
  if (!words) return null;
  const [found, faults] = readWindows(words, this.rules);
  this.note(faults, label, at);
  if (found.length === 1) return found[0];
  if (!faults.length) this.note(fault(this.rules, "window", { value: short(words, this.rules) }), label, at);
  return null;
}

function moment(field, value, label, at) {
  const words = this.plain(value, label, at);
  if (!words) return null;
  const [found, faults] = readMoment(words, this.span, this.rules);
  this.note(faults, label, at);
  return found;
}

function cost(field, value, label, at) {
  if (!isGroup(value)) {
    const word = oneLine(value, this.rules).toLowerCase();
    if (word === "free" || word === "donation") return { kind: word };
    const [regular, wrong] = amount(oneLine(value, this.rules), this.rules);
    this.note(wrong, label, at);
    return wrong ? null : price({ regular });
  }
  const values = this.mapping(field.fields, value, label, at);
  const { regular, reduced } = values;
  if (reduced !== undefined && isBlank(value.regular)) this.note(fault(this.rules, "price-alone"), `${label}.regular`, `${at}.regular`);
  else if (regular !== undefined && reduced !== undefined && reduced > regular) {
    const seen = { regular: short(value.regular, this.rules), reduced: short(value.reduced, this.rules) };
    this.note(fault(this.rules, "price-order", seen), `${label}.reduced`, `${at}.reduced`);
  }
  return Object.keys(values).length ? price(values) : null;
}

const price = ({ regular, reduced, note }) => (regular === 0 && !reduced ? { kind: "free", note } : { kind: "price", regular, reduced, note });

function registration(field, value, label, at) {
  if (!isGroup(value)) return { needed: value !== "nein" };
  return { needed: true, ...this.mapping(field.fields, value, label, at) };
}

function contact(field, value, label, at) {
  const { consent, ...values } = this.mapping(field.fields, value, label, at);
  if (consent) return values;
  this.note(fault(this.rules, "contact-consent"), label, at);
  return null;
}

const rows = function rows(field, value, label, at) {
  return this.rows(field, value, label, at);
};
const asWritten = (field, value) => value;

const KINDS = {
  text, people, venue, when, hours, window, moment, cost, registration, contact,
  words: text, offer: text, "yes-text": text, schedule: rows, links: rows, category: asWritten, municipality: asWritten,
  choices: asWritten, languages: asWritten, image: asWritten, yes: (field, value) => value === "ja",
};

// The day until which one can register lies after the last date.
export function lateFault(until, occurrences, rules) {
  if (!until || !occurrences.length || occurrences.some(({ lastDay }) => lastDay === null)) return null;
  const last = Math.max(...occurrences.map(({ lastDay }) => lastDay));
  return until.day > last ? fault(rules, "registration-late", { day: spelled(until.day) }) : null;
}
