// Days: dates as numbers (days since 1970) and moments on the clock of the edition's zone. Pure.

const DAY = 864e5;
export const DAY_LENGTH = 24 * 60; // minutes

export function calendarDay(year, month, day) {
  const found = Date.UTC(year, month - 1, day) / DAY;
  const made = parts(found);
  return made.year === year && made.month === month && made.day === day ? found : null;
}

export function parts(number) {
  const date = new Date(number * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const fromIso = (text) => Date.parse(`${text}T00:00Z`) / DAY;
export const toIso = (number) => new Date(number * DAY).toISOString().slice(0, 10);
export const weekday = (number) => (((number + 3) % 7) + 7) % 7;
export const two = (number) => String(number).padStart(2, "0");

export function spelled(number) {
  const { year, month, day } = parts(number);
  return `${two(day)}.${two(month)}.${year}`;
}

export const clock = (minutes) => `${Math.floor(minutes / 60)}${minutes % 60 ? `:${two(minutes % 60)}` : ""}`;

// The first and last day of the edition.
export const spanOf = ({ first, last, zone }) => ({ first: fromIso(first), last: fromIso(last), zone });
export const inSpan = (span, day) => day !== null && span.first <= day && day <= span.last;

// The day of the edition's year; where it has two, of the one that puts the day into the span.
export function dayOfSpan(span, month, day) {
  const found = [];
  for (let year = parts(span.first).year; year <= parts(span.last).year; year++) found.push(calendarDay(year, month, day));
  return found.find((one) => inSpan(span, one)) ?? found[0];
}

export const weekdayOfSpan = (span, number) => span.first + ((number - weekday(span.first) + 7) % 7);

// Minutes that a zone is ahead of UTC at a moment given in minutes of UTC.
const formats = new Map();
function ahead(zone, minutes) {
  if (!formats.has(zone)) {
    const options = { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
    formats.set(zone, new Intl.DateTimeFormat("en-US", options));
  }
  const found = Object.fromEntries(formats.get(zone).formatToParts(minutes * 60000).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(found.year, found.month - 1, found.day, found.hour, found.minute) / 60000 - minutes;
}

// A moment by the clock on the wall: `change` is "skipped" or "repeated" where the clock is put forward or back then, and `really`
// the minutes of the day that a clock shows instead of the skipped ones.
export function moment(zone, day, minutes) {
  const at = day * DAY_LENGTH + minutes;
  const [before, after] = [ahead(zone, at - DAY_LENGTH), ahead(zone, at + DAY_LENGTH)];
  const fits = (offset) => ahead(zone, at - offset) === offset;
  const found = { day: Math.floor(at / DAY_LENGTH), minutes: at % DAY_LENGTH, offset: fits(before) ? before : after };
  if (before === after || fits(before) !== fits(after)) return found;
  return { ...found, offset: before, change: fits(before) ? "repeated" : "skipped", really: (at - before + after) % DAY_LENGTH };
}
