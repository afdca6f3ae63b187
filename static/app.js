// @ts-check
import { startAutosave } from './js/autosave.js';
import { markBusy } from './js/busy.js';
import { eraseCopies } from './js/copies.js';
import { refreshCountdowns } from './js/countdown.js';
import { countLetters } from './js/counter.js';
import { openByAnswers } from './js/opened-by.js';
import { chooseByDigit } from './js/point-keys.js';
import { dropStaleSums } from './js/stale-sums.js';
import { watchUploads } from './js/upload.js';

// Success is always told by a line under the header: whatever form was sent has arrived.
if (document.querySelector('[data-flash="ok"]')) eraseCopies((copy) => copy.sent === true);

for (const field of document.querySelectorAll('[data-count]')) countLetters(field);
for (const form of document.querySelectorAll('form[data-autosave]'))
  startAutosave(/** @type {HTMLFormElement} */ (form));
refreshCountdowns();
openByAnswers();
watchUploads();
markBusy();
dropStaleSums();
chooseByDigit();

document.querySelector('form[data-sign-out]')?.addEventListener('submit', () => eraseCopies());
/** @type {HTMLElement | null} */ (document.querySelector('[data-errors]'))?.focus();
