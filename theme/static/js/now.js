// Comfort only: marks today, past days, what is on now. Its words: <body data-…>
const words = document.body.dataset;
const now = Date.now() / 1000;
const today = new Date().toLocaleDateString("sv");
const all = (css) => document.querySelectorAll(css);
const find = (css, root) => root?.querySelector(css);

for (const day of all("[data-day]")) {
  if (day.dataset.day > today) continue;
  const past = day.dataset.day < today;
  day.classList.add(past ? "past" : "is-today");
  const count = find("h3 small", day);
  if (count) count.textContent = past ? words.past : `${words.today} · ${count.textContent}`;
}

for (const item of all("[data-e]:not(.is-cancelled,.is-postponed,.is-moved-away)")) {
  if (now < item.dataset.s || now >= item.dataset.e) continue;
  const tag = document.createElement("b");
  tag.className = "tag is-now";
  tag.textContent = words.now;
  find("h1,small", item).after(tag);
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

// words in a row follow its link, if not selected
document.onclick = (tap) => {
  const row = tap.target.closest(".row,.running li");
  if (row && !tap.target.closest("a") && !`${getSelection()}`) find("a", row).dispatchEvent(new MouseEvent("click", tap));
};

// Visitors from elsewhere whose browser prefers another of the site's languages are offered it in one line, never sent there.
const [table] = all(".languages");
const base = (lang) => lang.toLowerCase().split("-")[0];
const own = base(document.documentElement.lang);
const links = [...all(".languages [data-offer]")];
const wanted = navigator.languages.map(base).find((lang) => lang === own || links.some((link) => link.lang === lang));
if (wanted && wanted !== own && !document.referrer.startsWith(location.origin)) {
  const line = document.createElement("p");
  const link = links.find((one) => one.lang === wanted).cloneNode();
  line.className = "offer";
  link.textContent = link.dataset.offer;
  line.append(link);
  table.append(line);
}
