// When faults: what a wrong date or time may have meant. The mirror of `ikw.when.faults`.

import { calendarDay, clock, DAY_LENGTH, dayOfSpan, inSpan, parts, spelled, two, weekday } from "../days.js";
import { weekdayName } from "./names.js";
import { unprintable } from "./tokens.js";

// A stand-in where no edition is known: any leap year, and a day of a September.
const YEAR = 2024;
const ANY_DAY = calendarDay(2025, 9, 23);

const digitsOf = (token) => token.text.replace(/[uhrUHR ]+$/, "");

export function timeOf(hour, minute) {
  if (!(hour.length > 0 && hour.length < 3 && minute.length === 2 && Number(minute) < 60)) return null;
  return Number(hour) * 60 + Number(minute) <= DAY_LENGTH ? `${Number(hour)}:${minute}` : null;
}

export function refusedTokens(reader) {
  const { text, tokens, example } = reader;
  const signs = unprintable(text);
  if (signs.length) {
    return signs.map((sign) => reader.fault("character", { seen: `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`, example }));
  }
  const found = [];
  let first = null;
  tokens.forEach((token, place) => {
    if (token.name === "word") {
      first ??= token;
      if (tokens[place + 1]?.name !== "word") {
        found.push(reader.fault("word", { seen: reader.quoted(text.slice(first.start, token.stop)), example }));
        first = null;
      }
    } else if (token.name === "month" || token.name === "year_month") found.push(reader.fault("no-day", { seen: token.text, example }));
    else if (token.name === "slashed") found.push(slashed(reader, token));
    else if (token.name === "zoned") found.push(reader.fault("zoned", { seen: token.text, first: token.text.slice(0, 5), last: token.text.slice(-5) }));
    else if (token.name === "number") found.push(number(reader, token));
    else if (token.name === "stub") found.push(stub(reader, token));
  });
  return found;
}

function slashed(reader, token) {
  const digits = digitsOf(token);
  const [one, two_, third] = digits.split("/").map(Number);
  const year = third !== undefined ? (third % 100) + 2000 : reader.span ? parts(reader.span.first).year : YEAR;
  const found = [calendarDay(year, two_, one), calendarDay(year, one, two_)].filter((day) => day !== null).map(spelled);
  if (!found.length || digits !== token.text) return reader.fault("slashed-times", { seen: token.text, first: one, last: two_ });
  return reader.fault(new Set(found).size > 1 ? "slashed" : "slashed-date", { seen: token.text, first: found[0], last: found.at(-1) });
}

function number(reader, token) {
  const digits = digitsOf(token);
  const hour = timeOf(digits.slice(0, -2), digits.slice(-2));
  if (!hour) return reader.fault("not-a-time", { seen: token.text });
  const isYear = digits.length === 4 && digits === token.text;
  return reader.fault(isYear ? "year-or-time" : "not-a-time-but", { seen: token.text, hour, example: reader.example });
}

function stub(reader, token) {
  const digits = digitsOf(token);
  const [one, last] = digits.replaceAll(".", ":").split(":");
  const minutes = last.length === 1 ? [`0${last}`, `${last}0`] : [last];
  const hours = minutes.map((minute) => timeOf(one, minute)).filter(Boolean);
  const isPlain = digits === token.text && digits === `${one}.${last}` && one.length < 3 && last.length < 3;
  if (isPlain && calendarDay(YEAR, Number(last), Number(one)) !== null) {
    return reader.fault(hours.length ? "day-or-time" : "no-dot", { seen: token.text, day: `${digits}.`, meant: `${digits}.`, hour: hours.at(-1) });
  }
  if (!hours.length) return reader.fault("not-a-time", { seen: token.text });
  return reader.fault(hours.length > 1 ? "half-a-time" : "not-a-time-but", { seen: token.text, hour: hours[0], first: hours[0], last: hours.at(-1) });
}

// Dates

export function notADate(reader, token, day, month, year) {
  const { span } = reader;
  year ??= span ? parts(span.first).year : YEAR;
  const days = [calendarDay(year, day, month), ...[30, 29, 28].filter((last) => last < day && day < 32).map((last) => calendarDay(year, month, last))];
  const meant = days.find((one) => one !== null) ?? (span ? span.first : ANY_DAY);
  const hour = token.name === "day_month" ? timeOf(String(day), two(month)) : null;
  return reader.fault(hour ? "not-a-date-or-time" : "not-a-date", { seen: token.text, hour }, { meant });
}

export function bareDay(reader, token) {
  const day = Number(token.text.replace(/\.+$/, ""));
  const first = reader.span ? reader.span.first : ANY_DAY;
  const { month: start } = parts(first);
  const month = [start, (start % 12) + 1].find((one) => calendarDay(YEAR, one, day) !== null);
  if (month === undefined) return reader.fault("not-a-date", { seen: token.text }, { meant: first });
  return reader.fault(day <= 24 ? "no-month-or-time" : "no-month", { seen: token.text, month, hour: day });
}

export function otherYear(reader, seen, found, rangeStart) {
  const { span } = reader;
  const { year } = parts(span.first);
  if (rangeStart !== null && found > span.last) return reader.fault("beyond-year", { seen, year }, { first: rangeStart });
  const digits = seen.at(-5) === " " ? seen.slice(-4) : seen.at(-3) === "." ? `${seen.slice(-2)}00` : "";
  const hour = timeOf(digits.slice(0, 2), digits.slice(2));
  const { month, day } = parts(found);
  const meant = dayOfSpan(span, month, day) ?? span.first;
  return reader.fault(hour ? "other-year-or-time" : "other-year", { seen, year, hour: hour?.replace(/:00$/, "") }, { meant });
}

export function otherWeekday(reader, seen, wanted, found) {
  const { span } = reader;
  const days = [];
  for (let step = -6; step <= 6; step++) if (weekday(found + step) === wanted) days.push(found + step);
  const rank = (day) => [span && !inSpan(span, day) ? 1 : 0, Math.abs(day - found)];
  const [meant] = [...days].sort((one, other) => rank(one)[0] - rank(other)[0] || rank(one)[1] - rank(other)[1]);
  const values = { seen, weekday: weekdayName(weekday(found), reader.rules), right: reader.named(found), meant: reader.named(meant) };
  return reader.fault("other-weekday", values, { day: found });
}

export function outside(reader, seen, found) {
  const { span } = reader;
  const { day } = parts(found);
  const days = [span.first, span.last].map((one) => calendarDay(parts(one).year, parts(one).month, day));
  const meant = days.find((one) => inSpan(span, one)) ?? null;
  return reader.fault(meant === null ? "outside" : "other-month", { seen }, { day: found, first: span.first, last: span.last, meant });
}

export function reversedDates(reader, first, last, isBare) {
  const { year, month } = parts(last);
  const earlier = parts(calendarDay(year, month, 1) - 1);
  const start = isBare ? calendarDay(earlier.year, earlier.month, parts(first).day) : null;
  const meant = start === null ? `${spelled(last)}–${spelled(first)}` : `${spelled(start)}–${spelled(last)}`;
  return reader.fault("reversed-dates", { meant }, { first, last });
}

export function sideBySide(reader, first, last) {
  const [one, two_] = last.name === "day_month" ? [last.values[0] ?? "", last.values[1] ?? ""] : ["", ""];
  const hour = timeOf(one, two_.padStart(2, "0"));
  if (hour) return reader.fault("date-or-time", { seen: `${first.text} ${last.text}`, first: first.text, last: last.text, hour });
  return reader.fault("side-by-side", { first: first.text, last: last.text });
}

// Times

export const endBeforeStart = (reader, seen, start, end) =>
  reader.fault(start === end ? "equal-times" : "reversed-times", { seen, start: clock(start), end: clock(end) });

export function couldBeDays(reader, texts, seen) {
  if (texts.length === 1) return reader.fault("day-or-time", { seen, day: `${texts[0]}.`, hour: texts[0].replaceAll(".", ":") });
  return reader.fault("days-or-times", { seen, days: `${texts.join(".–")}.` });
}
