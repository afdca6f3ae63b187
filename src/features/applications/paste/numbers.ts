import { type Grosze, parseAmount, parseQuantity } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { moneyWords } from './texts.ts';

/**
 * An amount as spreadsheets show it: `1 234,56` with the currency behind it, `1.234,56`, `1,234.56`, `1'234.50 PLN`, `= 12`. Refuses as `parseAmount`, and
 * `number_ambiguous` for `1.234` or `1,234`, which may be a thousand or one and a bit.
 */
export function readPrice(text: string): Result<Grosze> {
  const plain = plainNumber(text.replace(moneyWords, ' '));
  return plain.ok ? parseAmount(plain.value) : plain;
}

/** A quantity, alone or with its unit: `6`, `2,5`, `25 szt.`. Refuses as `parseQuantity`, and `number_ambiguous` for `1.234`. */
export function readCount(text: string): Result<{ readonly quantity: string; readonly unit: string }> {
  const [, digits = '', unit = ''] = /^([\d\s.,'’]*\d)\s*(\p{L}.*)?$/u.exec(text.trim()) ?? ['', text, ''];
  const plain = plainNumber(digits, ',');
  if (!plain.ok) return plain;
  const read = parseQuantity(plain.value);
  return read.ok ? done({ quantity: plain.value, unit: unit.trim() }) : read;
}

/** Digits with one comma. `decimal`: the sign that parts decimals whatever stands behind it. */
function plainNumber(text: string, decimal?: ','): Result<string> {
  const digits = text.replace(/[\s'’=]/g, '');
  const signs = digits.match(/[.,]/g) ?? [];
  const last = signs.at(-1);
  if (last === undefined) return done(digits);
  if (new Set(signs).size === 2 && signs.slice(0, -1).includes(last)) return done(digits);
  if (new Set(signs).size === 1 && signs.length > 1)
    return done(/^-?\d{1,3}([.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, '') : digits);
  const [whole = '', decimals = ''] = digits.split(last);
  if (signs.length === 1 && last !== decimal && /^\d{3}$/.test(decimals) && /^[1-9]\d{0,2}$/.test(whole))
    return refused('number_ambiguous', { facts: { text: text.trim() } });
  return done(`${whole.replace(/[.,]/g, '')},${decimals}`.replace(/,$/, ''));
}

export const isNumber = (text: string): boolean => text !== '' && (readPrice(text).ok || readCount(text).ok);
