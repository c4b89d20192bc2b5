// Draft: what was typed, and the picture, are kept in this browser until they are deleted. A browser that keeps nothing is as good.

const STORE = "pictures";
const PATIENCE = 2000;

export class Draft {
  constructor(edition) {
    this.key = `ikw-mitmachen-${edition}`;
  }

  load() {
    try {
      const found = JSON.parse(localStorage.getItem(this.key));
      return found && typeof found === "object" ? found : null;
    } catch {
      return null;
    }
  }

  save(answers) {
    try {
      localStorage.setItem(this.key, JSON.stringify(answers));
    } catch {
      // full, or forbidden
    }
  }

  clear() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // forbidden
    }
    this.keepPicture(null);
  }

  // A picture is no text, and a browser keeps it elsewhere: {blob, name}, in a database of its own that is deleted with it.
  async keepPicture(picture) {
    try {
      if (picture) await this.inStore("readwrite", (store) => store.put(picture, STORE));
      else indexedDB.deleteDatabase(this.key);
    } catch {
      // full, or forbidden
    }
  }

  // The picture that belongs to the draft, or null; some browsers never answer.
  async picture() {
    if (!this.load()?.image?.file) return null;
    const late = new Promise((done) => setTimeout(done, PATIENCE, null));
    try {
      return (await Promise.race([this.inStore("readonly", (store) => store.get(STORE)), late])) ?? null;
    } catch {
      return null;
    }
  }

  async inStore(mode, act) {
    const opened = indexedDB.open(this.key);
    opened.onupgradeneeded = () => opened.result.createObjectStore(STORE);
    const database = await answered(opened);
    try {
      return await answered(act(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  }
}

const answered = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});
