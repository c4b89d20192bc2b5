// Picture: made smaller in the browser, which also leaves behind where and when it was taken, and handed over as a file.

import { fill } from "./rules.js";

const QUALITY = 0.86;

export class Picture {
  constructor(form, rules, changed) {
    Object.assign(this, { rules, changed, input: form.querySelector("input[type=file]"), blob: null, fault: null, size: null });
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
    Object.assign(this, { blob: null, fault: null, size: null });
    this.told.replaceChildren();
  }

  async take() {
    const [file] = this.input.files;
    Object.assign(this, { blob: null, fault: null, size: null });
    this.told.replaceChildren();
    if (file) {
      try {
        const canvas = await shrunk(file, this.rules.most.edge);
        this.blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
        this.size = { width: canvas.width, height: canvas.height };
        this.tell(canvas, file.name);
      } catch {
        const { no_picture: message, no_picture_mend: mend } = this.rules.words;
        this.fault = { code: "form-picture", severity: "error", at: "image.file", values: {}, text: { message: fill(message, { name: file.name }), mend } };
      }
    }
    this.changed();
  }

  tell(canvas, name) {
    const words = document.createElement("p");
    const { width, height } = this.size;
    words.textContent = fill(this.rules.words.picture, { name, width, height, size: Math.ceil(this.blob.size / 1024) });
    this.told.replaceChildren(canvas, words);
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
