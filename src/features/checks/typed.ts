import type { RawBody, RawValue } from '../../web/form.ts';

/** A nested field of a raw body as typed (`answers`, `k12`, `note`), '' when absent. */
export function typedAt(raw: RawBody, ...path: readonly string[]): string {
  let value: RawValue | undefined = raw;
  for (const name of path) value = isBody(value) ? value[name] : undefined;
  return typeof value === 'string' ? value : '';
}

function isBody(value: RawValue | undefined): value is RawBody {
  return typeof value === 'object' && !Array.isArray(value);
}
