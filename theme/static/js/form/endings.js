// Endings: the three ways in which an event leaves the browser: a mail, a proposal in the repository, a file.

import { fill } from "./rules.js";

// The text of the mail: a greeting, and the file between two lines that `ikw import mail` knows.
export function letterOf({ id, title, text, hasPicture }, { letter, edition }) {
  const lines = [fill(letter.greeting, { edition: edition.title })];
  if (hasPicture) lines.push("", fill(letter.picture, { name: `${id}.jpg` }));
  lines.push("", fill(letter.begin, { id }), text.trimEnd(), letter.end, "");
  return { subject: fill(letter.subject, { title }), body: lines.join("\n") };
}

// A link for mails; where the text is too long for one, it says what to do instead, and `isLong`.
export function mailAddress(address, { subject, body }, { most, words, letter, edition }) {
  // RFC 6068: lines end with CRLF
  const made = (text) => `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  const whole = made(body);
  if (whole.length <= most.mail) return { href: whole, isLong: false };
  return { href: made(`${fill(letter.greeting, { edition: edition.title })}\n\n[${words.paste}]\n`), isLong: true };
}

// Where the host makes a new file: GitHub fills in name and content, GitLab the name and, in some versions, the content.
export function proposal({ repository, kind }, { id, title, text }, { most, letter, edition, repository: { branch, events } }) {
  const path = `${events}/${edition.id}/${id}.md`;
  const message = fill(letter.message, { title });
  const [start, names] = kind === "gitlab"
    ? [`${repository}/-/new/${branch}`, { name: "file_name", text: "content", message: "commit_message" }]
    : [`${repository}/new/${branch}`, { name: "filename", text: "value", message: "message" }];
  const made = (given) => `${start}?${Object.entries(given).map(([name, value]) => `${names[name]}=${encodeURIComponent(value)}`).join("&")}`;
  const whole = made({ name: path, message, text });
  const isLong = whole.length > most.address;
  return { href: isLong ? made({ name: path, message }) : whole, mustPaste: isLong || kind === "gitlab" };
}

export class Endings {
  constructor(form, rules) {
    Object.assign(this, { form, rules, section: form.querySelector(".done"), addresses: [], file: null });
    const one = (selector) => this.section.querySelector(selector);
    Object.assign(this, { mail: one("[data-mail]"), propose: one("[data-propose]"), letter: one("textarea"), status: one("[role=status]"), name: one("code") });
    one("[data-copy]").addEventListener("click", () => this.copy(this.letter.value));
    this.mail.addEventListener("click", () => this.isLong && this.copy(this.letter.value));
    this.propose?.addEventListener("click", () => this.mustPaste && this.copy(this.file.text));
  }

  get isShown() {
    return !this.section.hidden;
  }

  hide() {
    this.section.hidden = true;
  }

  show(file, picture) {
    this.file = { ...file, hasPicture: picture.isChosen };
    const letter = letterOf(this.file, this.rules);
    const { href, isLong } = mailAddress(this.form.dataset.address, letter, this.rules);
    Object.assign(this.mail, { href });
    Object.assign(this, { isLong });
    this.letter.value = letter.body;
    if (this.propose) {
      const found = proposal(this.form.dataset, this.file, this.rules);
      this.propose.href = found.href;
      this.mustPaste = found.mustPaste;
    }
    this.offer("file", new Blob([file.text], { type: "text/markdown;charset=utf-8" }), `${file.id}.md`);
    if (picture.isChosen) this.offer("picture", picture.blob, `${file.id}.jpg`);
    this.name.textContent = `${file.id}.md`;
    const shown = { picture: picture.isChosen, long: isLong, paste: this.mustPaste };
    for (const element of this.section.querySelectorAll("[data-show]")) element.hidden = !shown[element.dataset.show];
    this.section.querySelector(".picture").hidden = !picture.isChosen;
    this.section.hidden = false;
  }

  // A link that saves; the address of what it saved before is given back.
  offer(name, blob, file) {
    const link = this.section.querySelector(`[data-save=${name}]`);
    if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href);
    Object.assign(link, { href: URL.createObjectURL(blob), download: file });
  }

  async copy(text) {
    const { copied, copy_yourself: yourself } = this.rules.words;
    try {
      await navigator.clipboard.writeText(text);
      this.status.textContent = copied;
    } catch {
      this.letter.select();
      this.status.textContent = yourself;
    }
  }
}
