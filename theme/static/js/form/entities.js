// Entities: what `&…;` stands for, by the browser's own table. Numbers that stand for no character are nothing, as for a check.

export const invisible = (code) =>
  (code > 0 && code < 9) || code === 11 || (code > 13 && code < 32) || code === 127 || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;

export function unescape(text) {
  const number = /^&#(?:[xX]([0-9a-fA-F]+)|(\d+));$/.exec(text);
  if (number && invisible(number[1] ? Number.parseInt(number[1], 16) : Number(number[2]))) return "";
  const element = document.createElement("i");
  element.innerHTML = text;
  return element.textContent;
}
