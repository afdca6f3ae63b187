// @ts-check

/**
 * Offers words that never reached the server: to put them into the fields, or to drop them. Nothing is replaced unasked.
 * @param {HTMLFormElement} form
 * @param {import('./copies.js').Copy} copy
 * @param {{ take: () => void, drop: () => void }} answers
 */
export function offerCopy(form, copy, answers) {
  const note = noteOf(form, 'template[data-restore]', copy.at);
  note?.querySelector('[data-take]')?.addEventListener('click', () => {
    putBack(form, copy.fields);
    note?.remove();
    answers.take();
  });
  note?.querySelector('[data-drop]')?.addEventListener('click', () => {
    note?.remove();
    answers.drop();
  });
}

/** @param {HTMLFormElement} form @param {[string, string][]} fields */
export function putBack(form, fields) {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
      control.checked = fields.some(([name, value]) => name === control.name && value === control.value);
    }
  }
  for (const [name, value] of fields) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) control.value = value;
    if (control instanceof HTMLInputElement && control.type !== 'radio' && control.type !== 'checkbox')
      control.value = value;
    if (control instanceof HTMLElement) control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

const told = 'restored';

/** Says on the page that comes again that words kept in this browser alone are saved now. */
export const tellRestored = {
  /** @param {import('./copies.js').Copy} copy */
  onNextPage: (copy) => sessionStorage.setItem(told, String(copy.at)),
  /** @param {HTMLFormElement} form */
  ifAny(form) {
    const at = sessionStorage.getItem(told);
    sessionStorage.removeItem(told);
    if (at !== null) noteOf(form, 'template[data-restored]', Number(at));
  },
};

/** Puts a note of the page before its template and gives it. @param {HTMLFormElement} form @param {string} which @param {number} at */
function noteOf(form, which, at) {
  const template = form.querySelector(which);
  if (!(template instanceof HTMLTemplateElement)) return null;
  const note = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  const place = note.querySelector('[data-restore-at]');
  if (place) place.textContent = written.format(at);
  template.before(note);
  return note;
}

const written = new Intl.DateTimeFormat('pl', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
