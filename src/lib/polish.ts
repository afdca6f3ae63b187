import { monthsGenitive } from './polish-vocabulary.ts';

export const nbsp = '\u00A0';

/** The form that agrees with a whole number: 1 wniosek, 2 wnioski, 5 wniosków. */
export function plural(n: number, one: string, few: string, many: string): string {
  const size = Math.abs(n);
  if (size === 1) return one;
  const units = size % 10;
  const tens = Math.trunc(size / 10) % 10;
  return units >= 2 && units <= 4 && tens !== 1 ? few : many;
}

/** „5 wniosków”: the number, a hard space, the form that agrees with it. */
export function counted(n: number, one: string, few: string, many: string): string {
  const digits = groupThousands(String(Math.abs(n)));
  return `${n < 0 ? '\u2212' : ''}${digits}${nbsp}${plural(n, one, few, many)}`;
}

/** Digits in threes from the right: `1 234 567`, and `1 234` too. */
export function groupThousands(digits: string, space = nbsp): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, space);
}

const loneLetter = /(?<![\p{L}\p{N}])([aiouwz]) /giu;
const abbreviation = /(?<!\p{L})(nr|§|art\.|ust\.|pkt|poz\.|godz\.|str\.|ul\.) (?=[\p{L}\p{N}])/giu;
const afterNumber = new RegExp(`(\\d) (?=(?:r\\.|zł|gr|%|szt\\.|${monthsGenitive.join('|')})(?!\\p{L}))`, 'gu');

/** Hard spaces where a line must not break: after one-letter words, in „nr 7”, „§ 5”, „15 marca 2024 r.”. */
export function noOrphans(text: string): string {
  return [loneLetter, abbreviation, afterNumber].reduce((kept, place) => kept.replace(place, `$1${nbsp}`), text);
}

/** Ends a sentence, unless a date („2024 r.”) already did. */
export function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** „…”; quotation marks already inside become «…». */
export function quoted(text: string): string {
  const inner = text
    .replace(/„/g, '«')
    .replace(/[”“]/g, '»')
    .replace(/"([^"]*)"/g, '«$1»');
  return `„${inner}”`;
}

const undecomposed: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** Folding for search: lower case without diacritics, so that „Żółć” and „zolc”, „Šešupė” and „sesupe” meet. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łđøßæœı]/g, (letter) => undecomposed[letter] ?? letter);
}
