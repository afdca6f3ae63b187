// @ts-check

/** Questions that an answer of the same page opens: shown when it is given, put away when it is taken back. What stands in them is sent all the same. */
export function openByAnswers() {
  for (const box of document.querySelectorAll('[data-opened-by]')) {
    const { openedBy: name = '', openedFor = '' } = /** @type {HTMLElement} */ (box).dataset;
    const form = box.closest('form');
    if (!form) continue;
    const hint = box.querySelector('[data-opened-hint]');
    if (hint) hint.setAttribute('hidden', '');
    const refresh = () => box.toggleAttribute('hidden', !isOpen(form, name, openedFor.split(' ').filter(Boolean)));
    form.addEventListener('input', refresh);
    form.addEventListener('change', refresh);
    refresh();
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string[]} wanted
 */
function isOpen(form, name, wanted) {
  const data = new FormData(form);
  const given = [...data.getAll(name), ...data.getAll(`${name}[]`)].filter((value) => value !== '');
  const closing = form.querySelector(`[data-opened-by] [name="${CSS.escape(name)}"]`)?.closest('[hidden]');
  if (closing) return false;
  return wanted.length === 0 ? given.length > 0 : given.some((value) => wanted.includes(String(value)));
}
