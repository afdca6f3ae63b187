import type { Reader } from '../db/connection.ts';
import type { Instant } from '../lib/days.ts';
import type { Letterhead } from './page.ts';
import type { Sheet } from './sheet.ts';

/**
 * One kind of document. `load` reads everything it shows (in the worker thread, read-only), `draw` writes it;
 * the same data give the same bytes. `draw` never reads the clock: instants come with the data.
 */
export interface DocumentKind<Data = unknown> {
  readonly kind: string;
  /** `publicUrl`: where the house's pages stand, for addresses on paper. */
  load(reader: Reader, subjectId: number, publicUrl: string): Data;
  /** Title in the document's properties and in lists. */
  title(data: Data): string;
  fileName(data: Data): string;
  /** UTC instant the content stands at: becomes the creation date. */
  standsAt(data: Data): Instant;
  letterhead(data: Data): Letterhead;
  /** A draft carries a watermark and may be made again; a final document is made once. */
  isDraft(data: Data): boolean;
  draw(sheet: Sheet, data: Data): void;
  /** A plausible whole of its data: what the document is tried on and shown with before there are any. */
  readonly sample: Data;
  /** The largest and oddest it may meet, where the sample with longer texts and lists would not show it. */
  readonly worst?: Data;
}

export type DocumentKinds = Readonly<Record<string, DocumentKind>>;

/** Checks a kind's types where it is written and lets it stand in the registry beside others. */
export function documentKind<Data>(kind: DocumentKind<Data>): DocumentKind {
  return kind as unknown as DocumentKind;
}
