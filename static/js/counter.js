// @ts-check
const letters = new Intl.Segmenter('pl', { granularity: 'grapheme' });

/**
 * Keeps „Zostało 416 z 600 znaków” under a field true. It counts as the server does: composed letters, an emoji is one.
 * Under a field of one line it speaks only once less than a fifth is left: before that it would be noise.
 * @param {Element} foot the element with `data-count` (the most letters), `data-left` and `data-over` (its sentences)
 */
export function countLetters(foot) {
  const field = document.querySelector(`[aria-describedby~="${CSS.escape(foot.id)}"]`);
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) || !(foot instanceof HTMLElement))
    return;
  const { count = '0', left = '', over = '' } = foot.dataset;
  const most = Number(count);
  const show = () => {
    const used = [...letters.segment(field.value.normalize('NFC').trim())].length;
    const isFar = field instanceof HTMLInputElement && most - used >= most / 5;
    const sentence = used > most ? over : isFar ? '' : left;
    foot.textContent = sentence.replace('{n}', String(Math.abs(most - used))).replace('{max}', String(most));
    foot.classList.toggle('is-over', used > most);
    foot.parentElement?.toggleAttribute('hidden', isFar);
  };
  field.addEventListener('input', show);
  show();
}
