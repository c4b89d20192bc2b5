// Writer: a record as the text of an event file. What is not plain is quoted, so that a check reads every text as it was typed.

// A letter or digit first, no sign that means something to YAML, no colon before a gap or at the end.
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .,;!?()/+–—’‘“”„‚…€°§=~_'@&%*-]|:(?=[^ ]))*$/u;
const WORDS_FOR_NOTHING = ["null", "~"];
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function textOf(record, body) {
  return `---\n${frontOf(record)}---\n${body ? `${body}\n` : ""}`;
}

export const frontOf = (record) => group(record, "");

function group(record, indent) {
  return Object.entries(record).map(([name, value]) => entry(`${indent}${key(name)}:`, value, indent)).join("");
}

function entry(head, value, indent) {
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one === "string" && ID.test(one))) return `${head} [${value.join(", ")}]\n`;
    return `${head}\n${value.map((one) => item(one, `${indent}  `)).join("")}`;
  }
  if (typeof value === "object") return `${head}\n${group(value, `${indent}  `)}`;
  return value === "" ? `${head}\n` : `${head} ${scalar(value)}\n`;
}

function item(value, indent) {
  if (typeof value === "string") return `${indent}- ${scalar(value)}\n`;
  return `${indent}- ${group(value, `${indent}  `).slice(indent.length + 2)}`;
}

const isPlain = (text) => PLAIN.test(text) && !text.endsWith(" ") && !WORDS_FOR_NOTHING.includes(text);
const key = (name) => (isPlain(name) ? name : quoted(name));

export const scalar = (text) => (isPlain(text) ? text : quoted(text));

// The quotes that need no escaping; typographic quotes are letters like others.
function quoted(text) {
  return text.includes('"') || text.includes("\\") ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
