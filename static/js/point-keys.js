// @ts-check

/** In a group of points a digit chooses that many, as the arrows choose the next. Without this the arrows and Tab do. */
export function chooseByDigit() {
  for (const group of document.querySelectorAll('.crit fieldset')) {
    group.addEventListener('keydown', (event) => {
      const { key, ctrlKey, altKey, metaKey, target } = /** @type {KeyboardEvent} */ (event);
      if (!/^\d$/.test(key) || ctrlKey || altKey || metaKey) return;
      if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
      const chosen = [...group.querySelectorAll('input')].find(({ type, value }) => type === 'radio' && value === key);
      chosen?.focus();
      chosen?.click();
    });
  }
}
