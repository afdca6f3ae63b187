import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader, Tx } from '../db/connection.ts';
import { letterDocuments, letters } from '../db/schema/mail.ts';
import type { Subject } from '../history/record.ts';
import { enqueue } from '../jobs/queue.ts';
import type { Actor } from '../lib/actor.ts';
import type { Clock } from '../lib/clock.ts';
import type { Instant } from '../lib/days.ts';
import type { Random } from '../lib/random.ts';
import { askForDocument } from '../pdf/register.ts';
import { type Channel, channelFor } from './channels.ts';
import type { LetterEvent } from './events.ts';
import { type LetterKind, writeText } from './kinds.ts';
import { readLetterSettings, textInForce, withFoot } from './letter-texts.ts';

export interface NewLetter<Fields extends z.ZodObject> {
  readonly to: { readonly personId: number | null; readonly name: string; readonly address: string };
  readonly fields: z.output<Fields>;
  readonly about: Subject;
  /** The record in whose life it is written, where that is not what it is about: a door is about a person. */
  readonly partOf?: Subject;
  /** Writing the same letter twice is writing it once. */
  readonly uniqueKey: string;
  readonly documentIds?: readonly number[];
  readonly linkId?: number;
  /** The date it is about, where its kind has one. */
  readonly event?: LetterEvent | undefined;
  /** Otherwise by what the person chose or has; a door's letter goes by e-mail alone. */
  readonly channel?: Channel;
}

/**
 * Writes a letter, from its kind's text in force, to the outbox in the transaction that causes it; a job sends it after the commit. One that does not go
 * by e-mail waits on the list of what is to be handed over, with its paper drawn.
 */
export function writeLetter<Fields extends z.ZodObject>(
  tx: Tx,
  tools: { clock: Clock; random: Random },
  kind: LetterKind<Fields>,
  letter: NewLetter<Fields>,
): void {
  if (letter.event !== undefined && kind.event === undefined) throw new Error(`The letter ${kind.kind} has no event`);
  const { text, textId } = textInForce(tx, tools.clock, kind);
  const { subject, body } = writeText(kind, letter.fields, text);
  const finished = { kind: kind.kind, subject, body: withFoot(body, readLetterSettings(tx)), textId };
  const channel = kind.opensDoor === true ? { channel: 'email' as const } : {};
  postLetter(tx, tools, { ...letter, ...finished, ...channel });
}

/** A letter whose words are settled, foot included. */
export interface FinishedLetter extends Omit<NewLetter<z.ZodObject>, 'fields'> {
  readonly kind: string;
  readonly subject: string;
  readonly body: string;
  /** The version of the text it was written from; null = the default text, or no text that is kept in versions. */
  readonly textId: number | null;
  readonly fields: object | null;
}

/** Puts a finished letter into the outbox, in the transaction that causes it. */
export function postLetter(tx: Tx, tools: { clock: Clock; random: Random }, letter: FinishedLetter): void {
  const channel = letter.linkId !== undefined ? 'email' : (letter.channel ?? channelFor(tx, letter.to));
  const caughtFor = rehearsalOf(tx, letter.partOf ?? letter.about);
  const written = tx.orm
    .insert(letters)
    .values({
      kind: letter.kind,
      uniqueKey: letter.uniqueKey,
      toPersonId: letter.to.personId,
      toName: letter.to.name,
      toAddress: letter.to.address,
      subject: letter.subject,
      body: letter.body,
      textId: letter.textId,
      fields: letter.fields === null ? null : JSON.stringify(letter.fields),
      linkId: letter.linkId ?? null,
      channel,
      event: letter.event === undefined ? null : JSON.stringify(letter.event),
      subjectKind: letter.about.kind,
      subjectId: letter.about.id,
      messageId: tools.random.bytes(16).toString('hex'),
      createdAt: tools.clock.now(),
      caughtFor,
    })
    .onConflictDoNothing()
    .returning({ id: letters.id })
    .get();
  if (written === undefined) return;
  for (const documentId of letter.documentIds ?? [])
    tx.orm.insert(letterDocuments).values({ letterId: written.id, documentId }).run();
  // A letter of a rehearsal is only read there: no job sends it and nobody prints it.
  if (caughtFor !== null) return;
  if (channel === 'email')
    enqueue(tx, tools.clock, {
      kind: 'send_letter',
      uniqueKey: `letter:${written.id}`,
      payload: { letterId: written.id },
    });
  if (channel === 'print')
    askForPaper(tx, tools.clock, { kind: 'system' }, { id: written.id, subject: letter.subject });
}

/** The rehearsal that a record belongs to, null for what is real. */
function rehearsalOf(reader: Reader, { kind, id }: Subject): number | null {
  const found = sql`select call_id as callId from rehearsed_records where kind = ${kind} and id = ${id}`;
  return reader.get<{ callId: number }>(found)?.callId ?? null;
}

/** Has a letter drawn for a window envelope; the newest paper is the one that goes. */
export function askForPaper(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  letter: { readonly id: number; readonly subject: string },
): void {
  askForDocument(tx, clock, actor, 'letter', { kind: 'letter', id: letter.id }, letter.subject);
}

export interface Call {
  readonly to: { readonly personId: number | null; readonly name: string };
  readonly about: Subject;
  readonly subject: string;
  /** What was said. */
  readonly body: string;
  readonly at: Instant;
}

/** A call that belongs to no letter stands in the same log, as a letter that was spoken. Returns its id; who spoke is written down as its dispatch. */
export function writeCall(tx: Tx, tools: { clock: Clock; random: Random }, call: Call): number {
  const mark = tools.random.bytes(16).toString('hex');
  return tx.orm
    .insert(letters)
    .values({
      kind: callKind,
      uniqueKey: `${callKind}:${mark}`,
      toPersonId: call.to.personId,
      toName: call.to.name,
      toAddress: '',
      subject: call.subject,
      body: call.body,
      subjectKind: call.about.kind,
      subjectId: call.about.id,
      messageId: mark,
      channel: 'phone',
      state: 'sent',
      createdAt: tools.clock.now(),
      sentAt: call.at,
      caughtFor: rehearsalOf(tx, call.about),
    })
    .returning({ id: letters.id })
    .get().id;
}

/** The kind of such a letter; no text makes it. */
export const callKind = 'call';
