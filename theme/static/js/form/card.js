// Card: what stands in the row and on the poster of an event. The mirror of `ikw.views.rows` and `ikw.views.event`.

import { dateLine, isNight, poster } from "./dates.js";
import { money, monthOf, time, weekdayOf } from "./formats.js";
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
      isDay: single, number: day ? String(day.day) : "", weekday: single ? weekdayOf(shown.day, rules) : "", month: single ? monthOf(shown.day, rules) : "",
      time: single ? clock(shown) : "", words: found.words,
    },
    row: entry || !(values.when ?? []).length ? rowOf(record, values, entry, rules) : null,
  };
}

const clock = ({ start, words }) => (start ? time(start.minutes) : words ?? "");

function rowOf(record, values, entry, rules) {
  const { words } = rules.card;
  const [venue, town] = where(record, values, entry, rules);
  return {
    time: entry?.start ? time(entry.start.minutes) : "", words: entry ? whenWords(entry, rules) : "",
    venue, town, spoken: spoken(record, rules), cost: [price(values.cost, rules), values.registration?.needed ? words.registration : ""].filter(Boolean).join(", "),
  };
}

function whenWords(entry, rules) {
  const { words } = rules.card;
  if (!entry.start) return entry.words || words.no_time;
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
  const name = isRoute ? `${ends[0][0]} → ${ends[1][0]}` : ends[0][0];
  const town = [...new Set(ends.map(([, where_]) => where_).filter(Boolean))].filter((one) => one !== name).join(" → ");
  if (!values.online_url) return [name, town];
  return town ? [name, fill(words.hybrid, { place: town })] : [fill(words.hybrid, { place: name }), ""];
}

// Name and town of a place, known or written.
function placeOf(one, { known }) {
  if (typeof one === "string") return known.venues[one] ?? [one, ""];
  return [one.name, one.town ?? known.municipalities[one.municipality] ?? ""];
}

function spoken(record, { card }) {
  const named = (codes) => codes.map((code) => card.languages[code] ?? code).join(", ");
  const languages = record.languages ?? ["de"];
  const interpreted = named((record.interpreting ?? []).filter((code) => !languages.includes(code)));
  return interpreted ? fill(card.words.interpreted, { languages: named(languages), interpreted }) : named(languages);
}

function price(cost, rules) {
  if (!cost) return "";
  if (cost.kind !== "price") return rules.card.words[cost.kind];
  return cost.regular === undefined ? "" : money(cost.regular, rules);
}
