// @ts-check

/**
 * Words of a form which the server has not confirmed, kept in this browser only. Erased when confirmed, at sign-out,
 * after a day, and when somebody else sits down at the same computer.
 * @typedef {Record<string, string>} Tokens what a form says of itself beside the words
 * @typedef {{ owner: string, at: number, fields: [string, string][], tokens: Tokens, sent?: boolean }} Copy
 */

const prefix = 'oddolnie:';
const day = 86_400_000;

/** @param {string} name @param {[string, string][]} fields @param {Tokens} tokens */
export function keepCopy(name, fields, tokens) {
  try {
    localStorage.setItem(prefix + name, JSON.stringify({ owner: person(), at: Date.now(), fields, tokens }));
  } catch {
    // A full or forbidden store: the page itself still holds the words, and leaving it asks first.
  }
}

/** @param {string} name */
export function dropCopy(name) {
  localStorage.removeItem(prefix + name);
}

/** The form was sent by its button; the next page tells whether it arrived. @param {string} name */
export function markSent(name) {
  const copy = readCopy(name);
  if (copy) localStorage.setItem(prefix + name, JSON.stringify({ ...copy, sent: true }));
}

/** @param {string} name @returns {Copy | null} */
export function readCopy(name) {
  eraseCopies((copy) => copy.owner !== person() || Date.now() - copy.at > day);
  const kept = localStorage.getItem(prefix + name);
  return kept === null ? null : JSON.parse(kept);
}

/** @param {(copy: Copy) => boolean} [which] all, when left out */
export function eraseCopies(which = () => true) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix) && which(JSON.parse(localStorage.getItem(key) ?? '{}'))) localStorage.removeItem(key);
  }
}

function person() {
  return document.body.dataset.person ?? '';
}
