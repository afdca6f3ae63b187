// @ts-check
import { dropCopy, keepCopy, markSent, readCopy } from './copies.js';
import { offerCopy } from './restore.js';
import { savedLine } from './saved-line.js';

const idle = 1_500;
const retry = 20_000;

/**
 * Saves a form while its person writes: 1.5 s after the last change it goes to `data-autosave`. Until the server
 * confirms, the words are kept in the browser too.
 * @param {HTMLFormElement} form
 */
export function startAutosave(form) {
  const address = form.dataset.autosave ?? '';
  const line = savedLine(form);
  /** What the server has, as far as we know; words on their way by the form's own button count as saved. */
  let confirmed = wordsOf(form);
  let state = /** @type {'calm' | 'sending' | 'failed'} */ ('calm');
  let timer = 0;

  const isUnsaved = () => form.dataset.busy !== 'true' && JSON.stringify(wordsOf(form)) !== JSON.stringify(confirmed);

  const changed = () => {
    keepCopy(address, wordsOf(form));
    clearTimeout(timer);
    timer = window.setTimeout(save, idle);
  };

  async function save(leaving = false) {
    if (state === 'sending' || !isUnsaved()) return;
    state = 'sending';
    line.show('saving');
    const words = wordsOf(form);
    const answer = await send(address, form, words, leaving);
    state = answer.kind === 'saved' ? 'calm' : 'failed';
    if (answer.kind === 'offline') timer = window.setTimeout(save, retry);
    if (answer.kind !== 'saved') return line.show(answer.kind);
    confirmed = words;
    setRevision(form, answer.revision);
    line.showSaved(answer.at);
    if (isUnsaved()) changed();
    else dropCopy(address);
  }

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    markSent(address);
  });
  addEventListener('online', () => save());
  document.addEventListener('visibilitychange', () => document.hidden && save(true));
  addEventListener('beforeunload', (event) => {
    if (!isUnsaved()) return;
    if (state === 'failed') event.preventDefault();
    else save(true);
  });

  const copy = readCopy(address);
  if (!copy) return;
  if (JSON.stringify(copy.fields) === JSON.stringify(confirmed)) dropCopy(address);
  else offerCopy(form, copy, { take: changed, drop: () => dropCopy(address) });
}

/**
 * What a person wrote: everything but files and the form's own tokens.
 * @param {HTMLFormElement} form
 * @returns {[string, string][]}
 */
function wordsOf(form) {
  const entries = [...new FormData(form)].filter(([name]) => !['_csrf', '_once', 'revision'].includes(name));
  return entries.flatMap(([name, value]) =>
    typeof value === 'string' ? [/** @type {[string, string]} */ ([name, value])] : [],
  );
}

/**
 * @typedef {{ kind: 'saved', at: string, revision: number } | { kind: 'offline' | 'signedOut' | 'changed' }} SaveAnswer
 * @param {string} address
 * @param {HTMLFormElement} form
 * @param {[string, string][]} words
 * @param {boolean} leaving the page may be gone before the answer comes
 * @returns {Promise<SaveAnswer>}
 */
async function send(address, form, words, leaving) {
  const body = new URLSearchParams(words);
  const tokens = new FormData(form);
  for (const name of ['_csrf', 'revision']) if (tokens.has(name)) body.set(name, String(tokens.get(name)));
  try {
    const headers = { 'HX-Request': 'true' };
    const response = await fetch(address, { method: 'POST', body, headers, redirect: 'manual', keepalive: leaving });
    if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403)
      return { kind: 'signedOut' };
    if (response.status === 409) return { kind: 'changed' };
    if (!response.ok) return { kind: 'offline' };
    const { saved, revision } = await response.json();
    return { kind: 'saved', at: saved, revision };
  } catch {
    return { kind: 'offline' };
  }
}

/** @param {HTMLFormElement} form @param {number | undefined} revision */
function setRevision(form, revision) {
  const field = form.elements.namedItem('revision');
  if (field instanceof HTMLInputElement && revision !== undefined) field.value = String(revision);
}
