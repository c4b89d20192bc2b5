// Comfort only: marks today, past days and what is on now. Its words stand in <body data-…>.
const words = document.body.dataset;
const now = Date.now() / 1000;
const today = new Date().toLocaleDateString("sv");
const all = (selector) => document.querySelectorAll(selector);
const find = (selector, root) => root?.querySelector(selector);

for (const day of all("[data-day]")) {
  if (day.dataset.day > today) continue;
  const past = day.dataset.day < today;
  day.classList.add(past ? "past" : "is-today");
  const count = find("h3 small", day);
  if (count) count.textContent = past ? words.past : `${words.today} · ${count.textContent}`;
}

for (const event of all("[data-e]:not(.is-cancelled,.is-postponed,.is-moved-away)")) {
  if (now < event.dataset.s || now >= event.dataset.e) continue;
  const tag = document.createElement("b");
  tag.className = "tag is-now";
  tag.textContent = words.now;
  find("h1,small", event).after(tag);
}

const [band] = all(".today");
const [day] = all(".day.is-today");
const rows = find("ol", day);
if (band && rows && scrollY < 200) {
  find(".numeral", band).textContent = find(".numeral", day).textContent;
  find("b", band).textContent = find("b", day).textContent;
  find("ol", band).append(...rows.cloneNode(true).children);
  band.hidden = false;
}

// words in a row follow its link too, unless someone selects them
document.onclick = (click) => {
  const row = click.target.closest(".row,.running li");
  if (row && !click.target.closest("a") && !`${getSelection()}`) find("a", row).dispatchEvent(new MouseEvent("click", click));
};
