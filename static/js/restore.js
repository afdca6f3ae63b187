// @ts-check

/**
 * Offers words that never reached the server: to put them into the fields, or to drop them. Nothing is replaced unasked.
 * @param {HTMLFormElement} form
 * @param {import('./copies.js').Copy} copy
 * @param {{ take: () => void, drop: () => void }} answers
 */
export function offerCopy(form, copy, answers) {
  const template = form.querySelector('template[data-restore]');
  if (!(template instanceof HTMLTemplateElement)) return;
  const note = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  const written = new Date(copy.at).toLocaleString('pl', {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  const place = note.querySelector('[data-restore-at]');
  if (place) place.textContent = written;
  note.querySelector('[data-take]')?.addEventListener('click', () => {
    putBack(form, copy.fields);
    note.remove();
    answers.take();
  });
  note.querySelector('[data-drop]')?.addEventListener('click', () => {
    note.remove();
    answers.drop();
  });
  template.before(note);
}

/** @param {HTMLFormElement} form @param {[string, string][]} fields */
function putBack(form, fields) {
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
