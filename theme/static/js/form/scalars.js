// Scalars: single values, read or refused. The mirror of `ikw.values.scalars`; each returns [value, fault].

import { fault, letters, short } from "./rules.js";

const fits = (name) => (text, rules) => (rules.whole[name].test(text) ? [text, null] : [null, fault(rules, name, { value: short(text, rules) })]);

function url(text, rules) {
  const value = short(text, rules);
  const n = letters(text).length;
  const limit = rules.limits.url;
  if (n > limit) return [null, fault(rules, "url-long", { n, limit, value })];
  if (rules.whole.url.test(text)) return [text, null];
  const near = `https://${text.replace(/^(?:https?:)?\/*/i, "")}`;
  return [null, fault(rules, rules.whole.url.test(near) && near !== text ? "url-near" : "url", { value, near })];
}

function email(text, rules) {
  if (rules.whole.email.test(text)) return [text, null];
  const near = text.replace(/^mailto:/i, "");
  return [null, fault(rules, rules.whole.email.test(near) ? "email-near" : "email", { value: short(text, rules), near })];
}

function phone(text, rules) {
  const isPhone = rules.whole.phone.test(text) && (text.match(/\d/g) ?? []).length >= rules.limits.digits;
  return isPhone ? [text, null] : [null, fault(rules, "phone", { value: short(text, rules) })];
}

// In cents; free is 0.
export function amount(text, rules) {
  if (rules.free.includes(text.toLowerCase())) return [0, null];
  const match = rules.whole.amount.exec(text);
  if (!match) return [null, fault(rules, "amount", { value: short(text, rules) })];
  const cents = match.groups.cents ?? "";
  return [Number(match.groups.whole) * 100 + (/\d/.test(cents) ? Number(cents) : 0), null];
}

const years = (digits) => (digits === undefined ? null : Number(digits));

function age(text, rules) {
  const match = rules.whole.age.exec(text.toLowerCase());
  const value = short(text, rules);
  if (!match) return [null, fault(rules, "age", { value })];
  const { from, above, open, to, until } = match.groups;
  const [youngest, oldest] = [years(from ?? above ?? open), years(to ?? until)];
  if (youngest !== null && oldest !== null && youngest > oldest) return [null, fault(rules, "age-turned", { value, near: `${oldest}–${youngest}` })];
  return [{ youngest, oldest }, null];
}

export const SCALARS = { url, email, phone, postcode: fits("postcode"), number: fits("number"), amount, age };
