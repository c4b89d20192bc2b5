// Card: what stands in the row and on the poster of an event. The mirror of `ikw.views.rows` and `ikw.views.event`.

import { dateLine, daytimeWords, isNight, poster } from "./dates.js";
import { joined, largeMonth, largeWeekday, money, time, weekdayOf } from "./formats.js";
import { fill, letters } from "./rules.js";
import { parts } from "./days.js";

const ONLINE = "online";

// Returns {category, title, subtitle, poster, row} as texts; without a date in a list there is no row.
export function cardOf(record, values, rules) {
  const { words, categories } = rules.card;
  const found = poster(values.when ?? [], rules);
  const { shown, single, entry } = found;
  const day = single ? parts(shown.day) : null;
  const title = values.title ?? record.title ?? words.title;
  return {
    category: record.category in categories ? record.category : "sonstiges",
    title, isLong: letters(title).length > rules.most.title, subtitle: values.subtitle ?? "",
    dates: (values.when ?? []).map((one) => dateLine(one, rules)),
    poster: {
      isDay: single, number: day ? String(day.day) : "", weekday: single ? largeWeekday(shown.day, rules) : "", month: single ? largeMonth(shown.day, rules) : "",
      time: single ? clock(shown, rules) : "", words: found.words,
    },
    row: entry || !(values.when ?? []).length ? rowOf(record, values, entry, rules) : null,
  };
}

const clock = (one, rules) => (one.start ? time(one.start.minutes) : daytimeWords(one, rules));

function rowOf(record, values, entry, rules) {
  const { words } = rules.card;
  const [venue, town] = where(record, values, entry, rules);
  return {
    time: entry?.start ? time(entry.start.minutes) : "", words: entry ? whenWords(entry, rules) : "",
    venue, town, spoken: spoken(record, rules), cost: joined([price(values.cost, rules), values.registration?.needed ? words.registration : ""], rules),
  };
}

function whenWords(entry, rules) {
  const { words } = rules.card;
  if (!entry.start) return daytimeWords(entry, rules) || words.no_time;
  return isNight(entry) ? fill(words.night, { weekday: weekdayOf(entry.start.day, rules) }) : "";
}

function where(record, values, entry, rules) {
  const { words } = rules.card;
  const isOnline = record.venue === ONLINE;
  const own = entry?.venues;
  const written = own ?? (isOnline ? [] : values.venue ?? []);
  const online = own ? !own.length : !written.length && (isOnline || Boolean(values.online_url));
  const places = online ? [] : written.map((one) => placeOf(one, rules));
  if (!places.length) return [online ? words.online : words.place_to_follow, ""];
  const ends = [places[0], places.at(-1)];
  const isRoute = JSON.stringify(written[0]) !== JSON.stringify(written.at(-1));
  // German names alone run from left to right in every page, and so does the arrow between them
  const arrow = rules.card.is_rtl && ends.some(([, , isOwn]) => isOwn) ? "←" : "→";
  const name = isRoute ? `${ends[0][0]} ${arrow} ${ends[1][0]}` : ends[0][0];
  const town = [...new Set(ends.map(([, where_]) => where_).filter(Boolean))].filter((one) => one !== name).join(" → ");
  if (!values.online_url) return [name, town];
  const also = (place) => fill(words.hybrid, { place: rules.card.is_rtl ? `\u2068${place}\u2069` : place });
  return town ? [name, also(town)] : [also(name), ""];
}

// Name and town of a place, known or written, and whether the name is in the page's language.
function placeOf(one, { known, card }) {
  if (typeof one !== "string") return [one.name, one.town ?? known.municipalities[one.municipality] ?? "", card.is_german];
  const [name, town, , isOwn] = known.venues[one] ?? [one, "", "", false];
  return [name, town, isOwn];
}

function spoken(record, rules) {
  const { card } = rules;
  const named = (codes) => joined(codes.map((code) => card.languages[code] ?? code), rules);
  const languages = record.languages ?? ["de"];
  const interpreted = named((record.interpreting ?? []).filter((code) => !languages.includes(code)));
  return interpreted ? fill(card.words.interpreted, { languages: named(languages), interpreted }) : named(languages);
}

function price(cost, rules) {
  if (!cost) return "";
  if (cost.kind !== "price") return rules.card.words[cost.kind];
  return cost.regular === undefined ? "" : money(cost.regular, rules);
}
