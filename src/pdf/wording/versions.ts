import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/connection.ts';
import { documentTexts } from '../../db/schema/pdf.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Instant } from '../../lib/days.ts';
import { type DocumentKind, isWorded, type WordedKind } from '../kinds.ts';
import { checkWording } from './check.ts';

/** One saved version of a variant's text; `number` counts from 1, the default text of the code is 0. */
export interface DocumentTextVersion {
  readonly id: number;
  readonly number: number;
  readonly text: string;
  readonly note: string;
  /** May lie in the future. */
  readonly inForceFrom: Instant;
  readonly createdAt: Instant;
  /** It was to begin later, and was called back before it did. */
  readonly calledBackAt: Instant | null;
  readonly author: string | null;
}

/** Which text: the kind's own key and one of its variants. */
export interface TextPlace {
  readonly kind: string;
  readonly variant: string;
}

/** The text a document is made from, and which version that is: none is the default text. */
export interface TextInForce {
  readonly text: string;
  readonly textId: number | null;
  readonly number: number;
}

const columns = sql`t.id, t.number, t.text, t.note, t.in_force_from as inForceFrom, t.created_at as createdAt,
  t.called_back_at as calledBackAt, p.name as author`;
const rows = sql`document_texts t left join people p on p.id = t.created_by`;

/** Newest first; without the default text. */
export function versionsOfText(reader: Reader, { kind, variant }: TextPlace): DocumentTextVersion[] {
  return reader.all<DocumentTextVersion>(
    sql`select ${columns} from ${rows} where t.kind = ${kind} and t.variant = ${variant} order by t.number desc`,
  );
}

/** The version that began last, and of two that began together the later; undefined where nobody has changed the default text. */
export function textVersionInForce(
  reader: Reader,
  clock: Pick<Clock, 'now'>,
  { kind, variant }: TextPlace,
): DocumentTextVersion | undefined {
  return reader.get<DocumentTextVersion>(sql`
    select ${columns} from ${rows} where t.kind = ${kind} and t.variant = ${variant} and t.called_back_at is null and t.in_force_from <= ${clock.now()}
      order by t.in_force_from desc, t.number desc limit 1`);
}

/** What a document asked for now is made from. A version that no longer fits the code gives way to the default text, rather than no document at all. */
export function documentText(
  reader: Reader,
  clock: Pick<Clock, 'now'>,
  kind: WordedKind,
  variant: string,
): TextInForce {
  const version = textVersionInForce(reader, clock, { kind: kind.kind, variant });
  if (version === undefined || !fits(kind, version.text))
    return { text: defaultText(kind, variant), textId: null, number: 0 };
  return { text: version.text, textId: version.id, number: version.number };
}

/** The version that a document of such data would be made from now; of a kind without a text of its own, or one that freezes it, the version it has. */
export function textIdFor(
  reader: Reader,
  clock: Pick<Clock, 'now'>,
  kind: DocumentKind,
  { data, textId }: { readonly data: unknown; readonly textId: number | null },
): number | null {
  if (!isWorded(kind) || kind.wording.isFrozen) return textId;
  return documentText(reader, clock, kind, kind.wording.variantOf(data)).textId;
}

/** The text of a version; undefined for one that is not there or no longer fits. */
export function textOfVersion(reader: Reader, kind: WordedKind, textId: number | null): string | undefined {
  const row = reader.get<{ text: string }>(
    sql`select text from document_texts where id = ${textId} and kind = ${kind.kind}`,
  );
  return row !== undefined && fits(kind, row.text) ? row.text : undefined;
}

export function fits({ wording }: WordedKind, text: string): boolean {
  return checkWording(text, wording).length === 0;
}

export function defaultText({ kind, wording }: WordedKind, variant: string): string {
  const text = wording.variants[variant]?.text;
  if (text === undefined) throw new Error(`The document ${kind} has no variant ${variant}`);
  return text;
}

/** Adds a version. The caller has checked the text, that `number` follows the last one, and that it does not begin before now. */
export function addTextVersion(
  tx: Tx,
  clock: Clock,
  version: TextPlace & {
    readonly number: number;
    readonly text: string;
    readonly note: string;
    readonly by: number;
    readonly inForceFrom: Instant;
  },
): number {
  const { by, ...row } = version;
  return tx.orm
    .insert(documentTexts)
    .values({ ...row, createdBy: by, createdAt: clock.now() })
    .returning({ id: documentTexts.id })
    .get().id;
}

/** Takes a version back before it begins. The caller has checked that it has not. */
export function callBackTextVersion(tx: Tx, clock: Clock, id: number): void {
  tx.orm.update(documentTexts).set({ calledBackAt: clock.now() }).where(sql`id = ${id}`).run();
}
