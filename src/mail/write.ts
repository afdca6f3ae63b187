import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader, Tx } from '../db/connection.ts';
import { letterDocuments, letters } from '../db/schema/mail.ts';
import type { Subject } from '../history/record.ts';
import { enqueue } from '../jobs/queue.ts';
import type { Clock } from '../lib/clock.ts';
import type { Random } from '../lib/random.ts';
import { type LetterKind, writeText } from './kinds.ts';
import { readLetterSettings, textInForce, withFoot } from './letter-texts.ts';

export interface NewLetter<Fields extends z.ZodObject> {
  readonly to: { readonly personId: number | null; readonly name: string; readonly address: string };
  readonly fields: z.output<Fields>;
  readonly about: Subject;
  /** Writing the same letter twice is writing it once. */
  readonly uniqueKey: string;
  readonly documentIds?: readonly number[];
  readonly linkId?: number;
}

/** Writes a letter, from its kind's text in force, to the outbox in the transaction that causes it; a job sends it after the commit. */
export function writeLetter<Fields extends z.ZodObject>(
  tx: Tx,
  tools: { clock: Clock; random: Random },
  kind: LetterKind<Fields>,
  letter: NewLetter<Fields>,
): void {
  const { text, textId } = textInForce(tx, tools.clock, kind);
  const { subject, body } = writeText(kind, letter.fields, text);
  const written = tx.orm
    .insert(letters)
    .values({
      kind: kind.kind,
      uniqueKey: letter.uniqueKey,
      toPersonId: letter.to.personId,
      toName: letter.to.name,
      toAddress: letter.to.address,
      subject,
      body: withFoot(body, readLetterSettings(tx)),
      textId,
      fields: JSON.stringify(letter.fields),
      linkId: letter.linkId ?? null,
      subjectKind: letter.about.kind,
      subjectId: letter.about.id,
      messageId: tools.random.bytes(16).toString('hex'),
      createdAt: tools.clock.now(),
    })
    .onConflictDoNothing()
    .returning({ id: letters.id })
    .get();
  if (written === undefined) return;
  for (const documentId of letter.documentIds ?? [])
    tx.orm.insert(letterDocuments).values({ letterId: written.id, documentId }).run();
  enqueue(tx, tools.clock, {
    kind: 'send_letter',
    uniqueKey: `letter:${written.id}`,
    payload: { letterId: written.id },
  });
}

export interface LetterRecord {
  readonly id: number;
  readonly kind: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly body: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly lastError: string | null;
}

const columns = sql`id, kind, to_name as toName, to_address as toAddress, subject, body, state, created_at as createdAt, sent_at as sentAt, last_error as lastError`;

/** Letters about one record, newest first. */
export function lettersAbout(reader: Reader, subject: Subject): LetterRecord[] {
  return reader.all<LetterRecord>(
    sql`select ${columns} from letters where subject_kind = ${subject.kind} and subject_id = ${subject.id} order by id desc`,
  );
}
