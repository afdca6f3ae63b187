// @ts-check
const plurals = new Intl.PluralRules('pl');

/**
 * Refreshes every „16 dni i 4 godziny”, and the clock beside it, once a minute. Time runs from the server's clock at the moment of the page, so
 * neither a wrong clock of the reader nor a moved clock of a rehearsal misleads. Not announced: it would never stop.
 */
export function refreshCountdowns() {
  const opened = performance.now();
  const places = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-countdown]'));
  const clocks = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-clock]'));
  if (places.length === 0) return;
  const show = () => {
    for (const place of places) {
      const { countdown = '', now = '' } = place.dataset;
      const current = Date.parse(now) + performance.now() - opened;
      place.textContent = timeLeft(current, Date.parse(countdown), place.dataset);
    }
    for (const place of clocks) {
      const current = Date.parse(place.dataset['clock'] ?? '') + performance.now() - opened;
      place.textContent = hourAndMinute(current);
    }
  };
  setInterval(show, 60_000);
  document.addEventListener('visibilitychange', show);
}

/**
 * The two largest units, by the clocks in Warsaw; mirrors `timeLeft` of the server.
 * @param {number} from
 * @param {number} to milliseconds since 1970
 * @param {DOMStringMap} words
 */
function timeLeft(from, to, { forms = '', and = '', less = '', over = '' }) {
  if (to <= from) return over;
  const minutes = Math.floor((wallClock(to) - wallClock(from)) / 60_000);
  const sizes = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = forms.split('|').map((unit, index) => counted(sizes[index] ?? 0, unit.split(' ')));
  const shown = (sizes[0] ? parts.slice(0, 2) : parts.slice(1)).filter((part) => part !== '');
  return shown.join(` ${and}\u00a0`) || less;
}

/** @param {number} n @param {string[]} forms one, few, many */
function counted(n, forms) {
  const form = { one: 0, few: 1 }[/** @type {'one' | 'few'} */ (plurals.select(n))] ?? 2;
  return n === 0 ? '' : `${n}\u00a0${forms[form]}`;
}

/** „14.12”. @param {number} at */
function hourAndMinute(at) {
  const shown = new Date(wallClock(at));
  return `${shown.getUTCHours()}.${String(shown.getUTCMinutes()).padStart(2, '0')}`;
}

/** What Warsaw's clocks show, as if it were UTC. @param {number} at */
function wallClock(at) {
  return Date.parse(`${new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Warsaw' }).replace(' ', 'T')}Z`);
}
