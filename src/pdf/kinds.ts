import type { Reader } from '../db/connection.ts';
import type { Actor } from '../lib/actor.ts';
import type { Instant } from '../lib/days.ts';
import type { Letterhead } from './page.ts';
import type { Sheet } from './sheet.ts';
import { drawWording } from './wording/draw.ts';
import type { Wording } from './wording/wording.ts';

/** When a document was asked for (UTC), and the origin of the house's pages, for addresses on paper. */
export interface Occasion {
  readonly askedAt: Instant;
  readonly publicUrl: string;
}

/**
 * One kind of document. `load` reads everything it shows (in the worker thread, read-only), `draw` writes it;
 * the same data give the same bytes. `draw` never reads the clock: instants come with the data.
 */
export interface DocumentKind<Data = unknown> {
  readonly kind: string;
  /** Only what the paper shows: when these data change, the paper is told to be out of date. */
  load(reader: Reader, subjectId: number, occasion: Occasion): Data;
  /** What of the data puts the paper out of date when it changes; all of them when absent. */
  madeFrom?(data: Data): unknown;
  /** Title in the document's properties and in lists. */
  title(data: Data): string;
  fileName(data: Data): string;
  /** UTC instant the content stands at: becomes the creation date. */
  standsAt(data: Data): Instant;
  letterhead(data: Data): Letterhead;
  /** A draft carries a watermark. */
  isDraft(data: Data): boolean;
  /** What it says is submitted, signed, adopted or settled, and will not change: it is made once. Others may be made again. */
  readonly isFinal: boolean;
  /** Whether the actor, if the record's files are open to the actor, may also have this document made about it. */
  mayAsk(reader: Reader, actor: Actor, subjectId: number): boolean;
  /** `text`: of the wording, fitting it; without one, the default text of the data's variant. Kinds without a wording have no text. */
  draw(sheet: Sheet, data: Data, text?: string): void;
  /** A plausible whole of its data: what the document is tried on and shown with before there are any. */
  readonly sample: Data;
  /** The largest and oddest it may meet, where the sample with longer texts and lists would not show it. */
  readonly worst?: Data;
  /** Where staff may change the words. */
  readonly wording?: Wording<Data>;
}

export interface WordedKind<Data = unknown> extends DocumentKind<Data> {
  readonly wording: Wording<Data>;
}

export type DocumentKinds = Readonly<Record<string, DocumentKind>>;

/** A kind made from a text; it is tried on the samples of its variants. One that freezes its text draws it itself. */
export function wordedKind<Data>(
  kind: Omit<WordedKind<Data>, 'draw' | 'sample' | 'worst'> & { readonly draw?: DocumentKind<Data>['draw'] },
): WordedKind {
  const [first] = Object.values(kind.wording.variants);
  if (first === undefined) throw new Error(`The document ${kind.kind} has no variant`);
  const draw: DocumentKind<Data>['draw'] = (sheet, data, text) => drawWording(sheet, kind.wording, data, text);
  return { draw, ...kind, sample: first.sample } as unknown as WordedKind;
}

export function isWorded(kind: DocumentKind): kind is WordedKind {
  return kind.wording !== undefined;
}

/** Checks a kind's types where it is written and lets it stand in the registry beside others. */
export function documentKind<Data>(kind: DocumentKind<Data>): DocumentKind {
  return kind as unknown as DocumentKind;
}
