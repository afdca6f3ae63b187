import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../db/connection.ts';
import type { FileAccess } from '../files/records.ts';
import type { Subject } from '../history/record.ts';
import type { Actor } from '../lib/actor.ts';
import type { Clock } from '../lib/clock.ts';
import { done, type Result, refused } from '../lib/result.ts';
import { noOccasion } from './data-fingerprint.ts';
import type { DocumentKinds } from './kinds.ts';
import { askForDocument, hasFinal } from './register.ts';
import { textIdFor } from './wording/versions.ts';

/** What decides who may have what made: the registries of the house. */
export interface Rights {
  readonly kinds: DocumentKinds;
  readonly fileAccess: FileAccess;
}

interface Asked {
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly title: string;
}

/** The version its text was made from. */
type AskedBefore = Asked & { readonly textId: number | null };

/** Whether the actor may have this kind of document made about the record, as far as who they are goes. */
export function mayAskAgain(reader: Reader, { kinds, fileAccess }: Rights, actor: Actor, about: Asked): boolean {
  const { kind, subjectKind, subjectId } = about;
  const mayRead = fileAccess[subjectKind]?.(reader, actor, subjectId) === true;
  return mayRead && kinds[kind]?.mayAsk(reader, actor, subjectId) === true;
}

/**
 * Has a document made again: a new row supersedes the earlier one, whose file stays. Returns what was asked for. Refuses `absent`,
 * `document_final` where a final one stands, `document_on_its_way` while one waits to be made.
 */
export function askAgain(
  tx: Tx,
  clock: Clock,
  rights: Rights,
  actor: Actor,
  documentId: number,
): Result<{ id: number; kind: string; subject: Subject }> {
  const row = tx.get<AskedBefore>(sql`
    select kind, subject_kind as subjectKind, subject_id as subjectId, title, text_id as textId from documents where id = ${documentId}`);
  if (row === undefined || !mayAskAgain(tx, rights, actor, row)) return refused('absent');
  const subject = { kind: row.subjectKind, id: row.subjectId };
  if (hasFinal(tx, row.kind, subject)) return refused('document_final');
  if (isOnItsWay(tx, row)) return refused('document_on_its_way');
  const id = askForDocument(tx, clock, actor, row.kind, subject, row.title, textNow(tx, clock, rights, row));
  return done({ id, kind: row.kind, subject });
}

/** A final document that could not be made says what was signed or sent, whatever was reworded since. */
function textNow(tx: Tx, clock: Clock, { kinds }: Rights, { kind, subjectId, textId }: AskedBefore): number | null {
  const known = kinds[kind];
  if (known === undefined || known.isFinal) return textId;
  return textIdFor(tx, clock, known, { data: known.load(tx, subjectId, noOccasion), textId });
}

function isOnItsWay(reader: Reader, { kind, subjectKind, subjectId }: Asked): boolean {
  return (
    reader.get(sql`select 1 from documents where kind = ${kind} and subject_kind = ${subjectKind} and subject_id = ${subjectId}
      and state = 'queued'`) !== undefined
  );
}
