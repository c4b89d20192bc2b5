// Links: those that a text sets, and where they may lead. The mirror of `ikw.prose.links`, and of how Markdown finds a link.

import { search } from "./lines.js";
import { fault, letters } from "./rules.js";

const SHOWN = 60;
const TICK = "\x60";
const ESCAPED = `\\${TICK}*_{}[]()>#+-.!`;
// private letters that stand for code and for signs behind a backslash while links are looked for
const KEPT = 0xf0000;

export function isAddress(href, { whole, patterns }) {
  return whole.address.test(href) && !search(patterns["link-entity"], href);
}

function nearestAddress(written, rules) {
  const href = written.trim();
  let near = `https://${href.replace(/^(?:https?:)?\/*/i, "")}`;
  if (href.toLowerCase().startsWith("tel:")) near = href.toLowerCase().replace(/[^0-9+:a-z]/g, "");
  else if (href.includes("@")) near = `mailto:${href.replace(/^mailto:/, "").trim()}`;
  const [host] = near.replace(/^https:\/\//, "").split("/");
  const isLikely = near.startsWith("tel:") || near.startsWith("mailto:") || rules.whole.host.test(host);
  return isLikely && isAddress(near, rules) && near !== href ? near : null;
}

// A fault for each link of a tidy text that cannot be set.
export function linkFaults(text, rules) {
  return runs(text, rules).flatMap((run) => linksOf(run, rules)).flatMap(({ href: written, words }) => {
    const href = written.replace(rules.patterns["link-entity"], (entity) => rules.unescape(entity));
    const isEmpty = !words.trim();
    if (!isEmpty && isAddress(href, rules)) return [];
    const signs = letters(written);
    const seen = signs.length <= SHOWN ? written : `${signs.slice(0, SHOWN - 1).join("")}…`;
    const near = isEmpty || !written ? written : nearestAddress(written, rules);
    const name = !written ? "link-without-goal" : isEmpty ? "link-without-words" : near ? "link-near" : "link-wrong";
    return [fault(rules, name, { seen, near })];
  });
}

// What Markdown looks at in one go: a paragraph, a heading, an item of a list.
function runs(text, { patterns }) {
  const found = [[]];
  for (const line of text.split("\n")) {
    const marks = search(patterns.marks, line);
    const isHeading = /^ {0,3}#{1,6} +[^\n]/.test(line);
    const starts = !line.trim() || isHeading || (marks && marks.index === 0);
    if (starts) found.push([]);
    found.at(-1).push(marks && marks.index === 0 ? line.slice(marks[0].length) : line.trimStart());
    if (isHeading) found.push([]);
  }
  return found.map((lines) => lines.join("\n")).filter((run) => run.includes("[") || run.includes("<"));
}

function linksOf(run, rules) {
  const kept = [];
  const keep = (words) => String.fromCodePoint(KEPT + kept.push(words) - 1);
  const restored = (text) => Array.from(text, (sign) => kept[sign.codePointAt(0) - KEPT] ?? sign).join("");
  let text = withoutCode(run, keep);
  text = text.replace(/\\([^])/gu, (whole, sign) => (ESCAPED.includes(sign) ? keep(sign) : whole));
  const found = [];
  let rest = "";
  for (let place = 0; place < text.length; ) {
    const link = text[place] === "[" && text[place - 1] !== "!" ? linkAt(text, place) : null;
    if (link) {
      found.push({ href: restored(link.href).trim(), words: restored(link.words) });
      rest += ` ${link.words} `;
      place = link.stop;
    } else rest += text[place++];
  }
  const automatic = rest.matchAll(/<([A-Za-z][A-Za-z0-9+.-]*:\/\/[^<>]*)>|<(?:mailto:)?([^<>\s!]+@[^@<>\s]+)>/gu);
  for (const [, address, mailbox] of automatic) {
    const words = restored(address ?? mailbox);
    found.push({ href: address ? words : `mailto:${words}`, words });
  }
  return found;
}

function withoutCode(text, keep) {
  let made = "";
  for (let place = 0; place < text.length; ) {
    if (text[place] === "\\" && !made.endsWith("\\")) {
      const strokes = /^(?:\\\\)+(?=\x60)/.exec(text.slice(place));
      if (strokes) {
        made += keep("\\".repeat(strokes[0].length / 2));
        place += strokes[0].length;
        continue;
      }
    }
    if (text[place] !== TICK || made.endsWith("\\")) {
      made += text[place++];
      continue;
    }
    const [start, end] = codeSpan(text, place);
    made += end === null ? text.slice(place, start) : keep(text.slice(start, end).trim());
    place = end === null ? start : end + (start - place);
  }
  return made;
}

// Where the words of a code span begin and end; a null end where it is none.
function codeSpan(text, begin) {
  const ticks = /^\x60+/.exec(text.slice(begin))[0].length;
  const start = begin + ticks;
  let [longest, last] = [0, 0];
  for (const match of text.slice(start).matchAll(/\x60+/g)) {
    const stop = start + match.index + match[0].length;
    if (match[0].length === ticks) return [start, start + match.index];
    if (match[0].length > longest) [longest, last] = [match[0].length, stop];
  }
  return longest && longest < ticks ? [start - (ticks - longest), last - longest] : [start, null];
}

// `[words](address "title")` at a place: brackets may stand in brackets.
function linkAt(text, place) {
  let depth = 1;
  let stop = place + 1;
  while (stop < text.length && depth) depth += { "[": 1, "]": -1 }[text[stop++]] ?? 0;
  if (depth) return null;
  const words = text.slice(place + 1, stop - 1);
  const goal = goalAt(text, stop);
  return goal && { words, ...goal };
}

function goalAt(text, place) {
  const match = /^\(\s*(?:(<[^<>]*>)\s*(?:('[^']*'|"[^"]*")\s*)?\))?/u.exec(text.slice(place));
  if (!match) return null;
  if (match[1]) return { href: match[1].slice(1, -1).trim(), stop: place + match[0].length };
  const start = place + match[0].length;
  const title = { quote: "", start: -1, exit: -1 };
  const other = { quote: "", start: -1, exit: -1 };
  let [depth, spare, ignores, lastBracket, last] = [1, 1, false, -1, ""];
  let index = start;
  for (; index < text.length; ) {
    const sign = text[index];
    if (sign === "(") {
      if (!ignores) depth += 1;
      else if (spare > 0) spare -= 1;
    } else if (sign === ")") {
      if ((title.exit !== -1 && title.quote === last) || (other.exit !== -1 && other.quote === last)) depth = 0;
      else if (!ignores) depth -= 1;
      else if (spare > 0) {
        spare -= 1;
        if (spare === 0) lastBracket = index + 1;
      }
    } else if (sign === "'" || sign === '"') {
      if (!title.quote) {
        [ignores, spare, depth] = [true, depth, 1];
        [title.start, title.quote] = [index + 1, sign];
      } else if (sign !== title.quote && !other.quote) [other.start, other.quote] = [index + 1, sign];
      else if (sign === title.quote) title.exit = index + 1;
      else if (sign === other.quote) other.exit = index + 1;
    }
    index += 1;
    if (depth === 0) {
      const closed = [title, other].find(({ exit, quote }) => exit >= 0 && quote === last);
      return { href: text.slice(start, (closed ? closed.start : index) - 1), stop: index };
    }
    if (sign !== " ") last = sign;
  }
  if (spare !== 0) return null;
  // without a bracket to go back to, Markdown counts from the end
  return { href: text.slice(start, lastBracket - 1), stop: lastBracket < 0 ? text.length - 1 : lastBracket };
}
