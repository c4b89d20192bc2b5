// Listing: lists as people type them, and how deep they are nested. The mirror of `ikw.prose.listing`.

import { search } from "./lines.js";

const NOTHING = ["", "-", "*", "+", "•", "●", "▪", "‣", "◦", "·"];

// Returns [the text with its lists in order, how deep its lists and quotes are nested].
export function tidy(text, rules) {
  const { patterns, whole, limits: { indent: step } } = rules;
  const at = (pattern, line) => {
    const match = search(pattern, line);
    return match && match.index === 0 ? match : null;
  };
  const lines = [];
  const indents = [];
  let deepest = 0;
  const source = expanded(text, step).split("\n");
  source.forEach((written, number) => {
    let line = written;
    const isAfterBlank = !lines.length || !lines.at(-1);
    const indent = line.length - line.replace(/^ +/, "").length;
    const bullet = at(patterns.bullet, line);
    const ordinal = at(patterns.ordinal, line);
    const words = line.replace(/^ +| +$/g, "");
    if (NOTHING.includes(words) || (whole.rule.test(words) && words.replaceAll(" ", "").length > 2)) {
      lines.push("");
      return;
    }
    if (bullet || ordinal) {
      if (!indents.length && !isAfterBlank && (bullet || opensList(line, source[number + 1] ?? ""))) lines.push("");
      while (indents.length && indent < indents.at(-1)) indents.pop();
      if (!indents.length || indent >= indents.at(-1) + 2) indents.push(indent);
      const item = ordinal ? `${ordinal[2]} ${line.slice(ordinal[0].length)}` : `- ${line.slice(bullet[0].length)}`;
      line = " ".repeat(step * (indents.length - 1)) + item;
    } else if (indents.length && isAfterBlank) {
      while (indents.length && indent < indents.at(-1) + 2) indents.pop();
      line = " ".repeat(step * indents.length) + line.replace(/^ +/, "");
    } else line = withoutClosing(line.replace(/^ +/, ""));
    deepest = Math.max(deepest, indents.length, depthOf(line, patterns, step, at));
    lines.push(line);
  });
  return [lines.join("\n"), deepest];
}

function expanded(text, step) {
  return text.split("\n").map((line) => {
    let made = "";
    let column = 0;
    for (const sign of line) {
      const room = sign === "\t" ? step - (column % step) : 0;
      made += room ? " ".repeat(room) : sign;
      column += room || 1;
    }
    return made;
  }).join("\n");
}

function depthOf(line, patterns, step, at) {
  const marks = at(patterns.marks, line);
  if (!marks) return 0;
  return (marks[0].match(patterns.mark) ?? []).length + marks[0].split(" ".repeat(step)).length - 1;
}

const opensList = (line, following) => /^\s*1\./.test(line) && /^\s*2\./.test(following);

function withoutClosing(line) {
  if (!line.startsWith("#")) return line;
  const bare = line.trimEnd().replace(/#+$/, "");
  return bare.endsWith(" ") && bare.replace(/^[# ]+|[# ]+$/g, "") ? bare.trimEnd() : line;
}
