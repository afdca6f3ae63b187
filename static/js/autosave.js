// @ts-check
import { dropCopy, keepCopy, markSent, readCopy } from './copies.js';
import { offerCopy, putBack, tellRestored } from './restore.js';
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
    keepCopy(address, wordsOf(form), tokensOf(form));
    clearTimeout(timer);
    timer = window.setTimeout(save, idle);
  };

  async function save(leaving = false) {
    if (state === 'sending' || !isUnsaved()) return;
    state = 'sending';
    line.show('saving');
    const words = wordsOf(form);
    setTokens(form, counted(tokensOf(form)));
    const answer = await send(address, words, { ...tokensOf(form), ...csrfOf(form) }, leaving);
    state = answer.kind === 'saved' ? 'calm' : 'failed';
    if (answer.kind === 'offline') timer = window.setTimeout(save, retry);
    if (answer.kind !== 'saved') return line.show(answer.kind);
    confirmed = words;
    setTokens(form, answer.tokens);
    if (answer.differs) line.show('differs');
    else line.showSaved(answer.at);
    if (isUnsaved()) changed();
    else dropCopy(address);
  }

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    setTokens(form, counted(tokensOf(form)));
    markSent(address);
  });
  addEventListener('online', () => save());
  document.addEventListener('visibilitychange', () => document.hidden && save(true));
  addEventListener('beforeunload', (event) => {
    if (!isUnsaved()) return;
    if (state === 'failed') event.preventDefault();
    else save(true);
  });

  /**
   * Words that never reached the server go there as they were written and over what was seen then, so that they meet what others wrote
   * since. The page comes again with both.
   * @param {import('./copies.js').Copy} copy
   */
  async function deliver(copy) {
    form.inert = true;
    line.show('saving');
    const tokens = counted(copy.tokens);
    const answer = await send(address, copy.fields, { ...tokens, ...csrfOf(form) }, false);
    if (answer.kind === 'saved') {
      dropCopy(address);
      tellRestored.onNextPage(copy);
      return location.reload();
    }
    form.inert = false;
    putBack(form, copy.fields);
    setTokens(form, tokens);
    changed();
    line.show(answer.kind);
  }

  tellRestored.ifAny(form);
  const copy = readCopy(address);
  if (!copy) return;
  if (JSON.stringify(copy.fields) === JSON.stringify(confirmed)) dropCopy(address);
  else if (copy.tokens?.seen) deliver(copy);
  else offerCopy(form, copy, { take: changed, drop: () => dropCopy(address) });
}

/** What a form says of itself beside the words: which page it is, how often it saved, what its person saw. */
const tokenNames = ['revision', 'seen', 'page', 'step'];

/**
 * What a person wrote: everything but files and the form's own tokens.
 * @param {HTMLFormElement} form
 * @returns {[string, string][]}
 */
function wordsOf(form) {
  const entries = [...new FormData(form)].filter(([name]) => !['_csrf', '_once', ...tokenNames].includes(name));
  return entries.flatMap(([name, value]) =>
    typeof value === 'string' ? [/** @type {[string, string]} */ ([name, value])] : [],
  );
}

/** @param {HTMLFormElement} form @returns {Record<string, string>} */
function tokensOf(form) {
  const data = new FormData(form);
  return Object.fromEntries(tokenNames.filter((name) => data.has(name)).map((name) => [name, String(data.get(name))]));
}

/** @param {HTMLFormElement} form @returns {Record<string, string>} */
function csrfOf(form) {
  const token = new FormData(form).get('_csrf');
  return token === null ? {} : { _csrf: String(token) };
}

/** @param {HTMLFormElement} form @param {Record<string, string>} tokens */
function setTokens(form, tokens) {
  for (const [name, value] of Object.entries(tokens)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
}

/** Each saving of a page is later than the one before, also when the clock went back. @param {Record<string, string>} tokens */
function counted(tokens) {
  return 'step' in tokens ? { ...tokens, step: String(Math.max(Date.now(), Number(tokens.step) + 1)) } : tokens;
}

/**
 * @typedef {{ kind: 'saved', at: string, differs: boolean, tokens: Record<string, string> }
 *   | { kind: 'offline' | 'signedOut' | 'changed' }} SaveAnswer
 * @param {string} address
 * @param {[string, string][]} words
 * @param {Record<string, string>} tokens
 * @param {boolean} leaving the page may be gone before the answer comes
 * @returns {Promise<SaveAnswer>}
 */
async function send(address, words, tokens, leaving) {
  const body = new URLSearchParams(words);
  for (const [name, value] of Object.entries(tokens)) body.set(name, value);
  try {
    const headers = { 'HX-Request': 'true' };
    const response = await fetch(address, { method: 'POST', body, headers, redirect: 'manual', keepalive: leaving });
    if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403)
      return { kind: 'signedOut' };
    if (response.status === 409) return { kind: 'changed' };
    if (!response.ok) return { kind: 'offline' };
    const { saved, differs = false, ...news } = await response.json();
    return { kind: 'saved', at: saved, differs, tokens: news };
  } catch {
    return { kind: 'offline' };
  }
}
