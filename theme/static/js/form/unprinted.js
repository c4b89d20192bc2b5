// Unprinted: letters that paper does not have, told for each line of the file. The mirror of `ikw.unprinted`.

import { fault } from "./rules.js";

const spelled = (letters) => letters.map((letter) => `„${letter}“ (U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")})`).join(", ");

export function unprinted(text, rules) {
  const { unprinted: pattern, "prose-entity": entity } = rules.patterns;
  if (!pattern) return []; // a theme without fonts has no paper
  // what an entity stands for is printed, though it stands in no line
  const missing = new Set(text.replace(entity, (found) => rules.unescape(found)).match(pattern));
  const lines = missing.size ? text.split("\n") : [];
  const byLine = new Map();
  for (const letter of missing) {
    const line = Math.max(0, lines.findIndex((one) => one.includes(letter)));
    if (!byLine.has(line)) byLine.set(line, []);
    byLine.get(line).push(letter);
  }
  return [...byLine.keys()].sort((one, other) => one - other).flatMap((line) => withoutLetters(byLine.get(line), rules));
}

function withoutLetters(missing, rules) {
  const isSign = (letter) => rules.whole.sign.test(letter);
  const found = (name, key, letters) => (letters.length ? [fault(rules, name, { [key]: spelled(letters), whole: letters[0] })] : []);
  return [
    ...found("paper-sign", "signs", missing.filter(isSign)),
    ...found("paper-letter", "letters", missing.filter((letter) => !isSign(letter))),
  ];
}
