// Form: an event is filled in, judged as one types, shown as it will look, kept as a draft, and handed over.

// All modules are named here, so that a slow connection has to wait for them only once.
import "./card.js";
import "./characters.js";
import "./formats.js";
import "./known.js";
import "./lines.js";
import "./links.js";
import "./listing.js";
import "./lookalikes.js";
import "./prose.js";
import "./scalars.js";
import "./stacks.js";
import "./unprinted.js";
import "./values.js";
import "./when/dates.js";
import "./when/faults.js";
import "./when/names.js";
import "./when/reader.js";
import "./when/times.js";
import "./when/tokens.js";
import { read, write } from "./answers.js";
import { arrangeAll, offerPicking, showWhatMatters } from "./conditions.js";
import { spanOf } from "./days.js";
import { dateLine } from "./dates.js";
import { Draft } from "./draft.js";
import { Endings } from "./endings.js";
import { unescape } from "./entities.js";
import { judge } from "./judge.js";
import { neighbourFaults } from "./neighbours.js";
import { Picture } from "./picture.js";
import { Preview, readBack } from "./preview.js";
import { Problems } from "./problems.js";
import { recordOf } from "./record.js";
import { Rows } from "./rows.js";
import { isWrong, prepare } from "./rules.js";
import { readWhen } from "./when/reading.js";
import { textOf } from "./writer.js";

const PAUSE = 200;

class Form {
  constructor(form, rules, draft, kept) {
    Object.assign(this, { form, rules, draft, span: spanOf(rules.edition), neighbours: [] });
    this.rows = [...form.querySelectorAll("[data-rows]")].map((fieldset) => new Rows(fieldset, rules, () => this.changed()));
    this.picture = new Picture(form, rules, () => this.changed(), (picture) => draft.keepPicture(picture));
    this.problems = new Problems(form, rules);
    this.preview = new Preview(form, rules);
    this.endings = new Endings(form, rules);
    this.restore(kept);
    offerPicking(form, rules);
    this.listen();
    this.unfold();
    this.update();
  }

  // What only a script can do is shown, what few need is folded up.
  unfold() {
    const { form } = this;
    form.querySelector(".paper").hidden = true;
    form.querySelector(".draft").hidden = false;
    form.querySelector(".submit").hidden = false;
    const folded = [...form.querySelectorAll("details")];
    const isAnswered = (one) => [...one.querySelectorAll("input:not([type=radio], [type=checkbox], [type=hidden]), textarea, select")].some(({ value }) => value);
    for (const one of folded) one.open = isAnswered(one) || (this.picture.isChosen && one.contains(this.picture.input));
    let before = [];
    addEventListener("beforeprint", () => {
      before = folded.filter(({ open }) => !open);
      for (const one of form.querySelectorAll("details")) one.open = true;
    });
    addEventListener("afterprint", () => before.forEach((one) => { one.open = false; }));
  }

  listen() {
    const { form } = this;
    form.addEventListener("input", () => this.soon(PAUSE));
    form.addEventListener("change", ({ target }) => {
      this.problems.touch(target);
      this.soon(0);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.handIn();
    });
    addEventListener("pointerdown", () => { this.isPressed = true; }, true);
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => { this.isPressed = false; }, true);
    const { draft } = this;
    form.querySelector(".draft button").addEventListener("click", () => {
      if (!confirm(this.rules.words.delete)) return;
      draft.clear();
      form.reset();
      this.picture.forget();
      for (const one of this.rows) one.setCount(1);
      Object.assign(this.problems, { isAsked: false, touched: new Set() });
      this.problems.summary.hidden = true;
      this.update();
      form.querySelector(".draft [role=status]").textContent = this.rules.words.deleted;
    });
  }

  // Not over what was typed while this script was on its way.
  restore(kept) {
    const answers = this.draft.load();
    const isTyped = [...this.form.querySelectorAll("input[type=text], textarea[name]")].some(({ value }) => value);
    if (!answers || isTyped) return;
    for (const one of this.rows) one.setCount((answers[one.name] ?? []).length);
    write(this.form, answers);
    if (kept) this.picture.restore(kept);
    const { words } = this.rules;
    const isGone = answers.image?.file && !kept;
    this.form.querySelector(".draft [role=status]").textContent = isGone ? `${words.restored} ${words.picture_gone}` : words.restored;
  }

  // Never between the press and the release of a button: what moves then is missed.
  soon(pause) {
    clearTimeout(this.waiting);
    this.preview.setBusy(true);
    this.waiting = setTimeout(() => (this.isPressed ? this.soon(PAUSE) : this.changed()), pause);
  }

  changed() {
    clearTimeout(this.waiting);
    const answers = this.answers();
    this.draft.save(answers);
    this.update(answers);
  }

  answers() {
    const answers = read(this.form);
    return { ...answers, image: { ...answers.image, file: this.picture.isChosen } };
  }

  // Judges what stands there, and shows it.
  update(answers = this.answers()) {
    showWhatMatters(this.form, this.rules);
    arrangeAll(this.form, this.rules);
    const made = recordOf(answers, this.rules);
    const { values, faults } = judge(made, this.span, this.rules);
    const all = [...faults, ...this.demands(answers), ...neighbourFaults({ id: made.id, values }, this.neighbours, this.rules)];
    const found = this.problems.show(all, made.places, answers);
    if (!this.problems.summary.hidden) this.problems.summarize(found, false);
    this.preview.show(made.record, values);
    this.preview.setBusy(false);
    readBack(this.form, (place) => this.datesOf(place, made), this.rules);
    const file = { id: made.id, title: made.record.title ?? "", text: textOf(made.record, made.body) };
    if (this.endings.isShown) {
      if (isWrong(all)) this.endings.hide();
      else this.endings.show(file, this.picture);
    }
    return { found, file, isRight: !isWrong(all) };
  }

  // How the date of a row of the form is read, if it can be.
  datesOf(place, { record, places }) {
    const key = Object.keys(places).find((one) => places[one] === `when.${place}`);
    if (!key) return [];
    const item = Array.isArray(record.when) ? record.when[Number(key.split(".")[1])] : record.when;
    return readWhen(item.on ?? item, this.span, this.rules)[0].map((one) => dateLine(one, this.rules));
  }

  // What the form demands beyond the file: the word that a picture may be shown, and a price where one is asked.
  demands({ image, cost }) {
    const { words } = this.rules;
    const found = this.picture.fault ? [this.picture.fault] : [];
    const add = (at, severity, message, mend) => found.push({ code: "form", at, severity, values: {}, text: { message, mend } });
    if (image.file && !image.consent) add("image.consent", "error", words.consent, words.consent_mend);
    if (cost?.kind === "price" && !cost.regular?.trim() && !cost.reduced?.trim()) add("cost.regular", "warning", words.no_price, words.no_price_mend);
    return found;
  }

  handIn() {
    this.problems.isAsked = true;
    const { found, file, isRight } = this.update();
    this.problems.summarize(found, true);
    if (!isRight) return;
    this.endings.show(file, this.picture);
    this.endings.section.scrollIntoView({ block: "start" });
    this.endings.section.focus({ preventScroll: true });
  }
}

const form = document.querySelector("form[data-rules]");
const answer = await fetch(form.dataset.rules);
const rules = prepare(await answer.json());
rules.unescape = unescape;
const draft = new Draft(rules.edition.id);
const filled = new Form(form, rules, draft, await draft.picture());
// What is there already comes after the form can be filled in; without it, the office sees what clashes.
const others = await fetch(form.dataset.neighbours).catch(() => null);
if (others?.ok) {
  filled.neighbours = await others.json();
  filled.update();
}
