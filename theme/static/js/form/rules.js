// Rules: the rulebook as the site exports it, made ready: patterns compiled, faults by name. Nothing here knows the page.

export const ERROR = "error";
export const WARNING = "warning";

export function prepare(data) {
  const patterns = {};
  const whole = {};
  for (const [name, [source, flags]] of Object.entries(data.patterns)) {
    patterns[name] = new RegExp(source, flags);
    whole[name] = new RegExp(`^(?:${source})$`, flags.replace("g", ""));
  }
  return { ...data, patterns, whole, spaces: new RegExp(`[${data.space}]+`, "u"), wordy: new RegExp(`[${data.word}]`, "u") };
}

// A fault knows its name and values; `say` makes its text.
export function fault(rules, name, values = {}) {
  const [code, , , isWarning] = rules.faults[name];
  return { name, code, severity: isWarning ? WARNING : ERROR, values };
}

export function say(rules, { name, values }) {
  const [, message, mend] = rules.faults[name];
  return { message: fill(message, values), mend: fill(mend, values) };
}

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

export const isWrong = (faults) => faults.some((one) => one.severity === ERROR);

export const letters = (text) => Array.from(text);

// A text on one line.
export const oneLine = (text, rules) => text.split(rules.spaces).filter(Boolean).join(" ");

// A text for a message: one line, not too long.
export function short(text, rules, limit = 60) {
  const line = letters(oneLine(text, rules));
  return line.length <= limit ? line.join("") : `${line.slice(0, limit - 1).join("")}…`;
}
