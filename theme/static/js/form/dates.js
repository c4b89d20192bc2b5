// Dates: which of an event's dates is shown large, and what is said of the others. The mirror of `ikw.days` and `ikw.lasting`.

import { DAY_LENGTH, weekday } from "./days.js";
import { dateLong, dateMedium, joined, span, timeWords } from "./formats.js";
import { fill } from "./rules.js";

const HOUR = 60;
const DAY_BEGINS = 4 * HOUR;
const NIGHT_ENDS = 6 * HOUR;
const USUAL = [["morgen", 8], ["vormittag", 10], ["nachmittag", 14], ["abend", 18], ["mittag", 12]];

const isRange = ({ day, lastDay }) => lastDay !== day;

export function isNight({ start, end }) {
  if (!start || start.minutes >= DAY_BEGINS) return false;
  return !end || (end.day === start.day && end.minutes <= NIGHT_ENDS);
}

const programmeDay = (one) => (one.start && isNight(one) ? one.start.day - 1 : one.day);

const usualOf = ({ words }) => USUAL.find(([word]) => (words ?? "").toLowerCase().includes(word));

// What is said instead of a time: as it is written, in another language its own word.
export function daytimeWords(one, { card: { daytimes } }) {
  const usual = usualOf(one);
  return daytimes && usual ? daytimes[usual[0]] : one.words ?? "";
}

function order(one) {
  const day = programmeDay(one);
  const usual = usualOf(one);
  const at = one.start ? one.start.minutes : usual ? usual[1] * HOUR : null;
  return [day, at === null ? -1 : (one.start && one.start.day > day ? DAY_LENGTH : 0) + at];
}

const byTime = (one, other) => {
  const [a, b] = [order(one), order(other)];
  return a[0] - b[0] || a[1] - b[1];
};

// What is on over days: ranges, and the same times on so many days that they would bury single ones.
export function lasting(occurrences, { card }) {
  const found = [];
  const windows = new Map();
  for (const one of occurrences) {
    if (isRange(one)) found.push({ first: one.day, last: one.lastDay, keys: [one.key], occurrence: one });
    else if (!one.venues && !one.room && !one.note && !one.words) gather(windows, `${one.start?.minutes} ${one.end?.minutes}`, [one]);
  }
  const sameDays = new Map();
  for (const same of windows.values()) {
    const days = [...new Set(same.map(programmeDay))].sort((one, other) => one - other);
    gather(sameDays, days.join(), same);
  }
  for (const [key, same] of sameDays) {
    const days = key.split(",").map(Number);
    const weekdays = new Set(days.map(weekday));
    let without = 0;
    for (let day = days[0]; day <= days.at(-1); day++) if (weekdays.has(weekday(day)) && !days.includes(day)) without += 1;
    if (days.length < card.running_days || without * card.days_per_gap > days.length) continue;
    const [occurrence] = [...same].sort(byTime);
    found.push({ first: days[0], last: days.at(-1), keys: same.map((one) => one.key), occurrence });
  }
  const last = (one) => one.last ?? Infinity;
  return found.sort((one, other) => one.first - other.first || last(one) - last(other));
}

function gather(groups, key, items) {
  groups.set(key, [...(groups.get(key) ?? []), ...items]);
}

// Returns {shown, single, words}: the date shown large, whether it has a day of its own, and what is said beside or instead of it.
export function poster(occurrences, rules) {
  const items = lasting(occurrences, rules);
  const keys = items.flatMap((item) => item.keys);
  const dated = occurrences.filter((one) => !keys.includes(one.key)).sort(byTime);
  const shown = dated[0] ?? occurrences[0] ?? null;
  const more = (told) => {
    const n = occurrences.length - told;
    return n > 0 ? fill(rules.card.more_dates[Math.min(n, rules.card.more_dates.length - 1)], { n }) : "";
  };
  if (!occurrences.length) return { shown, entry: null, single: false, words: rules.card.words.to_follow };
  if (!items.length) return { shown, entry: dated[0] ?? null, single: !isRange(shown), words: more(1) };
  const [{ first, last, keys: own }] = items;
  return { shown, entry: dated[0] ?? null, single: false, words: [span(first, last, rules), more(own.length)].filter(Boolean).join(" ") };
}

// A date in full: „Sonntag, 14. September 2025, 09:30–11:30 Uhr“.
export function dateLine(one, rules) {
  const { day, lastDay, start, end } = one;
  if (isRange(one)) return span(day, lastDay, rules);
  if (!start) return joined([dateLong(day, rules), daytimeWords(one, rules)], rules);
  if (end && end.day > start.day && end.minutes > NIGHT_ENDS) {
    const last = joined([dateMedium(end.day, rules), timeWords(end.minutes, null, rules)], rules);
    return fill(rules.card.words.span, { first: joined([dateLong(start.day, rules), timeWords(start.minutes, null, rules)], rules), last });
  }
  return joined([dateLong(start.day, rules), timeWords(start.minutes, end ? end.minutes : null, rules)], rules);
}
