// When tokens: a text cut by the exported table of patterns. The mirror of `ikw.when.tokens`.

const scanners = new WeakMap();

function scanner(table) {
  if (scanners.has(table)) return scanners.get(table);
  const places = [];
  let next = 1;
  for (const { name, regex } of table.patterns) {
    const groups = new RegExp(`${regex}|`, table.flags).exec("").length - 1;
    places.push({ name, at: next, groups });
    next += groups + 1;
  }
  const source = table.patterns.map(({ name, regex }) => `(?<${name}>${regex})`).join("|");
  const found = { places, pattern: new RegExp(` *(?:${source})`, `${table.flags}y`) };
  scanners.set(table, found);
  return found;
}

export function clean(text, { clean: signs }) {
  const swapped = Array.from(text.normalize("NFC"), (sign) =>
    signs.spaces.includes(sign) ? " "
      : signs.line_ends.includes(sign) ? "\n"
        : signs.hyphens.includes(sign) ? "-"
          : signs.dropped.includes(sign) ? "" : sign).join("");
  return swapped.replace(/^[ \n]+|[ \n]+$/g, "").replace(/ {2,}/g, " ");
}

// The characters that nobody can see: control, direction, unassigned.
export const unprintable = (text) => [...new Set(text.match(/[\p{C}\p{Z}]/gu) ?? [])].filter((sign) => sign !== " " && sign !== "\n");

export function cut(text, table) {
  const { places, pattern } = scanner(table);
  const tokens = [];
  pattern.lastIndex = 0;
  for (let match; (match = pattern.exec(text)); ) {
    const { name, at, groups } = places.find((one) => match[one.at] !== undefined);
    const stop = match.index + match[0].length;
    if (name !== "filler") {
      tokens.push({ name, text: match[at], start: stop - match[at].length, stop, values: match.slice(at + 1, at + 1 + groups) });
    }
  }
  return tokens;
}
