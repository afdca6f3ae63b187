import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { mailingRecipients, mailingSources, mailings } from '../../../db/schema/correspondence.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { checkTemplate } from '../../../lib/template.ts';
import { readLetterSettings, type WrittenText } from '../../../mail/letter-texts.ts';
import { faultWords } from '../fault-texts.ts';
import type { RecipientSet } from '../recipient-sets.ts';
import { mayWrite, type OpenRecords, recipientVisibleTo } from './access.ts';
import { readByHand } from './by-hand.ts';
import { type Finished, finishedLetter } from './finished.ts';
import { countHidden, findMailing, type Mailing, readRecipients } from './queries.ts';
import { fieldsOfMailing, gatherRecipients, setsOf } from './recipients.ts';
import { byHandFault } from './texts.ts';

/** What the rooms downstream define. */
export interface Registry {
  readonly sets: readonly RecipientSet[];
  readonly openRecords: OpenRecords;
}

/** A draft of a mailing, with the sets and the text of an earlier one if `from` names it. Refuses `absent` outside the calls one coordinates. */
export function startMailing(
  deps: Deps,
  actor: Actor,
  { callId, from }: { readonly callId: number; readonly from: number | null },
): Result<number> {
  const by = personIdOf(actor);
  if (by === null || !mayWrite(actor, callId)) return refused('absent');
  return deps.db.write((tx) => {
    const earlier = from === null ? undefined : findMailing(tx, actor, from);
    if (from !== null && earlier === undefined) return refused('absent');
    const text = {
      subject: earlier?.subject ?? '',
      body: earlier?.body ?? '',
      sets: JSON.stringify(earlier?.sets ?? []),
    };
    const row = { callId, ...text, createdBy: by, createdAt: deps.clock.now() };
    const { id } = tx.orm.insert(mailings).values(row).returning({ id: mailings.id }).get();
    record(tx, deps, actor, { what: 'mailing.started', subject: { kind: 'mailing', id }, callId });
    return done(id);
  });
}

/** A mailing that the actor may change now. Refuses `absent`, `not_a_draft` and `edited_meanwhile`. */
export function draftToChange(tx: Tx, actor: Actor, mailingId: number, revision?: number): Result<Mailing> {
  const mailing = findMailing(tx, actor, mailingId);
  if (mailing === undefined || !mayWrite(actor, mailing.callId)) return refused('absent');
  if (mailing.state !== 'draft') return refused('not_a_draft');
  return revision === undefined || revision === mailing.revision ? done(mailing) : refused('edited_meanwhile');
}

/** Who gets it. Refuses lines that name nobody, by their number. */
export function chooseRecipients(
  deps: Deps,
  actor: Actor,
  { sets }: Pick<Registry, 'sets'>,
  typed: {
    readonly mailingId: number;
    readonly sets: readonly string[];
    readonly byHand: string;
    readonly revision: number;
  },
): Result {
  const { faults } = readByHand(typed.byHand);
  if (faults.length > 0) return refused('by_hand_faulty', { fields: { byHand: faults.map(byHandFault).join(' ') } });
  return deps.db.write((tx) => {
    const found = draftToChange(tx, actor, typed.mailingId, typed.revision);
    if (!found.ok) return found;
    const codes = setsOf(sets, typed.sets).map(({ code }) => code);
    change(tx, found.value, { sets: JSON.stringify(codes), byHand: typed.byHand });
    return done();
  });
}

/** What the letters say. Refuses a text with faults, told by line. */
export function writeMailing(
  deps: Deps,
  actor: Actor,
  { sets }: Pick<Registry, 'sets'>,
  typed: WrittenText & { readonly mailingId: number; readonly revision: number },
): Result {
  return deps.db.write((tx) => {
    const found = draftToChange(tx, actor, typed.mailingId, typed.revision);
    if (!found.ok) return found;
    const fields = textFaults(typed, setsOf(sets, found.value.sets));
    if (Object.keys(fields).length > 0) return refused('text_faulty', { fields });
    change(tx, found.value, { subject: typed.subject, body: typed.body });
    return done();
  });
}

function change(tx: Tx, { id, revision }: Mailing, values: Partial<typeof mailings.$inferInsert>): void {
  tx.orm
    .update(mailings)
    .set({ ...values, revision: revision + 1 })
    .where(sql`id = ${id}`)
    .run();
}

/** Sentences by field of the form; empty for a text that can be filled. */
export function textFaults(text: WrittenText, sets: readonly RecipientSet[]): Record<string, string> {
  const fields = fieldsOfMailing(sets);
  const subject = checkTemplate(text.subject, fields).map((fault) => faultWords(fault, true));
  const body = checkTemplate(text.body, fields).map((fault) => faultWords(fault, false));
  return {
    ...(subject.length === 0 ? {} : { subject: subject.join(' ') }),
    ...(body.length === 0 ? {} : { body: body.join(' ') }),
  };
}

/** The letters as they would be written now; undefined while the text is missing or has faults. */
export function freshLetters(
  deps: Pick<Deps, 'clock' | 'publicUrl'> & { readonly reader: Tx | Deps['db'] },
  actor: Actor,
  registry: Pick<Registry, 'sets'>,
  mailing: Mailing,
): Finished[] | undefined {
  const { reader, clock, publicUrl } = deps;
  const isEmpty = mailing.subject === '' || mailing.body === '';
  if (isEmpty || Object.keys(textFaults(mailing, setsOf(registry.sets, mailing.sets))).length > 0) return undefined;
  const asked = { reader, actor, callId: mailing.callId, now: clock.now(), publicUrl };
  const settings = readLetterSettings(reader);
  return gatherRecipients(registry.sets, mailing, asked).map((one) => finishedLetter(one, mailing, settings));
}

/**
 * Writes everybody's finished letter, to be looked at one by one: from here on these words are what goes. Letters dropped or edited before stay so.
 * Refuses a faulty text, `nobody_there`, and `not_all_seen` where a letter of it is closed to the actor.
 */
export function prepareLetters(deps: Deps, actor: Actor, registry: Registry, mailingId: number): Result<number> {
  return deps.db.write((tx) => {
    const found = draftToChange(tx, actor, mailingId);
    if (!found.ok) return found;
    const mailing = found.value;
    const letters = freshLetters({ ...deps, reader: tx }, actor, registry, mailing);
    if (letters === undefined) return refused('text_not_ready');
    if (letters.length === 0) return refused('nobody_there');
    if (countHidden(tx, actor, registry.openRecords, mailingId) > 0) return refused('not_all_seen');
    const before = new Map(
      readRecipients(tx, mailingId, recipientVisibleTo(actor, registry.openRecords)).map((one) => [one.key, one]),
    );
    tx.orm.delete(mailingRecipients).where(sql`mailing_id = ${mailingId}`).run();
    for (const letter of letters) {
      const known = before.get(letter.key);
      const edited = known?.editedAt ? { subject: known.subject, body: known.body, editedAt: known.editedAt } : {};
      const dropped = { droppedAt: known?.droppedAt ?? null, droppedReason: known?.droppedReason ?? null };
      addRecipient(tx, mailingId, { ...letter, ...edited }, dropped);
    }
    change(tx, mailing, { preparedAt: deps.clock.now() });
    const subject = { kind: 'mailing', id: mailingId };
    record(tx, deps, actor, {
      what: 'mailing.prepared',
      subject,
      callId: mailing.callId,
      facts: { letters: letters.length },
    });
    return done(letters.length);
  });
}

function addRecipient(
  tx: Tx,
  mailingId: number,
  {
    key,
    personId,
    name,
    address,
    sets,
    values,
    sources,
    subject,
    body,
    editedAt,
  }: Finished & { readonly editedAt?: Instant },
  dropped: Pick<typeof mailingRecipients.$inferInsert, 'droppedAt' | 'droppedReason'>,
): void {
  const row = { mailingId, key, personId, name, address, subject, body, editedAt: editedAt ?? null, ...dropped };
  const { id } = tx.orm
    .insert(mailingRecipients)
    .values({ ...row, sets: JSON.stringify(sets), fields: JSON.stringify(values) })
    .returning({ id: mailingRecipients.id })
    .get();
  for (const { kind, id: subjectId } of sources)
    tx.orm.insert(mailingSources).values({ recipientId: id, subjectKind: kind, subjectId }).run();
}
