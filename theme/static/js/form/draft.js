// Draft: what was typed is kept in this browser until it is deleted. A browser that keeps nothing is as good.

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
  }
}
