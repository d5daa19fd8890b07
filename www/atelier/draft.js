// The draft: what the author writes, kept in this browser (localStorage) and nowhere else. Where it
// cannot be kept, the browser asks before it leaves text that is in no file.

const KEY = 'franceconnect-atelier';

/** @typedef {{name: string, text: string}} Text */

/** The draft’s texts by kind, and when it was kept (ISO 8601). @typedef {{date: string, files: Record<string, Text>}} Kept */

/**
 * Whether the draft holds what stands in the page: nothing has been kept; `kept`; `refused` by the
 * browser; `elsewhere`: another tab’s text has taken its place; `forgotten`.
 * @typedef {'none' | 'kept' | 'refused' | 'elsewhere' | 'forgotten'} State
 */

export class Draft {
  /** @type {State} */
  state = 'none';
  /** @type {Set<string>} kinds of files that are changed, and not yet in a file */
  unsaved = new Set();

  /** @param {() => void} changed called with each new state */
  constructor(changed) {
    this.changed = changed;
    addEventListener('storage', ({ key }) => {
      if (key === KEY && this.state === 'kept') this.become('elsewhere');
    });
    addEventListener('beforeunload', (event) => {
      if (this.unsaved.size > 0 && this.state !== 'kept') event.preventDefault();
    });
  }

  /** @param {State} state */
  become(state) {
    if (this.state === state) return;
    this.state = state;
    this.changed();
  }

  /** What an earlier visit has kept. @returns {Kept | null} */
  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      const isText = (/** @type {any} */ file) => typeof file?.name === 'string' && typeof file.text === 'string';
      return kept && Object.values(kept.files).every(isText) ? kept : null;
    } catch {
      // Refused, or not ours.
      return null;
    }
  }

  /** @param {Record<string, Text>} files by kind */
  keep(files) {
    try {
      localStorage.setItem(KEY, JSON.stringify({ date: new Date().toISOString(), files }));
      this.become('kept');
    } catch {
      this.become('refused');
    }
  }

  /** Nothing is kept any more, until the author writes again. */
  forget() {
    try {
      localStorage.removeItem(KEY);
      this.become('forgotten');
    } catch {
      this.become('refused');
    }
  }
}
