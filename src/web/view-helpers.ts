import Handlebars from 'handlebars';
import { type Day, day, type Instant, instant } from '../lib/days.ts';
import { formatAmount, formatNumber, formatQuantity, grosze } from '../lib/money.ts';
import { counted, nbsp, noOrphans, plural } from '../lib/polish.ts';
import { dateRange, longDate, longMoment } from '../lib/polish-dates.ts';

const { escapeExpression, SafeString } = Handlebars;

/** What views may call, beside Handlebars' own `if unless each with`: words, figures and dates, conditions, small values. */
export const viewHelpers = {
  ...{ money, amount, number, quantity, fileSize, day: writeDay, moment, range, time, text, words, digits, ordinal },
  ...{ plural: writePlural, counted: writeCounted, eq, not, and, or, opt, concat, list, dict },
};

/** „12 345,67 zł” from grosze. */
function money(value: unknown): string {
  return formatAmount(grosze(wholeNumber('money', value)));
}

/** „12 345,67” from grosze, for columns whose head names the currency. */
function amount(value: unknown): string {
  return formatNumber(grosze(wholeNumber('amount', value)));
}

/** A whole number with its thousands set apart. */
function number(value: unknown): string {
  return formatQuantity(wholeNumber('number', value) * 1000);
}

/** „2,5” from thousandths. */
function quantity(value: unknown): string {
  return formatQuantity(wholeNumber('quantity', value));
}

/** „214 kB” or „1,8 MB” from bytes. */
function fileSize(value: unknown): string {
  const bytes = wholeNumber('fileSize', value);
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}${nbsp}kB`;
  return `${formatQuantity(Math.round(bytes / 100_000) * 100)}${nbsp}MB`;
}

function wholeNumber(helper: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw misused(helper, value);
  return value;
}

/** A field that bears a helper's name is caught here: Handlebars then passes only its options. */
function misused(helper: string, value: unknown): Error {
  const given = typeof value === 'object' ? 'no plain value' : String(value);
  return new Error(`{{${helper}}} was given ${given}; a field of this name is written this.${helper}`);
}

function writeDay(value: unknown): string {
  if (typeof value !== 'string') throw misused('day', value);
  return longDate(day(value));
}

function moment(value: unknown): string {
  if (typeof value !== 'string') throw misused('moment', value);
  return longMoment(instant(value));
}

function range(first: unknown, last: unknown): string {
  if (typeof first !== 'string' || typeof last !== 'string') throw misused('range', first);
  return dateRange(first as Day, last as Day);
}

/** A stored day or instant as `<time datetime>`. */
function time(value: unknown): Handlebars.SafeString {
  if (typeof value !== 'string') throw misused('time', value);
  const words = /^\d{4}-\d{2}-\d{2}$/.test(value) ? longDate(value as Day) : longMoment(value as Instant);
  return new SafeString(`<time datetime="${escapeExpression(value)}">${escapeExpression(words)}</time>`);
}

/** What a person wrote: a blank line begins a paragraph, a line break stays one. */
function text(value: unknown): Handlebars.SafeString {
  if (value === null || value === undefined) return new SafeString('');
  if (typeof value !== 'string') throw misused('text', value);
  const paragraphs = noOrphans(value.replace(/\r\n?/g, '\n').trim()).split(/\n[ \t]*\n\s*/);
  const written = paragraphs.filter((paragraph) => paragraph !== '');
  return new SafeString(
    written.map((paragraph) => `<p>${escapeExpression(paragraph).replace(/\n/g, '<br>')}</p>`).join('\n'),
  );
}

/** A name or sentence that comes from data: hard spaces where a line must not break. */
function words(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') throw misused('words', value);
  return noOrphans(value);
}

/** The digits of a telephone number, with its plus, for a `tel:` address. */
function digits(value: unknown): string {
  if (typeof value !== 'string') throw misused('digits', value);
  return value.replace(/(?!^\+)\D/g, '');
}

function ordinal(index: unknown): number {
  return wholeNumber('ordinal', index) + 1;
}

function writePlural(n: unknown, one: string, few: string, many: string): string {
  return plural(wholeNumber('plural', n), one, few, many);
}

function writeCounted(n: unknown, one: string, few: string, many: string): string {
  return counted(wholeNumber('counted', n), one, few, many);
}

function eq(a: unknown, b: unknown): boolean {
  return a === b;
}

function not(value: unknown): boolean {
  return Handlebars.Utils.isEmpty(value) || value === 0;
}

/** Truth as in `{{#if}}`: an empty list, an empty text and nought are false. */
function and(...given: unknown[]): boolean {
  return !given.slice(0, -1).some(not);
}

/** The first true value, or false. */
function or(...given: unknown[]): unknown {
  return given.slice(0, -1).find((value) => !not(value)) ?? false;
}

/** A value that may be absent, of an object that may be absent; '' instead. Several keys are joined with dots: `rows.2.price`. */
function opt(object: unknown, ...given: unknown[]): unknown {
  const key = given.slice(0, -1).join('.');
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, key)) return '';
  return (object as Record<string, unknown>)[key] ?? '';
}

function concat(...given: unknown[]): string {
  return given.slice(0, -1).join('');
}

function list(...given: unknown[]): unknown[] {
  return given.slice(0, -1);
}

function dict(options: Handlebars.HelperOptions): Record<string, unknown> {
  return { ...options.hash };
}
