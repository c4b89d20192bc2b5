// Stacks: more marks on one letter than any script puts there, and marks on no letter. The mirror of `ikw.source.stacks`.

import { fault, letters } from "./rules.js";

const MOST = 4;
const MOST_TALL = 6;
const SHOWN = 60;
const TALL = /[\u0591-\u05c7\u0f00-\u109f\u1780-\u17ff\u1a20-\u1aaf]/;
const RUN = /[\p{Mn}\p{Me}\u200c\u200d]+/gu;
const MARK = /[\p{Mn}\p{Me}]/gu;
const ENTITY = /&(?:#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));?|(DownBreve|tdot|TripleDot|DotDot);)/g;
const NAMED = { DownBreve: 0x311, tdot: 0x20db, TripleDot: 0x20db, DotDot: 0x20dc };
const OF_SIGNS = /^[\ufe00-\ufe0f\u20e3\u0338]/;
const SIGN = /[!-/:-@[-\x60{-~\n]/;

// The faults of a whole file, at most one of each kind for each line; the letters a fault is about are in its values.
export function stacks(text, rules) {
  const whole = text.replace(ENTITY, meant);
  if (/^[\x00-\x7f]*$/.test(whole)) return [];
  const found = new Map();
  let [line, seen] = [1, 0];
  for (const run of runs(whole)) {
    const name = wrong(whole, run);
    if (!name) continue;
    line += whole.slice(seen, run.start).split("\n").length - 1;
    seen = run.start;
    if (!found.has(`${name} ${line}`)) found.set(`${name} ${line}`, faultOf(name, whole, run, rules));
  }
  return [...found.values()];
}

function meant(seen, hex, number, name) {
  const code = hex ? Number.parseInt(hex, 16) : number ? Number(number) : NAMED[name];
  return code < 0x110000 && /^[\p{Mn}\p{Me}]$/u.test(String.fromCodePoint(code)) ? String.fromCodePoint(code) : seen;
}

function runs(text) {
  return [...text.matchAll(RUN)].map((match) => ({ start: match.index, end: match.index + match[0].length, marks: match[0].match(MARK) ?? [], text: match[0] }))
    .filter(({ marks }) => marks.length);
}

function wrong(text, run) {
  if (run.marks.length > (TALL.test(run.text) ? MOST_TALL : MOST)) return "stacked";
  const before = text[run.start - 1] === " " ? text[run.start - 2] : text[run.start - 1];
  return OF_SIGNS.test(run.text) || (before !== undefined && !SIGN.test(before)) ? "" : "loose";
}

function faultOf(name, text, run, rules) {
  const before = text.slice(text.lastIndexOf("\n", run.start - 1) + 1, run.start);
  const [after] = text.slice(run.end).split("\n");
  const head = run.start ? before.split(rules.spaces).at(-1) : "";
  const [tail] = after.split(rules.spaces);
  const near = without(head) + without(tail);
  const mark = `U+${run.marks[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return fault(rules, name, { near: shown(near), count: run.marks.length, letter: letters(head).at(-1) ?? "", mark, whole: run.text });
}

const without = (text) => text.replace(RUN, (found) => ((found.match(MARK) ?? []).length > MOST ? "" : found));

function shown(text) {
  const found = letters(text);
  return found.length <= SHOWN ? text : `${found.slice(0, SHOWN - 1).join("")}…`;
}
