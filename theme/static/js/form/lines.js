// Lines: texts of one line and what is wrong with them. The mirror of `ikw.values.lines`.

import { fault, letters, short } from "./rules.js";

// The first match of a pattern from a place on.
export function search(pattern, text, from = 0) {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

export const isBlank = (value) => value === undefined || value === null || value === "" || (typeof value === "object" && !Object.keys(value).length);

export function markupFault(text, rules) {
  const { markup, entity } = rules.patterns;
  const tag = search(markup, text);
  if (tag) return fault(rules, "html", { value: short(tag[0], rules) });
  const script = scriptIn(text, rules);
  if (script) return fault(rules, "script", { value: short(script, rules) });
  const found = search(entity, text);
  return found && rules.unescape(found[0]) !== found[0] ? fault(rules, "entity", { value: found[0] }) : null;
}

// The pattern was written for the begin of a word.
function scriptIn(text, rules) {
  for (let match, from = 0; (match = search(rules.patterns.script, text, from)); from = match.index + 1) {
    const before = letters(text.slice(0, match.index)).at(-1);
    if (!before || !rules.wordy.test(before)) return match[0];
  }
  return null;
}

export function longFault(text, limit, rules) {
  const n = letters(text).length;
  const most = limit * rules.limits.much_too_long;
  if (n <= limit) return null;
  const value = short(text, rules);
  return n <= most ? fault(rules, "long", { value, n, limit }) : fault(rules, "too-long", { value, n, most, more: n - most });
}
