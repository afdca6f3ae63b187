import type { Reader } from '../db/connection.ts';
import type { Instant } from '../lib/days.ts';
import { fingerprint } from '../lib/fingerprint.ts';
import type { DocumentKind, Occasion } from './kinds.ts';

/** As if nobody had asked, at no address. */
export const noOccasion: Occasion = { askedAt: '1970-01-01T00:00:00.000Z' as Instant, publicUrl: '' };

/**
 * What a document's data are known by: as if nobody had asked, at no address. So neither the moment of asking nor a moved house makes two
 * documents of the same data differ.
 */
export function dataFingerprint(kind: DocumentKind, reader: Reader, subjectId: number): string {
  return fingerprintOf(kind, kind.load(reader, subjectId, noOccasion));
}

/** Of data loaded without an occasion. */
export function fingerprintOf(kind: DocumentKind, data: unknown): string {
  return fingerprint(kind.madeFrom === undefined ? data : kind.madeFrom(data));
}
