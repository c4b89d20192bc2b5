// Known: ids, made from names and compared with each other. The mirror of `ikw.source.tree.nearest_id` and `ikw.values.known`.

const LIKE = 0.6;
const VERY_LIKE = 0.8;

// The correct id that is nearest to a name: `Größtes Fest` → `groesstes-fest`; empty where no letter is left.
export function nearestId(name, rules) {
  const { letters, reserved, length } = rules.ids;
  const folded = Array.from(name.normalize("NFC").toLowerCase(), (letter) => letters[letter] ?? letter).join("");
  const words = folded.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").match(/[a-z0-9]+/g) ?? [];
  let text = words.join("-").replace(rules.patterns.date, "-").split("-").filter(Boolean).join("-");
  if (text.length > length) {
    const whole = text.slice(0, length + 1);
    text = whole.slice(0, Math.max(0, whole.lastIndexOf("-"))) || text.slice(0, length);
  }
  return reserved.includes(text) ? `${text}-fest` : text;
}

// An id that no event of the edition has yet.
export function freeId(name, fallback, rules) {
  const id = nearestId(name, rules) || fallback;
  let number = 2;
  let found = id;
  while (rules.taken.includes(found)) found = `${id.slice(0, rules.ids.length - 4)}-${number++}`;
  return found;
}

// Names as people type them, for comparing.
export const folded = (name) => name.toLowerCase().replaceAll("ß", "ss");

export const slipOf = (ids, value) => mostLike(ids, value, VERY_LIKE);
export const nearest = (ids, value, rules) => mostLike(ids, nearestId(value, rules), LIKE);

function mostLike(ids, value, cutoff) {
  const found = ids.map((id) => [ratio(id, value), id]).filter(([likeness]) => likeness >= cutoff);
  found.sort(([one, a], [other, b]) => other - one || (a < b ? 1 : -1));
  return found[0]?.[1] ?? null;
}

// Twice the letters that two words share in order, among all their letters: as Python's difflib counts them.
function ratio(one, other) {
  const all = one.length + other.length;
  return all ? (2 * shared(one, other)) / all : 1;
}

function shared(one, other) {
  let [best, at, to] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    for (let j = 0; j < other.length; j++) {
      let run = 0;
      while (i + run < one.length && j + run < other.length && one[i + run] === other[j + run]) run += 1;
      if (run > best) [best, at, to] = [run, i, j];
    }
  }
  if (!best) return 0;
  return shared(one.slice(0, at), other.slice(0, to)) + best + shared(one.slice(at + best), other.slice(to + best));
}
