// Comfort only: marks today, past days and what is on now by the visitor's clock. Words come from <body data-…>.
const words = document.body.dataset;
const now = Date.now() / 1000;
const today = new Date().toLocaleDateString("sv");
const find = (selector, root = document) => root.querySelector(selector);

for (const day of document.querySelectorAll("[data-day]")) {
  const past = day.dataset.day < today;
  if (!past && day.dataset.day > today) continue;
  day.classList.add(past ? "past" : "is-today");
  const count = find("h3 small", day);
  if (count) count.textContent = past ? words.past : `${words.today} · ${count.textContent}`;
}

for (const event of document.querySelectorAll("[data-e]")) {
  if (now < event.dataset.s || now >= event.dataset.e || event.matches(".is-cancelled,.is-postponed,.is-moved-away")) continue;
  const tag = Object.assign(document.createElement("b"), { className: "tag is-now", textContent: words.now });
  find("h1,small", event).after(tag);
}

const band = find(".today");
const day = find(".day.is-today");
if (band && day && find("ol", day) && scrollY < 200) {
  find(".numeral", band).textContent = find(".numeral", day).textContent;
  find("h2 b", band).textContent = find("h3 b", day).textContent;
  find("ol", band).append(...find("ol", day).cloneNode(true).children);
  band.hidden = false;
}

// words beside a link follow it too, unless someone selects them
document.onclick = (click) => {
  const row = click.target.closest(".row,.running li");
  if (row && !click.target.closest("a") && !`${getSelection()}`) find("a", row).dispatchEvent(new MouseEvent("click", click));
};
