// @ts-check

/** A button that has been pressed says so, and a second press of the same form does nothing until the answer comes. */
export function markBusy() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (form.dataset.busy === 'true') return event.preventDefault();
    form.dataset.busy = 'true';
    if (event.submitter instanceof HTMLButtonElement) event.submitter.setAttribute('aria-busy', 'true');
    // A download leaves the page where it is, so the form must wake up by itself.
    setTimeout(() => wake(form), 15_000);
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-busy]').forEach(wake));
}

/** @param {Element} form */
export function wake(form) {
  form.removeAttribute('data-busy');
  for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
}
