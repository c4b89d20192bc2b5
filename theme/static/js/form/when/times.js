// When times: the rules for times of day. The mirror of `ikw.when.times`.

import { clock, DAY_LENGTH, dayOfSpan, inSpan } from "../days.js";
import { readDay } from "./dates.js";
import { couldBeDays, endBeforeStart, timeOf } from "./faults.js";
import { CLOCKS, DASHES, DAYS, JOINS, Refused, TIMES } from "./reader.js";

const SEPARATORS = ["comma", "and", "break"];

// Windows: {start, end, words, lastDay}, times in minutes from midnight.
export function readTimes(reader) {
  const first = reader.place;
  const found = [window(reader, ["and", "slash"])];
  let before = 0; // no comma
  while (SEPARATORS.includes(reader.name()) && TIMES.includes(reader.name(reader.past([...SEPARATORS, "from"])))) {
    const { place } = reader;
    if (isTight(reader, place) && !isTight(reader, before) && !isTight(reader, place + 2)) refuseComma(reader);
    before = place;
    reader.skip(...SEPARATORS);
    found.push(window(reader, JOINS));
  }
  checkHalves(reader, first);
  if (new Set(found.map((one) => one.words === null)).size > 1) reader.refuse("words-with-time", { seen: reader.seen(first) });
  return found;
}

const made = (start, { end = null, words = null, lastDay = null } = {}) => ({ start, end, words, lastDay });

function window(reader, joints) {
  const first = reader.place;
  const isOpen = reader.take("from") !== null;
  const words = isOpen ? null : reader.take("words");
  if (words) return made(0, { words: words.text });
  const start = readClock(reader);
  if (!DASHES.includes(reader.name())) {
    checkBareHour(reader, joints);
    checkDotted(reader, first);
    return made(start);
  }
  reader.skip(...DASHES);
  const lastDay = reader.leadsToDate() ? readDay(reader) : null;
  if (lastDay !== null) reader.skip("comma");
  const end = readClock(reader);
  checkHalves(reader, first);
  if (isOpen) {
    reader.refuse("open-with-end", { seen: reader.seen(first), whole: `${clock(start)}–${clock(end)} Uhr`, open: `ab ${clock(start)} Uhr` });
  }
  checkDotted(reader, first);
  return made(start, { end: lastDay !== null ? end : endOf(reader, first, start, end), lastDay });
}

export function readClock(reader) {
  const token = reader.take(...CLOCKS) ?? refuseAsTime(reader);
  const hour = hourOfTheDay(reader, token);
  const minute = token.name === "hour" ? 0 : Number(token.values[1] ?? 0);
  if (hour * 60 + minute > DAY_LENGTH || minute > 59) reader.refuse("not-a-time", { seen: token.text });
  return hour * 60 + minute;
}

const minutesOf = (token) => (token.name === "hour" ? 0 : Number(token.values[1] ?? 0));

function hourOfTheDay(reader, token) {
  const hour = Number(token.values[0] ?? 0);
  const half = halfOf(token);
  if (half === "a" && hour > 11) {
    const minutes = minutesOf(token);
    reader.refuse(hour === 12 ? "noon-or-midnight" : "not-a-time", { seen: token.text, first: clock(minutes), last: clock(12 * 60 + minutes) });
  }
  return half === "p" && hour > 0 && hour < 12 ? hour + 12 : hour;
}

function halfOf(token) {
  const sign = (token.values.at(-1) ?? "").toLowerCase().slice(0, 1);
  return ["a", "p"].includes(sign) ? sign : "";
}

function checkHalves(reader, first) {
  const tokens = reader.tokens.slice(first, reader.place).filter(({ name }) => CLOCKS.includes(name));
  const half = tokens.find((token) => halfOf(token));
  const isBare = ({ values }) => !values.at(-1) && Number(values[0] ?? 0) > 0 && Number(values[0] ?? 0) < 13;
  if (!half || !tokens.some(isBare)) return;
  const hour = clock(hourOfTheDay(reader, half) * 60 + minutesOf(half));
  reader.refuse("half-day", { seen: reader.seen(first), hour, half: half.text });
}

// Whether a comma stands between two numbers as in `18,20`.
function isTight({ tokens }, place) {
  if (place <= 0 || place >= tokens.length - 1) return false;
  const [before, comma, after] = tokens.slice(place - 1, place + 2);
  return comma.name === "comma" && before.name === "hour" && after.name === "hour" && before.stop === comma.start && after.start === comma.stop
    && !before.values.at(-1) && (after.values[0] ?? "").length === 2;
}

function refuseComma(reader) {
  const [before, after] = [reader.token(-1), reader.token(1)];
  const [hour, minute] = [before.values[0], after.values[0]];
  const time = timeOf(hour, minute);
  const seen = reader.text.slice(before.start, after.stop);
  if (time && (minute.startsWith("0") || Number(minute) * 60 > DAY_LENGTH)) reader.refuse("not-a-time-but", { seen, hour: time });
  reader.refuse(time ? "comma-time" : "not-a-time", { seen, time, first: Number(hour), last: Number(minute) });
}

function endOf(reader, first, start, end) {
  const { night_ends: nightEnds, night_starts_from: nightStarts } = reader.rules.when.limits;
  if (end > start) return end;
  if (end <= nightEnds && nightStarts <= start && start < end + DAY_LENGTH) return end + DAY_LENGTH;
  throw new Refused(endBeforeStart(reader, reader.seen(first), start, end));
}

function checkBareHour(reader, joints) {
  const token = reader.token(-1);
  if (token.name === "hour" && !token.values.at(-1) && joints.includes(reader.name()) && DAYS.includes(reader.name(1))) {
    reader.refuse("day-or-time", { seen: token.text, day: `${token.text}.`, hour: token.text });
  }
}

function checkDotted(reader, first) {
  if (reader.token(-1).name !== "dotted") return;
  const tokens = reader.tokens.slice(first, reader.place).filter(({ name }) => CLOCKS.includes(name));
  if (tokens.every((token) => couldBeInSpan(reader, token))) {
    throw new Refused(couldBeDays(reader, tokens.map(({ text }) => text), reader.seen(first)));
  }
}

function couldBeInSpan({ span }, token) {
  if (token.name !== "dotted" || token.values.at(-1) || !span) return false;
  return inSpan(span, dayOfSpan(span, Number(token.values[1] ?? 0), Number(token.values[0] ?? 0)));
}

function refuseAsTime(reader) {
  const seen = reader.place ? reader.seen(Math.max(0, reader.place - 2)) : reader.token().text;
  reader.refuse("no-time", { seen, example: reader.example });
}
