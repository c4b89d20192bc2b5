// Conditions: questions that only some answers make worth asking (`data-if="place=venue"`), and dates that are picked or written.

import { folded } from "./known.js";
import { describe } from "./problems.js";
import { municipalityOf } from "./record.js";
import { fill, oneLine } from "./rules.js";

export function showWhatMatters(form, rules) {
  for (const element of form.querySelectorAll("[data-if]")) {
    const [name, values] = element.dataset.if.split("=");
    const chosen = form.querySelector(`[name="${name}"]:checked`)?.value ?? "";
    element.hidden = !values.split(",").includes(chosen);
  }
  tellPlaces(form, rules);
  const dates = [...form.querySelectorAll("[data-rows=when] > .one")];
  for (const row of dates) {
    const apart = row.querySelector(".apart");
    apart.hidden = dates.length === 1 && ![...apart.querySelectorAll("input")].some(({ value }) => value);
  }
}

// A place that is known needs no address, and a town that is a municipality needs no second name.
export function tellPlaces(form, rules) {
  form.querySelectorAll("[data-rows=venues] > .one").forEach((row) => {
    const of = (name) => row.querySelector(`[name$=".${name}"]`);
    const id = rules.known.venue_ids[folded(oneLine(of("name").value, rules))];
    for (const name of ["street", "postcode", "town"]) of(name).closest(".ask").hidden = Boolean(id);
    const town = oneLine(of("town").value, rules);
    const more = of("municipality");
    if (more) more.closest(".ask").hidden = Boolean(id) || (!more.value && (!town || municipalityOf(town, rules) !== ""));
    const [, where, street] = rules.known.venues[id] ?? [];
    tell(of("name"), id ? fill(rules.words.known_venue, { address: [street, where].filter(Boolean).join(", ") }) : "");
  });
}

// A word below a control, which describes it and is read aloud there alone.
export function tell(control, words) {
  const box = control.closest(".ask");
  let told = box.querySelector(":scope > .read");
  if (!told && !words) return;
  if (!told) {
    told = document.createElement("p");
    told.className = "read";
    told.id = `${control.id}-read`;
    control.after(told);
  }
  if (told.textContent !== words) told.textContent = words;
  told.hidden = !words;
  describe(control, told.id, Boolean(words));
}

// In each row one either picks a day from the browser's calendar, or writes as on a poster.
export function offerPicking(form, rules) {
  const fieldset = form.querySelector("[data-rows=when]");
  fieldset.addEventListener("click", ({ target }) => {
    const row = target.closest(".swap")?.closest(".one");
    if (!row) return;
    const own = ownOf(row);
    own.value = own.value ? "" : "ja";
    arrange(row, rules);
    row.querySelector(own.value ? ".is-line input" : ".picker input").focus();
    fieldset.dispatchEvent(new Event("input", { bubbles: true }));
  });
  arrangeAll(form, rules);
}

export function arrangeAll(form, rules) {
  form.querySelectorAll("[data-rows=when] > .one").forEach((row) => arrange(row, rules));
  const hint = form.querySelector("#when-hint");
  hint.hidden = ![...form.querySelectorAll("[data-rows=when] > .one")].some((row) => ownOf(row).value);
}

const ownOf = (row) => row.querySelector("input[type=hidden]");

function arrange(row, rules) {
  const isOwn = Boolean(ownOf(row).value);
  row.querySelector(".picker").hidden = isOwn;
  row.querySelector(":scope > .is-line").hidden = !isOwn;
  const swap = row.querySelector(".swap");
  swap.hidden = false;
  swap.firstElementChild.textContent = isOwn ? rules.words.pick : rules.words.write;
}
