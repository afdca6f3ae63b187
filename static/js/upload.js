// @ts-check
import { wake } from './busy.js';

/**
 * Sends a form with chosen files so that its person sees how much has gone (partial `file`, which also holds the sentences). What the server refuses is
 * said at its field and nothing on the page is lost; any other answer than a success the browser fetches by itself, as without this script.
 */
export function watchUploads() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.enctype !== 'multipart/form-data') return;
    if (form.dataset.busy === 'true') return event.preventDefault();
    const chosen = [...form.elements].find((one) => one instanceof HTMLInputElement && one.files?.length);
    const line = chosen?.closest('.file')?.querySelector('[data-progress]');
    if (!(line instanceof HTMLElement)) return;
    event.preventDefault();
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    unsayErrors(form);
    form.dataset.busy = 'true';
    button?.setAttribute('aria-busy', 'true');
    send(form, button, line);
  });
}

/** @param {HTMLFormElement} form @param {HTMLButtonElement | null} button @param {HTMLElement} line */
function send(form, button, line) {
  const body = new FormData(form, button);
  const request = new XMLHttpRequest();
  request.upload.addEventListener('progress', ({ loaded, total }) => show(line, (loaded / total) * 100));
  request.addEventListener('load', () => {
    const place = request.getResponseHeader('x-go-to');
    if (place !== null) return goTo(place);
    const errors = request.status === 422 ? errorsIn(request.responseText) : undefined;
    if (errors === undefined) return sendPlainly(form, button);
    stop(form, line, '');
    sayErrors(form, errors);
  });
  request.addEventListener('error', () => stop(form, line, line.dataset.cut ?? ''));
  request.open('POST', form.action);
  request.setRequestHeader('x-upload', 'watched');
  show(line, 0);
  request.send(body);
}

/** @param {HTMLElement} line @param {number} percent */
function show(line, percent) {
  const words = line.querySelector('[data-text]');
  const bar = line.querySelector('progress');
  line.hidden = false;
  if (bar) bar.hidden = false;
  if (bar) bar.value = percent;
  // Told to a screen reader at each quarter, not at every packet.
  const told = String(Math.floor(percent / 25) * 25);
  const text = (percent < 100 ? line.dataset.sending : line.dataset.checking) ?? '';
  if (words && words.textContent !== text.replace('{percent}', told))
    words.textContent = text.replace('{percent}', told);
}

/** @param {HTMLFormElement} form @param {HTMLElement} line @param {string} text */
function stop(form, line, text) {
  wake(form);
  const words = line.querySelector('[data-text]');
  const bar = line.querySelector('progress');
  if (words) words.textContent = text;
  if (bar) bar.hidden = true;
  line.hidden = text === '';
}

/** @param {string} place */
function goTo(place) {
  const to = new URL(place, location.href);
  // The same address with another place on it would only scroll.
  if (to.pathname === location.pathname && to.search === location.search) to.hash = '';
  location.replace(to);
}

/** @param {HTMLFormElement} form @param {HTMLButtonElement | null} button */
function sendPlainly(form, button) {
  if (button?.name)
    form.append(
      Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value }),
    );
  form.submit();
}

/** @param {string} text @returns {Record<string, string> | undefined} */
function errorsIn(text) {
  try {
    return JSON.parse(text).errors;
  } catch {
    return undefined;
  }
}

/** @param {HTMLFormElement} form @param {Record<string, string>} errors */
function sayErrors(form, errors) {
  for (const [path, text] of Object.entries(errors)) {
    const error = document.createElement('p');
    error.className = 'field__error';
    error.dataset.said = '';
    error.setAttribute('role', 'alert');
    error.textContent = text;
    const field = document.getElementById(path.replace(/[^\p{L}\d]+/gu, '-'));
    if (field) (field.closest('.file') ?? field).before(error);
    else form.prepend(error);
    field?.closest('.field')?.classList.add('is-wrong');
    field?.setAttribute('aria-invalid', 'true');
    field?.focus();
  }
}

/** What this script said of the sending before. @param {HTMLFormElement} form */
function unsayErrors(form) {
  for (const error of form.querySelectorAll('[data-said]')) {
    const field = error.closest('.field');
    field?.classList.remove('is-wrong');
    field?.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
    error.remove();
  }
}
