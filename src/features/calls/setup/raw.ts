import type { RawBody } from '../../../web/form.ts';

/** One box sends a text, several a list; anything else is none. */
export function listOf(value: RawBody[string] | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** A nested part of a form; nothing of it where something else was sent. */
export function recordOf(value: RawBody[string] | undefined): RawBody {
  return typeof value === 'object' && !Array.isArray(value) ? (value as RawBody) : {};
}
