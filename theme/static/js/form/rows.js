// Rows: what may be answered several times. Paper has some lines of each; here there is one until more are wanted.

import { fill } from "./rules.js";

export class Rows {
  constructor(fieldset, rules, changed) {
    Object.assign(this, { fieldset, rules, changed, name: fieldset.dataset.rows, label: fieldset.querySelector("legend").firstChild.textContent.trim() });
    this.blank = this.rows().at(-1).cloneNode(true);
    for (const one of this.blank.querySelectorAll("details")) one.open = false;
    for (const one of this.blank.querySelectorAll("input, textarea")) one.value = "";
    this.add = fieldset.querySelector(":scope > .add button");
    this.add.parentElement.hidden = false;
    this.add.addEventListener("click", () => this.more());
    fieldset.addEventListener("click", ({ target }) => {
      if (target.closest(".less")) this.less(target.closest(".one"));
    });
    this.setCount(this.rows().findLastIndex((row) => [...row.querySelectorAll("input:not([type=hidden]), textarea")].some(({ value }) => value)) + 1);
  }

  rows = () => [...this.fieldset.querySelectorAll(":scope > .one")];

  // As many rows as a draft has, empty ones.
  setCount(count) {
    while (this.rows().length > Math.max(1, count)) this.rows().at(-1).remove();
    while (this.rows().length < count) this.append();
    this.number();
  }

  append() {
    const row = this.blank.cloneNode(true);
    this.add.parentElement.before(row);
    return row;
  }

  more() {
    const row = this.append();
    this.number();
    this.changed();
    firstControl(row).focus();
  }

  less(row) {
    const next = row.nextElementSibling?.matches(".one") ? row.nextElementSibling : row.previousElementSibling;
    row.remove();
    this.number();
    this.changed();
    (next?.matches(".one") ? firstControl(next) : this.add).focus();
  }

  // Names and ids say which row they are of; so does the label of the row, once there are several.
  number() {
    const rows = this.rows();
    rows.forEach((row, place) => {
      row.querySelector(":scope > .less").hidden = rows.length === 1;
      row.classList.toggle("is-only", rows.length === 1);
      if (rows.length === 1) for (const attribute of ["role", "aria-label"]) row.removeAttribute(attribute);
      else {
        row.setAttribute("role", "group");
        row.setAttribute("aria-label", fill(this.rules.words.row, { label: this.label, n: place + 1 }));
      }
      for (const element of row.querySelectorAll("[id], [name], [for], [aria-describedby]")) {
        for (const attribute of ["id", "name", "for", "aria-describedby"]) {
          const value = element.getAttribute(attribute);
          if (value) element.setAttribute(attribute, value.replaceAll(new RegExp(`(^| )${this.name}([.-])\\d+`, "g"), `$1${this.name}$2${place}`));
        }
      }
    });
  }
}

export const firstControl = (row) => [...row.querySelectorAll("input:not([type=hidden]), select, textarea")].find((one) => one.checkVisibility?.() ?? one.offsetParent);
