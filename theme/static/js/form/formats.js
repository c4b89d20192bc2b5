// Formats: days, ranges and prices as the page's language writes them. The mirror of `ikw.formats`, by the patterns it exports.

import { parts, two, weekday } from "./days.js";
import { fill } from "./rules.js";

// A day by a pattern of CLDR: „EEEE, d. MMMM y“; what stands in single quotes is text.
function written(pattern, day, { formats }) {
  const { year, month, day: date } = parts(day);
  return pattern.replace(/'([^']*)'|([A-Za-z])\2*/g, (token, text, letter) => {
    if (text !== undefined) return text;
    if (letter === "d") return String(date);
    if (letter === "y") return String(year);
    const names = formats.names[token];
    return names ? names[letter === "E" ? weekday(day) : month - 1] : token;
  });
}

export const dateLong = (day, rules) => written(rules.formats.date_long, day, rules);
export const dateMedium = (day, rules) => written(rules.formats.date_medium, day, rules);
export const dayMonth = (day, rules) => written(rules.formats.day_month, day, rules);
export const weekdayOf = (day, { formats }) => formats.weekdays[weekday(day)];
// As they stand alone.
export const largeWeekday = (day, { formats }) => formats.large.weekdays[weekday(day)];
export const largeMonth = (day, { formats }) => formats.large.months[parts(day).month - 1];
export const joined = (words, { formats }) => words.filter(Boolean).join(formats.comma);

export function span(first, last, rules) {
  const { words } = rules.card;
  if (last === null) return fill(words.from, { date: dayMonth(first, rules) });
  if (first === last) return dayMonth(first, rules);
  const [one, other] = [parts(first), parts(last)];
  const isOneMonth = one.year === other.year && one.month === other.month;
  if (!rules.formats.span) return fill(words.span, { first: isOneMonth ? written(rules.formats.span_start, first, rules) : dayMonth(first, rules), last: dayMonth(last, rules) });
  const [start, end] = rules.formats.span[isOneMonth ? "d" : "M"];
  return written(start, first, rules) + written(end, last, rules);
}

export const time = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

export function timeWords(start, end, { card: { words } }) {
  return end === null ? fill(words.time, { time: time(start) }) : fill(words.times, { start: time(start), end: time(end) });
}

export function money(cents, { formats: { money: signs } }) {
  const euros = String(Math.floor(cents / 100));
  const whole = euros.length > 3 ? `${euros.slice(0, -3)}${signs.group}${euros.slice(-3)}` : euros;
  return cents % 100 ? `${signs.before}${whole}${signs.decimal}${two(cents % 100)}${signs.cents_after}` : `${signs.before}${whole}${signs.after}`;
}
