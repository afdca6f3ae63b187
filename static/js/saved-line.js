// @ts-check

/**
 * The line „Zapisano o 18.42” of an autosaving form (partial `saved`, which also holds its sentences).
 * @param {HTMLFormElement} form
 */
export function savedLine(form) {
  const line = /** @type {HTMLElement | null} */ (form.querySelector('[data-saved]'));
  const words = line?.querySelector('[data-text]');

  /** @param {string} text @param {'ok' | 'warn' | null} mark */
  const write = (text, mark) => {
    if (!line || !words || words.textContent === text) return;
    words.textContent = text;
    for (const icon of /** @type {NodeListOf<HTMLElement>} */ (line.querySelectorAll('[data-mark]')))
      icon.hidden = icon.dataset.mark !== mark;
  };

  return {
    /** @param {'saving' | 'offline' | 'signedOut' | 'changed' | 'differs'} state */
    show(state) {
      write(line?.dataset[state] ?? '', state === 'saving' ? null : 'warn');
    },
    /** @param {string} at the server's clock, „18.42” */
    showSaved(at) {
      write((line?.dataset.done ?? '').replace('{time}', at), 'ok');
    },
  };
}
