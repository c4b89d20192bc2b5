// Preview: the card of an event, in the markup of the site's own row and poster, and each date as it was understood.

import { cardOf } from "./card.js";
import { tell } from "./conditions.js";
import { fill } from "./rules.js";

export class Preview {
  constructor(form, rules) {
    Object.assign(this, { form, rules, aside: form.querySelector(".card"), last: "" });
    this.aside.hidden = false;
  }

  // Says whether what the card shows is still to come, until it is shown.
  setBusy(isBusy) {
    this.aside.setAttribute("aria-busy", isBusy);
  }

  show(record, values) {
    const card = cardOf(record, values, this.rules);
    const said = JSON.stringify(card);
    if (said === this.last) return;
    this.last = said;
    this.aside.querySelector("ol").replaceChildren(...(card.row ? [this.row(card)] : []));
    this.aside.querySelector("ol + div").replaceChildren(this.poster(card));
  }

  row({ category, title, row }) {
    const made = this.copy(`[data-row=${row.time ? "time" : "words"}]`, category);
    put(made, "time", row.time);
    put(made, ".words", row.words);
    put(made, ".night", row.words);
    put(made, "a", title);
    named(made, ".kind", this.rules.card.categories[category]);
    // as parts/row.html has it: „<span class=venue>Haus, </span>Ort“, or the place alone
    put(made, ".venue", row.town ? `${row.venue}, ` : row.venue);
    made.querySelector("bdi").lastChild.textContent = row.town;
    const more = made.querySelector(".more");
    more.firstChild.textContent = `${row.spoken} `;
    more.lastChild.textContent = row.cost ? ` ${row.cost}` : "";
    more.querySelector("span").hidden = !row.cost;
    return made;
  }

  poster({ category, title, isLong, subtitle, poster }) {
    const made = this.copy(`[data-poster=${poster.isDay ? "day" : "span"}]`, category);
    put(made, ".numeral", poster.number);
    const [weekday, month] = made.querySelectorAll("time b");
    if (weekday) [weekday.textContent, month.textContent] = [poster.weekday, poster.month];
    put(made, ".clock", poster.time);
    put(made, "small", poster.words);
    put(made, ".span", poster.words);
    named(made, ".kind a", this.rules.card.categories[category]);
    put(made, ".title", title);
    made.querySelector(".title").classList.toggle("is-long", isLong);
    put(made, ".sub", subtitle);
    return made;
  }

  copy(selector, category) {
    const made = this.aside.querySelector(selector).content.firstElementChild.cloneNode(true);
    made.className = made.className.replace(/\bk-[a-z0-9-]+/, `k-${category}`);
    for (const link of made.querySelectorAll("a")) link.removeAttribute("href");
    return made;
  }
}

function put(made, selector, text) {
  const element = made.querySelector(selector);
  if (!element) return;
  element.textContent = text;
  element.hidden = !text;
}

// A name that stands in another language than the page says so.
function named(made, selector, [text, lang, dir]) {
  put(made, selector, text);
  const element = made.querySelector(selector);
  for (const [name, value] of Object.entries({ lang, dir })) {
    if (value) element?.setAttribute(name, value);
    else element?.removeAttribute(name);
  }
}

// Under each date stands how it was read; it describes the control, so that it is read aloud there and nowhere else.
export function readBack(form, occurrencesOf, rules) {
  form.querySelectorAll("[data-rows=when] > .one").forEach((row, place) => {
    const dates = occurrencesOf(place);
    tell(row.querySelector(":scope > .is-line input"), dates.length ? fill(rules.words.read, { dates: dates.slice(0, 3).join("; ") + (dates.length > 3 ? " …" : "") }) : "");
  });
}
