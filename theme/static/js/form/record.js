// Record: what people fill in as what a file will hold. Answers are named as the fields of the form; a record as those of a file.

import { clean } from "./characters.js";
import { calendarDay, clock, fromIso } from "./days.js";
import { folded, freeId } from "./known.js";
import { oneLine } from "./rules.js";
import { amount } from "./scalars.js";
import { named } from "./when/names.js";

const NOT_A_TITLE = "veranstaltung";

// Returns {id, record, body, places}: `places` says for each list of the record which rows of the form its items come from.
export function recordOf(answers, rules) {
  const made = new Maker(answers, rules);
  return { id: made.id, record: made.record(), body: made.body(), places: made.places };
}

class Maker {
  constructor(answers, rules) {
    Object.assign(this, { answers, rules, places: {} });
    this.id = freeId(this.line(answers.title), NOT_A_TITLE, rules);
  }

  record() {
    const { answers } = this;
    const one = (name) => this.line(answers[name]);
    const isAt = (...places) => places.includes(answers.place);
    const image = answers.image ?? {};
    return given({
      title: one("title"), subtitle: one("subtitle"), summary: one("summary"),
      when: this.when(), hours: this.hours(),
      venue: isAt("online") ? "online" : isAt("venue", "both") ? this.venue() : "",
      room: isAt("venue", "both") ? one("room") : "", meeting_point: one("meeting_point"),
      online_url: isAt("online", "both") ? one("online_url") : "",
      organisers: this.people("organisers"), partners: this.people("partners"), funders: this.people("funders"),
      category: one("category"), audience: answers.audience ?? [], age: one("age"),
      languages: this.languages("languages"), interpreting: this.languages("interpreting"), access: answers.access ?? [],
      access_note: one("access_note"), cost: this.cost(), registration: this.registration(), contact: this.contact(),
      bring: one("bring"), food: one("food"), childcare: one("childcare"),
      schedule: this.rows("schedule", ["time", "title"]),
      ...(image.file ? { image: `${this.id}.jpg`, image_alt: this.line(image.alt), image_credit: this.line(image.credit) } : {}),
      links: this.rows("links", ["title", "url"]),
    });
  }

  body() {
    const lines = clean((this.answers.text ?? "").replace(/\r\n?/g, "\n"), this.rules).split("\n").map((line) => line.trimEnd());
    return lines.join("\n").replace(/^\n+|\n+$/g, "");
  }

  line = (text) => oneLine(clean(text ?? "", this.rules), this.rules);

  languages = (name) => unique([...(this.answers[name] ?? []), ...(this.answers[`${name}_more`] ?? []).map(({ code }) => code)]);

  // The rows of a list that say anything; keeps which they were.
  filled(name, rows, make, to = name) {
    const found = [];
    (rows ?? []).forEach((row, place) => {
      const value = make(row);
      if (isGiven(value)) {
        this.places[`${to}.${found.length}`] = `${name}.${place}`;
        found.push(value);
      }
    });
    return found;
  }

  rows(name, fields) {
    return this.filled(name, this.answers[name], (row) => given(Object.fromEntries(fields.map((field) => [field, this.line(row[field])]))));
  }

  when() {
    const found = this.filled("when", this.answers.when, (row) => {
      const on = row.own ? this.line(row.text) : picked(row, this.rules) || this.line(row.text);
      const extra = given({ venue: this.place({ name: row.venue, town: row.town }), room: this.line(row.room), note: this.line(row.note) });
      return Object.keys(extra).length ? { on, ...extra } : on;
    });
    return found.length === 1 && typeof found[0] === "string" ? found[0] : found;
  }

  hours() {
    const found = {};
    (this.answers.hours ?? []).forEach((row, place) => {
      const [days, times] = [this.line(row.days), this.line(row.times)];
      if (!days && !times) return;
      const name = days || "täglich";
      if (!(name in found)) this.places[`hours.${Object.keys(found).length}`] = `hours.${place}`;
      found[name] = [found[name], times].filter(Boolean).join(" und ");
    });
    return found;
  }

  venue() {
    const found = this.filled("venues", this.answers.venues, (row) => this.place(row, true), "venue");
    if (found.length > 1) return found;
    this.places.venue = this.places["venue.0"] ?? "venues.0";
    return found[0] ?? "";
  }

  // A place that is known by its name is its id; its address is in a file of its own.
  place({ name, street, postcode, town, municipality }, isFull = false) {
    const line = this.line(name);
    const id = this.rules.known.venue_ids[folded(line)];
    if (id || this.rules.known.venues[line]) return id ?? line;
    const where = this.line(town);
    const own = this.line(municipality) || (isFull && municipalityOf(where, this.rules)) || "";
    return given({ name: line, street: this.line(street), postcode: this.line(postcode), town: where, municipality: own });
  }

  people(name) {
    const told = new Set();
    return this.filled(name, this.answers[name], (row) => {
      const line = this.line(row.name);
      const found = this.rules.known.organiser_ids[folded(line)] ?? line;
      return told.has(found) ? "" : told.add(found) && found;
    });
  }

  cost() {
    const { kind, regular, reduced, note } = this.answers.cost ?? {};
    if (kind === "donation") return "donation";
    const said = given({ regular: kind === "free" ? "free" : this.line(regular), reduced: kind === "free" ? "" : this.line(reduced), note: this.line(note) });
    if (kind === "free") return said.note ? said : "free";
    if (kind !== "price") return "";
    return Object.keys(said).join() === "regular" && amount(said.regular, this.rules)[0] !== null ? said.regular : said;
  }

  registration() {
    const { kind, ...ways } = this.answers.registration ?? {};
    if (kind === "no") return "nein";
    if (kind !== "yes") return "";
    const said = given(Object.fromEntries(["until", "phone", "email", "url", "places", "note"].map((name) => [name, this.line(ways[name])])));
    return Object.keys(said).length ? said : "required";
  }

  contact() {
    const { consent, ...ways } = this.answers.contact ?? {};
    const said = given(Object.fromEntries(["name", "phone", "email", "url"].map((name) => [name, this.line(ways[name])])));
    return Object.keys(said).length && consent ? { ...said, consent: "ja" } : said;
  }
}

// A town that is called as its municipality is in it.
export function municipalityOf(town, { known }) {
  return Object.keys(known.municipalities).find((id) => town && folded(known.municipalities[id]) === folded(town)) ?? "";
}

const isGiven = (value) => value !== undefined && value !== "" && !(typeof value === "object" && !Object.keys(value).length);
const given = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => isGiven(value)));
const unique = (list) => [...new Set((list ?? []).filter(Boolean))];

// A day and times picked from the browser's own calendar and clock, as people write them: „So 14.09.2025, 9.30–11.30 Uhr“.
export function picked({ day, from, to }, rules) {
  if (!/^\d{4}-\d\d-\d\d$/.test(day ?? "")) return "";
  const [year, month, date] = day.split("-").map(Number);
  if (calendarDay(year, month, date) === null) return "";
  const times = to && !from ? `bis ${dotted(to)}` : [from, to].filter(Boolean).map(dotted).join("–");
  return `${named(fromIso(day), rules)}${times ? `, ${times} Uhr` : ""}`;
}

function dotted(time) {
  const [hour, minute] = time.split(":").map(Number);
  return clock(hour * 60 + minute).replace(":", ".");
}
