import qs from 'qs';
import type { z } from 'zod';
import { cleanText } from '../lib/text.ts';

/** What the browser sent, nested by qs (`rows[0][name]`): strings, lists and records of them. */
export type RawBody = { readonly [name: string]: RawValue };
export type RawValue = string | readonly RawValue[] | RawBody;

/** Polish sentences by field name (`rows.2.price`); under '' what concerns the whole form. */
export type FieldErrors = Readonly<Record<string, string>>;

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Strings to a typed command. Each rule of the schema words its own message; the first of a field is shown. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, raw: RawBody): Parsed<z.output<Schema>> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.');
    if (!(path in errors)) errors[path] = issue.message;
  }
  return { ok: false, errors };
}

/** Fields of a form by their names, `rows[0][name]` nested. */
export function nested(text: string): Record<string, unknown> {
  return qs.parse(text, { depth: 3, arrayLimit: 300, parameterLimit: 2000 }) as Record<string, unknown>;
}

/** Every string cleaned: NFC, no NUL or control characters. Tokens of the form itself are left out. */
export function cleanBody(body: unknown): RawBody {
  const cleaned = clean(body);
  if (typeof cleaned !== 'object' || Array.isArray(cleaned)) return {};
  const { _csrf, _once, ...fields } = cleaned as Record<string, RawValue>;
  return fields;
}

function clean(value: unknown): RawValue {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, clean(entry)]));
  return '';
}

/** `rows[2][price]` of a form, which is `rows.2.price` in its errors, has the id `rows-2-price`. */
export function idOf(name: string): string {
  return name.replace(/[^\p{L}\d]+/gu, '-').replace(/-$/, '');
}

/** One field of a raw body as typed, '' when absent. */
export function rawText(raw: RawBody, name: string): string {
  const value = raw[name];
  return typeof value === 'string' ? value : '';
}
