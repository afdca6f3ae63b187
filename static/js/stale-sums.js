// @ts-check
/**
 * While somebody types on, sums asked for a moment ago are dropped on their way: they belong to figures that have changed,
 * and a part of the page that holds fields would put the old figures back into them.
 */
export function dropStaleSums() {
  document.addEventListener('input', ({ target }) => {
    const asking = target instanceof Element ? target.closest('[hx-post][hx-trigger^="input"]') : null;
    asking?.dispatchEvent(new CustomEvent('htmx:abort'));
  });
}
