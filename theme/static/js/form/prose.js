// Prose: what may not stand in a text. The mirror of `ikw.prose.unwanted` and of what rendering says.

import { hides } from "./characters.js";
import { search } from "./lines.js";
import { linkFaults } from "./links.js";
import { tidy } from "./listing.js";
import { fault, letters, oneLine, say } from "./rules.js";

const SHOWN = 40;

export function proseFaults(text, rules) {
  if (!text.trim()) return [];
  const much = tooMuch(text, rules);
  if (much.length) return much;
  const [cleared, faults] = clear(text, rules);
  const [tidied, depth] = tidy(cleared, rules);
  const limit = rules.limits.depth;
  if (depth > limit) return [...faults, fault(rules, "prose-deep", { depth, limit })];
  return [...faults, ...linkFaults(tidied, rules)];
}

function tooMuch(text, rules) {
  const found = [];
  const count = letters(text).length;
  if (count > rules.limits.prose) found.push(fault(rules, "prose-long", { count, limit: rules.limits.prose }));
  for (const bracket of rules.brackets) {
    const times = text.split(bracket).length - 1;
    if (times > rules.limits.brackets) found.push(fault(rules, "prose-brackets", { count: times, bracket, limit: rules.limits.brackets }));
  }
  return found;
}

function clear(text, rules) {
  const found = new Map();
  let cleared = text;
  for (const rule of [image, include, entity, tag]) cleared = rule(cleared, rules, found);
  return [cleared, [...found.values()]];
}

// Takes out what a pattern finds, and keeps one fault for each different message; `judge` returns [fault, what stands there instead].
function take(pattern, text, rules, found, judge) {
  let made = "";
  let place = 0;
  for (let match, from = 0; (match = search(pattern, text, from)); ) {
    const judged = judge(match);
    if (judged === "not here") {
      from = match.index + 1;
      continue;
    }
    from = match.index + match[0].length;
    if (!judged) continue;
    const [one, instead] = judged;
    const { message } = say(rules, one);
    if (!found.has(message)) found.set(message, one);
    const breaks = (words) => words.split("\n").length - 1;
    made += text.slice(place, match.index) + instead + "\n".repeat(Math.max(0, breaks(match[0]) - breaks(instead)));
    place = from;
  }
  return made + text.slice(place);
}

const image = (text, rules, found) => take(rules.patterns["prose-image"], text, rules, found, (match) => {
  if (["\\", "<"].includes(text[match.index - 1])) return "not here";
  return [fault(rules, "prose-image", { seen: shown(match[0], rules) }), ` ${match.groups.alt} `];
});

const include = (text, rules, found) => take(rules.patterns["prose-include"], text, rules, found, (match) => [fault(rules, "prose-include", { seen: match[0] }), " "]);

const entity = (text, rules, found) => take(rules.patterns["prose-entity"], text, rules, found, (match) =>
  hides(rules.unescape(match[0]), rules) ? [fault(rules, "prose-hidden", { seen: match[0] }), " "] : null);

const tag = (text, rules, found) => take(rules.patterns["prose-tag"], text, rules, found, (match) => {
  const link = search(rules.patterns["prose-autolink"], text, match.index);
  if (link && link.index === match.index) return null;
  const name = match.groups.name.replace(/^\/+/, "").toLowerCase();
  if (name.startsWith("www.")) return [fault(rules, "prose-www", { seen: shown(match[0], rules), host: name }), " "];
  const seen = { "!": "<!…>", "?": "<?…>" }[name[0]] ?? `<${name}>`;
  return [fault(rules, "prose-html", { seen: shown(seen, rules) }), " "];
});

function shown(text, rules) {
  const found = letters(oneLine(text, rules));
  return found.length <= SHOWN ? found.join("") : `${found.slice(0, SHOWN - 1).join("")}…`;
}
