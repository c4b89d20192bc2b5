// When reader: a cursor over the tokens of a text, and how a reading ends early. The mirror of `ikw.when.reader`.

import { named } from "./names.js";
import { spelled } from "../days.js";
import { fault, isWrong, letters } from "../rules.js";
import { cut } from "./tokens.js";

export const DAYS = ["iso", "full", "short_year", "day_month", "named", "day"];
export const CLOCKS = ["clock", "dotted", "hour"];
export const TIMES = [...CLOCKS, "words"];
export const DASHES = ["dash", "until"];
export const JOINS = ["comma", "and", "slash"];

export class Refused extends Error {
  constructor(found) {
    super(found.code);
    this.fault = found;
  }
}

export class Reader {
  constructor(text, span, example, rules, isProgramme = false) {
    Object.assign(this, { text, span, example, rules, isProgramme, faults: [], place: 0 });
    const end = { name: "end", text: "", start: text.length, stop: text.length, values: [] };
    this.tokens = [...cut(text, rules.when), end, end, end];
  }

  token = (ahead = 0) => this.tokens.at(this.place + ahead);
  name = (ahead = 0) => this.token(ahead).name;

  past(names, start = 0) {
    while (names.includes(this.name(start))) start += 1;
    return start;
  }

  leadsToDate = (start = 0) => DAYS.includes(this.name(this.past([...JOINS, "from", "weekday"], start)));

  take(...names) {
    const token = this.token();
    if (!names.includes(token.name)) return null;
    this.place += 1;
    return token;
  }

  skip(...names) {
    while (this.take(...names));
  }

  seen(first, place = this.place) {
    return this.quoted(this.text.slice(this.tokens[first].start, this.tokens[Math.max(first, place - 1)].stop));
  }

  quoted(text) {
    const found = letters(text.replaceAll("\n", " "));
    const most = this.rules.limits.quote;
    return found.length <= most ? found.join("") : `${found.slice(0, most).join("")}…`;
  }

  // Days among the values are given as numbers.
  fault(name, values = {}, days = {}) {
    const said = Object.fromEntries(Object.entries(days).map(([key, day]) => [key, day === null ? "" : spelled(day)]));
    return fault(this.rules, `when-${name}`, { ...values, ...said });
  }

  refuse(name, values, days) {
    throw new Refused(this.fault(name, values, days));
  }

  refuseNext() {
    this.refuse("word", { seen: this.token().text, example: this.example });
  }

  named = (day) => named(day, this.rules);

  get isWrong() {
    return isWrong(this.faults);
  }
}
