// Characters: the ones nobody sees or types on purpose. What is pasted comes without them; the mirror of `ikw.source.characters.clean`.

import { letters } from "./rules.js";

export function clean(text, rules) {
  const { suspect } = rules.patterns;
  suspect.lastIndex = 0;
  if (!suspect.test(text)) return text;
  const signs = letters(text);
  return signs.map((sign, place) => {
    suspect.lastIndex = 0;
    if (!suspect.test(sign) || belongs(sign, signs[place - 1] ?? "", signs[place + 1] ?? "", rules)) return sign;
    return rules.breaks.includes(sign) ? " " : "";
  }).join("");
}

// Whether an entity stands for a character that may not be there.
export const hides = (text, rules) => clean(text, rules) !== text;

function belongs(sign, before, after, { whole }) {
  const isArabic = (letter) => whole.arabic.test(letter) && /^[\p{L}\p{M}]$/u.test(letter);
  const isEmoji = (letter) => letter === "\ufe0f" || /^[\p{So}\p{Sk}]$/u.test(letter);
  if (sign === "\u200c") return isArabic(before) && isArabic(after);
  if (sign === "\u200d") return whole.indic.test(before) || (isEmoji(before) && isEmoji(after));
  return whole.tags.test(sign) && (before === "\u{1f3f4}" || whole.tags.test(before));
}
