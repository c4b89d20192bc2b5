// Problems: faults at the questions they are about, and all of them on top when somebody wants to hand in.

import { fill, ERROR, say } from "./rules.js";

// The control of a place in a record: what a place there is called here, then what it leads to.
const NAMES = [
  [/^venue$/, "venues.0.name"], [/^venue\.([a-z]+)$/, "venues.0.$1"], [/^venues\.(\d+)$/, "venues.$1.name"],
  [/^when$/, "when.0"], [/^when\.(\d+)\.on$/, "when.$1"], [/^when\.(\d+)\.venue\.name$/, "when.$1.venue"], [/^when\.(\d+)\.venue\.town$/, "when.$1.town"],
  [/^(organisers|partners|funders)$/, "$1.0"], [/^(organisers|partners|funders)\.(\d+)$/, "$1.$2.name"],
  [/^hours$/, "hours.0.times"], [/^hours\.(\d+)$/, "hours.$1.times"],
  [/^cost$/, "cost.regular"], [/^contact$/, "contact.consent"], [/^image_(alt|credit)$/, "image.$1"],
];

export class Problems {
  constructor(form, rules) {
    Object.assign(this, { form, rules, touched: new Set(), isAsked: false, summary: form.querySelector(".summary") });
    this.summary.addEventListener("click", (event) => this.follow(event));
  }

  touch = (control) => this.touched.add(control.name || control.id);

  // Shows what is wrong with the questions that were answered, or with all once one has asked to hand in.
  show(faults, places, answers) {
    const found = new Map();
    for (const one of faults) {
      const control = this.control(one, places, answers);
      if (!control || !(this.isAsked || this.touched.has(control.name) || this.touched.has(control.id))) continue;
      const box = boxOf(control);
      found.set(box, [...(found.get(box) ?? []), { ...one, control }]);
    }
    for (const box of this.form.querySelectorAll(".is-wrong, .is-noted")) if (!found.has(box)) mark(box, [], this.rules);
    for (const [box, list] of found) mark(box, list, this.rules);
    return found;
  }

  control(fault, places, answers) {
    if (!fault.at) return this.byWord(fault.values.whole, answers);
    const [head, second] = fault.at.split(".");
    const key = [`${head}.${second}`, head].find((one) => places[one]);
    let name = key ? places[key] + fault.at.slice(key.length) : fault.at;
    for (const [pattern, made] of NAMES) name = name.replace(pattern, made);
    if (/^when\.\d+$/.test(name)) name += this.form.elements[`${name}.own`]?.value ? ".text" : ".day";
    return this.find(name);
  }

  find(name) {
    const found = this.form.elements[name];
    return found instanceof RadioNodeList ? found[0] : found ?? document.getElementById(name.replaceAll(".", "-"));
  }

  // Where a word stands that a fault of the whole file is about.
  byWord(word) {
    const texts = [...this.form.elements].filter(({ type, name }) => name && ["text", "textarea"].includes(type));
    return texts.find(({ value }) => word && value.includes(word)) ?? this.find("text");
  }

  // All errors on top; once somebody has asked to hand in, the focus goes there.
  summarize(found, isFocused) {
    const errors = [...found.values()].flat().filter(({ severity }) => severity === ERROR).sort(inOrder);
    const { words } = this.rules;
    this.summary.hidden = !errors.length;
    if (!errors.length) return;
    this.summary.querySelector("h2").textContent = errors.length === 1 ? words.one_fault : fill(words.faults, { n: errors.length });
    this.summary.querySelector("ul").replaceChildren(...errors.map((one) => {
      const link = document.createElement("a");
      link.href = `#${one.control.id || boxOf(one.control).id}`;
      link.append(...written(`${labelled(one.control)}${textOf(one, this.rules).message}`, this.rules));
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    if (isFocused) this.summary.focus();
  }

  follow(event) {
    const id = event.target.closest("a")?.hash.slice(1);
    const target = id && document.getElementById(id);
    if (!target) return;
    event.preventDefault();
    const control = target.matches("fieldset") ? target.querySelector("input:not([type=hidden])") : target;
    for (let at = control; at; at = at.parentElement) if (at.localName === "details") at.open = true;
    control.scrollIntoView({ block: "center" });
    control.focus();
  }
}

const inOrder = ({ control: one }, { control: other }) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

// A fault of the form's own brings its words along.
const textOf = (one, rules) => one.text ?? say(rules, one);

const QUOTED = /([«“„][^«»“”„]+[»”“])/u;
const DIGIT = /\d/;
const OTHER_LETTER = /(?=\p{L})\P{Script=Latin}/u;

// Words of the page with what is quoted in them kept together: input and examples are German, whatever the page's language is.
// In a script like German only what has a number is surely one: the name of a field or a button is quoted, too.
function written(text, { card }) {
  if (card.is_german) return [text];
  const isOtherScript = OTHER_LETTER.test(text);
  return text.split(QUOTED).flatMap((piece, at) => {
    if (at % 2 === 0) return [piece];
    const own = document.createElement("bdi");
    own.textContent = piece.slice(1, -1);
    if (isOtherScript ? !OTHER_LETTER.test(own.textContent) : DIGIT.test(own.textContent)) Object.assign(own, { lang: "de", dir: "ltr" });
    return [piece[0], own, piece.at(-1)];
  });
}

const boxOf = (control) => control.closest(control.type === "radio" || (control.type === "checkbox" && !("yes" in control.dataset)) ? "fieldset" : ".ask");

// Before what is wrong; a question brings its own sign, and a box to tick says all in its words.
function labelled(control) {
  const label = labelOf(control);
  return label && `${label}${/[?؟]$/u.test(label) ? "" : ":"} `;
}

function labelOf(control) {
  const box = boxOf(control);
  const label = box.matches("fieldset") ? box.querySelector("legend") : box.querySelector("label");
  const row = control.closest(".one");
  const own = label.firstChild.textContent.trim();
  return row && !row.classList.contains("is-only") ? `${row.getAttribute("aria-label")}, ${own}` : own;
}

function mark(box, faults, rules) {
  const isWrong = faults.some(({ severity }) => severity === ERROR);
  box.classList.toggle("is-wrong", isWrong);
  box.classList.toggle("is-noted", Boolean(faults.length) && !isWrong);
  const control = box.matches("fieldset") ? box : box.querySelector("input, textarea, select");
  const id = `${control.id}-fault`;
  let place = box.querySelector(":scope > .fault");
  if (!faults.length) {
    place?.remove();
    describe(control, id, false);
    control.removeAttribute("aria-invalid");
    return;
  }
  if (!place) {
    place = document.createElement("div");
    place.className = "fault";
    place.id = id;
    (box.querySelector(":scope > .choices") ?? box.querySelector(":scope > input, :scope > textarea, :scope > select")).before(place);
  }
  const lines = faults.map((one) => {
    const { message, mend } = textOf(one, rules);
    const line = document.createElement("p");
    const kind = document.createElement("b");
    kind.textContent = one.severity === ERROR ? rules.words.fault : rules.words.note;
    line.append(kind, ...written(` ${message} ${mend}`, rules));
    return line;
  });
  if (place.textContent !== lines.map(({ textContent }) => textContent).join("")) place.replaceChildren(...lines);
  describe(control, id, true);
  if (isWrong && !box.matches("fieldset")) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

// Adds to what describes a control, or takes it away.
export function describe(control, id, isOn) {
  const ids = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  if (isOn) ids.push(id);
  if (ids.length) control.setAttribute("aria-describedby", ids.join(" "));
  else control.removeAttribute("aria-describedby");
}
