import { day } from './days.ts';

/** Digits as people type them, without spaces, hyphens and a leading `PL`. What is not a digit stays, to be refused. */
export function normaliseDigits(text: string): string {
  return text.replace(/[\s\u2010-\u2015\u2212-]/g, '').replace(/^PL(?=\d)/i, '');
}

// Each check takes the normalised form. Rules and vectors: official schemas and registers, tested in test/lib.

/** Tax number: the shape of the ministry's schema and the check digit. */
export function isNip(digits: string): boolean {
  if (!/^[1-9](\d[1-9]|[1-9]\d)\d{7}$/.test(digits)) return false;
  return weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(digits[9]);
}

/** Statistical number of 9 or 14 digits. */
export function isRegon(digits: string): boolean {
  if (!/^(\d{9}|\d{14})$/.test(digits) || /^0{9}/.test(digits)) return false;
  if ((weighted(digits, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 !== Number(digits[8])) return false;
  if (digits.length === 9) return true;
  return (weighted(digits, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11) % 10 === Number(digits[13]);
}

/** Personal number: the check digit and a real date of birth. */
export function isPesel(digits: string): boolean {
  if (!/^\d{11}$/.test(digits) || !isDate(peselBirth(digits))) return false;
  return (10 - (weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(digits[10]);
}

/** The month carries the century: +80 for the 1800s, +20 for the 2000s, +40 and +60 after. */
function peselBirth(digits: string): string {
  const month = Number(digits.slice(2, 4));
  const century = [19, 20, 21, 22, 18][Math.floor(month / 20)];
  return `${century}${digits.slice(0, 2)}-${String(month % 20).padStart(2, '0')}-${digits.slice(4, 6)}`;
}

/** Bank account: 26 digits, mod 97 of the number behind its country. */
export function isNrb(digits: string): boolean {
  if (!/^\d{26}$/.test(digits)) return false;
  return BigInt(`${digits.slice(2)}2521${digits.slice(0, 2)}`) % 97n === 1n;
}

/** Court register: ten digits with their zeros; no check digit exists. */
export function isKrs(digits: string): boolean {
  return /^\d{10}$/.test(digits) && !/^0+$/.test(digits);
}

/** `00-950` */
export function isPostalCode(text: string): boolean {
  return /^\d{2}-\d{3}$/.test(text);
}

const ksefShape =
  /^((?<nip>\d{10})|M\d{9}|[A-Z]{3}\d{7})-(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})-[0-9A-F]{6}-?[0-9A-F]{6}-(?<check>[0-9A-F]{2})$/;

/**
 * Number given by the national e-invoice system: seller, date, twelve hexadecimal digits, CRC-8. The older form with a
 * hyphen amid the twelve is taken by its shape alone, since no source gives its checksum.
 */
export function isKsefNumber(text: string): boolean {
  const parts = ksefShape.exec(text)?.groups;
  if (!parts || (parts.nip !== undefined && !isNip(parts.nip))) return false;
  if (!isDate(`${parts.year}-${parts.month}-${parts.day}`)) return false;
  return text.length === 36 || crc8(text.slice(0, 32)) === Number.parseInt(parts.check ?? '', 16);
}

/** Polynomial 0x07, start 0x00. */
function crc8(ascii: string): number {
  let crc = 0;
  for (const byte of Buffer.from(ascii, 'ascii')) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : crc << 1;
  }
  return crc;
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
}

function isDate(text: string): boolean {
  try {
    day(text);
    return true;
  } catch {
    return false;
  }
}

/** Trimmed, lower case on both sides of the @, without the invisible marks that come along when copied from a page. */
export function normaliseEmail(text: string): string {
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .trim()
    .toLowerCase();
}

const emailShape =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/;

/** Safe to hand to a mail server: plain ASCII, one @, a full domain, no quotes, comments, spaces or control characters. */
export function isEmailAddress(text: string): boolean {
  const [local = '', domain = ''] = text.toLowerCase().split('@');
  if (text.length > 254 || local.length > 64) return false;
  return emailShape.test(text.toLowerCase()) && domain.split('.').every((label) => label.length <= 63);
}

/** `+48600100200`: a number of nine digits is taken as Polish, `00` at the start as `+`, an old trunk `0` dropped. */
export function normalisePhone(text: string): string {
  const dialled = text.replace(/[\s().\u2010-\u2015\u2212/-]/g, '').replace(/^00/, '+');
  if (/^0\d{9}$/.test(dialled)) return `+48${dialled.slice(1)}`;
  if (/^[1-9]\d{8}$/.test(dialled)) return `+48${dialled}`;
  return /^48[1-9]\d{8}$/.test(dialled) ? `+${dialled}` : dialled;
}

/** An international number, normalised; a Polish one has exactly nine digits after +48. */
export function isPhone(text: string): boolean {
  return /^\+(48[1-9]\d{8}|(?!48)[1-9]\d{6,14})$/.test(text);
}
