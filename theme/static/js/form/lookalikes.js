// Look-alikes: words that only look like what they say. The mirror of `ikw.source.lookalikes`.

import { search } from "./lines.js";
import { fault, fill, letters } from "./rules.js";

const SHOWN = 60;
const known = new WeakMap();

function patternsOf(rules) {
  if (known.has(rules)) return known.get(rules);
  const { latin, greek, cyrillic, within, unseen, styled } = rules.scripts;
  const one = (inside, flags = "u") => new RegExp(`[${inside}]`, flags);
  const run = (inside) => new RegExp(`[${inside}]+`, "gu");
  const found = {
    foreign: one(greek + cyrillic + styled), letter: one(latin + greek + cyrillic),
    scripts: { LATIN: one(latin), CYRILLIC: one(cyrillic), GREEK: one(greek) },
    runs: [[run(latin + within), one(latin)], [run(greek + within), one(greek)]],
    word: run(latin + greek + cyrillic + within), sign: one(latin + greek + cyrillic + within), unseen: run(unseen),
    parts: new RegExp([latin, cyrillic, greek].map((script) => `[${script}${within}]+`).join("|"), "gu"),
    styled: new RegExp(`[${styled}](?:[^\\n]*[${styled}])?`, "gu"), styledRun: run(styled),
  };
  known.set(rules, found);
  return found;
}

// The faults of a whole file; the word a fault is about is in its values.
export function lookalikes(text, rules) {
  const patterns = patternsOf(rules);
  return patterns.foreign.test(text) ? [...mixed(text, rules, patterns), ...styled(text, rules, patterns)] : [];
}

function mixed(text, rules, patterns) {
  const joints = patterns.runs.flatMap(([run, letter]) => jointsOf(text, run, letter, patterns)).sort((one, other) => one - other);
  const around = counted(text, patterns);
  const seen = new Set();
  const found = [];
  let end = 0;
  for (const joint of joints) {
    if (joint < end) continue;
    const [start, stop] = wordAround(text, joint, patterns);
    end = stop;
    const word = text.slice(start, stop).replace(patterns.unseen, "");
    if (seen.has(word) || isFormula(word, rules, patterns)) continue;
    seen.add(word);
    found.push(mixedFault(word, mainScript(word, around, rules, patterns), rules, patterns));
  }
  return found;
}

function jointsOf(text, run, letter, patterns) {
  const found = [];
  run.lastIndex = 0;
  for (let match; (match = run.exec(text)); ) {
    const neighbours = (text[match.index - 1] ?? "") + (text[match.index + match[0].length] ?? "");
    if (/[^\x00-\x7f]/.test(neighbours) && patterns.letter.test(neighbours) && letter.test(match[0])) found.push(match.index);
  }
  return found;
}

function wordAround(text, place, { word, sign }) {
  let start = place;
  while (start > 0 && sign.test(text[start - 1])) start -= 1;
  const match = search(word, text, start);
  return [start, match && match.index === start ? start + match[0].length : place];
}

function isFormula(word, { to_latin: toLatin }, { scripts }) {
  const found = letters(word).filter((letter) => /\p{L}/u.test(letter));
  const greek = found.filter((letter) => scripts.GREEK.test(letter));
  return found.length <= 3 && greek.length > 0 && !found.some((letter) => scripts.CYRILLIC.test(letter)) && !greek.some((letter) => letter in toLatin);
}

const scriptOf = (letter, { scripts }) => Object.keys(scripts).find((name) => scripts[name].test(letter)) ?? null;

function counted(text, patterns) {
  const found = new Map();
  for (const letter of text) {
    const name = scriptOf(letter, patterns);
    if (name) found.set(name, (found.get(name) ?? 0) + 1);
  }
  return found;
}

// The script that the word was meant in: one it can be retyped in, then the more frequent one, here or around.
function mainScript(word, around, rules, patterns) {
  const here = counted(word, patterns);
  const rank = (name) => [retyped(word, name, rules, patterns) === null ? 0 : 1, here.get(name), around.get(name) ?? 0];
  return [...here.keys()].reduce((best, name) => {
    const [one, other] = [rank(best), rank(name)];
    const place = one.findIndex((value, at) => value !== other[at]);
    return place >= 0 && other[place] > one[place] ? name : best;
  });
}

function retyped(word, script, rules, patterns) {
  let found = "";
  for (let letter of word) {
    const own = scriptOf(letter, patterns);
    if (own && own !== script) {
      letter = rules.to_latin[letter] ?? letter;
      if (script !== "LATIN") letter = rules.from_latin[script][letter] ?? letter;
      if (scriptOf(letter, patterns) !== script) return null;
    }
    found += letter;
  }
  return found;
}

function mixedFault(word, main, rules, patterns) {
  const signs = letters(word);
  const odd = signs.map((_, place) => place).filter((place) => ![null, main].includes(scriptOf(signs[place], patterns)));
  const letter = signs[odd[0]];
  const again = retyped(word, main, rules, patterns);
  const parts = word.match(patterns.parts) ?? [];
  const name = again !== null ? "mixed" : parts.length === 2 ? "mixed-parts" : "mixed-all";
  return fault(rules, name, {
    word: shown(word), whole: word, among: rules.phrases[`among-${main}`], place: odd[0] + 1, letter, named: named(letter, rules),
    times: odd.length > 1 ? fill(rules.phrases.times, { count: odd.length }) : "", near: again ?? parts.join("-"),
  });
}

function styled(text, rules, patterns) {
  return (text.match(patterns.styled) ?? []).map((whole) => {
    const [letter] = letters(whole);
    const near = whole.replace(patterns.styledRun, (found) => found.normalize("NFKC"));
    return fault(rules, "styled", { word: shown(whole), whole, letter, named: named(letter, rules), near });
  });
}

function shown(text) {
  const found = letters(text);
  return found.length <= SHOWN ? text : `${found.slice(0, SHOWN - 1).join("")}…`;
}

// A browser knows no names of letters; those that are usually mixed up are exported with theirs.
function named(letter, rules) {
  const number = `U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return rules.named[letter] ? `${number} (${rules.named[letter]})` : number;
}
