// Neighbours: what the event that is filled in would clash with, among those that are there. The mirror of `ikw.rules`.

import { DAY_LENGTH, fromIso, spelled, two } from "./days.js";
import { folded } from "./known.js";
import { fault, short } from "./rules.js";

// Without an end, an event clashes with what begins within a minute.
const AT_ONCE = 1;

// A text as it is compared: the mirror of `ikw.likeness`.
export function plain(text) {
  const words = folded(text).replaceAll("ς", "σ").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return words || text;
}

const asList = (value) => (Array.isArray(value) ? value : value ? [value] : []);
const isOne = (room, other) => !room || !other || room === other;

// Faults of the event with those that are there; where a date or a title is missing or wrong, there are none.
export function neighbourFaults({ id, values }, neighbours, rules) {
  const dates = values.when ?? [];
  if (!values.title || !dates.length) return [];
  const times = dates.filter(({ start }) => start).map((one) => timeOf(one, values, rules));
  return [...twins(values.title, dates, neighbours, rules), ...clashes(id, times, peopleOf(values, rules), neighbours, rules)];
}

function timeOf(one, values, rules) {
  const utc = ({ day, minutes, offset }) => day * DAY_LENGTH + minutes - offset;
  const places = asList(one.venues ?? values.venue).filter((venue) => typeof venue === "string" && venue in rules.known.venues);
  const room = one.room ?? (one.venues === undefined ? values.room : "") ?? "";
  return { start: utc(one.start), end: one.end ? utc(one.end) : null, places, room: folded(room), day: one.day, minutes: one.start.minutes };
}

function peopleOf({ organisers }, { known }) {
  return asList(organisers).map((name) => ({ key: name in known.organisers ? name : plain(name), name: known.organisers[name] ?? name }));
}

// An event is handed in once.
function twins(title, dates, neighbours, rules) {
  const own = plain(title);
  const days = [...new Set(dates.map(({ day }) => day))];
  const found = [];
  for (const other of neighbours.filter((one) => one.plain === own)) {
    const day = days.find((one) => other.days.some((iso) => fromIso(iso) === one));
    if (day !== undefined) found.push(at("title", fault(rules, "duplicate", { title: short(title, rules), day: spelled(day), other: short(other.title, rules) }), other));
  }
  return found;
}

// Two events at one place, in one room, must not overlap; nobody is at two places at once.
function clashes(id, times, people, neighbours, rules) {
  const found = [];
  for (const other of neighbours) {
    const theirs = other.times.map(([start, end, places, room]) => ({ start, end, places, room }));
    const rivals = (areRivals) => firstOverlap(times, theirs, id < other.id, areRivals);
    for (const place of new Set(times.flatMap(({ places }) => places))) {
      const later = rivals((one, two) => one.places.includes(place) && two.places.includes(place) && isOne(one.room, two.room));
      const name = [rules.known.venues[place]].flat()[0];
      if (later) found.push(at("venue", fault(rules, "clash-venue", { venue: name, ...said(later, rules), other: short(other.title, rules) }), other));
    }
    for (const { key, name } of people.filter(({ key }) => other.organisers.includes(key))) {
      const later = rivals(() => true);
      if (later) found.push(at("organisers", fault(rules, "clash-organiser", { organiser: short([name].flat()[0], rules), ...said(later, rules), other: short(other.title, rules) }), other));
    }
  }
  return found;
}

// The later of the first two times that overlap, in the order in which a check meets them.
function firstOverlap(own, theirs, isFirst, areRivals) {
  const order = ([one], [two]) => one.start - two.start;
  const pairs = [];
  for (const mine of own) {
    for (const other of theirs) {
      const pair = mine.start < other.start || (mine.start === other.start && isFirst) ? [mine, other] : [other, mine];
      if (pair[1].start < (pair[0].end ?? pair[0].start + AT_ONCE) && areRivals(mine, other)) pairs.push(pair);
    }
  }
  return pairs.sort((one, two) => order(one, two) || one[1].start - two[1].start)[0]?.[1];
}

const at = (field, one, other) => ({ ...one, field, at: field, other: other.id });

// When a time begins; one of an event that is there knows it in UTC alone.
function said({ start, day, minutes }, rules) {
  if (day !== undefined) return { day: spelled(day), time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: rules.edition.zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const found = Object.fromEntries(format.formatToParts(start * 60000).map(({ type, value }) => [type, value]));
  return { day: `${found.day}.${found.month}.${found.year}`, time: `${found.hour}:${found.minute}` };
}
