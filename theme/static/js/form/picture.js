// Picture: made smaller in the browser, which also leaves behind where and when it was taken, and handed over as a file.

import { fill } from "./rules.js";

const QUALITY = 0.86;

// `keep` is told of each picture that is taken, {blob, name}, and with null when there is none any more.
export class Picture {
  constructor(form, rules, changed, keep) {
    Object.assign(this, { rules, changed, keep, input: form.querySelector("input[type=file]"), blob: null, fault: null });
    this.told = document.createElement("div");
    this.told.className = "thumb";
    this.input.after(this.told);
    this.input.addEventListener("change", () => this.take());
  }

  get isChosen() {
    return this.blob !== null;
  }

  forget() {
    this.input.value = "";
    this.empty();
  }

  empty() {
    Object.assign(this, { blob: null, fault: null });
    this.told.replaceChildren();
  }

  // Shows a picture that was kept with the draft, as the one that is chosen.
  async restore({ blob, name }) {
    this.blob = blob;
    const canvas = await shrunk(blob, this.rules.most.edge).catch(() => null);
    if (this.blob !== blob) return;
    if (!canvas) return void this.forget();
    this.tell(canvas, name);
    try {
      // so that the control does not say that no file was chosen
      const list = new DataTransfer();
      list.items.add(new File([blob], name, { type: blob.type }));
      this.input.files = list.files;
    } catch {
      // an older browser
    }
  }

  async take() {
    const [file] = this.input.files;
    this.empty();
    if (file) {
      try {
        const canvas = await shrunk(file, this.rules.most.edge);
        this.blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
        this.tell(canvas, file.name);
      } catch {
        const { no_picture: message, no_picture_mend: mend } = this.rules.words;
        this.fault = { code: "form-picture", severity: "error", at: "image.file", values: {}, text: { message: fill(message, { name: file.name }), mend } };
      }
    }
    this.keep(this.blob && { blob: this.blob, name: file.name });
    this.changed();
  }

  tell(canvas, name) {
    const words = document.createElement("p");
    const { width, height } = canvas;
    words.textContent = fill(this.rules.words.picture, { name, width, height, size: Math.ceil(this.blob.size / 1024) });
    const remove = document.createElement("button");
    Object.assign(remove, { type: "button", className: "plain", textContent: this.rules.words.remove_picture });
    remove.addEventListener("click", () => {
      this.forget();
      this.keep(null);
      this.changed();
      this.input.focus();
    });
    this.told.replaceChildren(canvas, words, remove);
  }
}

// A canvas with the picture, upright, its longest edge at most so many pixels, on white where it was transparent.
async function shrunk(file, edge) {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, edge / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
}
