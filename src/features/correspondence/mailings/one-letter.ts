import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { mailingRecipients } from '../../../db/schema/correspondence.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { fingerprint } from '../../../lib/fingerprint.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readLetterSettings, type WrittenText } from '../../../mail/letter-texts.ts';
import { recipientVisibleTo } from './access.ts';
import { filledText, oneLine } from './finished.ts';
import { type Mailing, readRecipients, type StoredRecipient } from './queries.ts';
import { setsOf } from './recipients.ts';
import { draftToChange, type Registry, textFaults } from './writing.ts';

interface Chosen {
  readonly mailingId: number;
  readonly recipientId: number;
  /** Of the letter as it was shown. */
  readonly seen: string;
}

/** What a form says its reader saw of one letter. */
export function fingerprintOfOne({ subject, body, droppedAt }: StoredRecipient): string {
  return fingerprint({ subject, body, droppedAt });
}

/** Gives one recipient words of their own. What stands in them is never read as a template. */
export function editLetter(deps: Deps, actor: Actor, registry: Registry, chosen: Chosen & WrittenText): Result {
  return onDraft(deps, actor, registry, chosen, (tx, mailing, one) => {
    const subject = oneLine(chosen.subject);
    if (subject === one.subject && chosen.body === one.body) return done();
    keep(tx, one.id, { subject, body: chosen.body, editedAt: deps.clock.now() });
    return note(tx, deps, actor, mailing, 'mailing.letter_edited', one);
  });
}

/** Back to the words of the mailing, with this recipient's data. Refuses `text_not_ready`. */
export function restoreLetter(deps: Deps, actor: Actor, registry: Registry, chosen: Chosen): Result {
  return onDraft(deps, actor, registry, chosen, (tx, mailing, one) => {
    const sets = setsOf(registry.sets, mailing.sets);
    const isUnknown = Object.keys(textFaults(mailing, sets)).length > 0;
    if (isUnknown || mailing.subject === '' || mailing.body === '') return refused('text_not_ready');
    const values = {
      ...Object.fromEntries(sets.flatMap(({ fields }) => Object.keys(fields).map((name) => [name, '']))),
      ...one.fields,
    };
    keep(tx, one.id, { ...filledText(mailing, values, readLetterSettings(tx)), editedAt: null });
    return done();
  });
}

/** Takes one recipient off, for a reason that stays in the mailing. */
export function dropLetter(
  deps: Deps,
  actor: Actor,
  registry: Registry,
  chosen: Chosen & { readonly reason: string },
): Result {
  return onDraft(deps, actor, registry, chosen, (tx, mailing, one) => {
    if (one.droppedAt !== null) return done();
    keep(tx, one.id, { droppedAt: deps.clock.now(), droppedReason: chosen.reason });
    return note(tx, deps, actor, mailing, 'mailing.recipient_dropped', one);
  });
}

export function takeBackIn(deps: Deps, actor: Actor, registry: Registry, chosen: Chosen): Result {
  return onDraft(deps, actor, registry, chosen, (tx, mailing, one) => {
    if (one.droppedAt === null) return done();
    keep(tx, one.id, { droppedAt: null, droppedReason: null });
    return note(tx, deps, actor, mailing, 'mailing.recipient_kept', one);
  });
}

/** Refuses `absent` for a letter that is closed to the actor, and `edited_meanwhile` for one that is not what was shown. */
function onDraft(
  deps: Deps,
  actor: Actor,
  { openRecords }: Registry,
  { mailingId, recipientId, seen }: Chosen,
  work: (tx: Tx, mailing: Mailing, one: StoredRecipient) => Result,
): Result {
  return deps.db.write((tx) => {
    const found = draftToChange(tx, actor, mailingId);
    if (!found.ok) return found;
    const which: SQL = sql`r.id = ${recipientId} and ${recipientVisibleTo(actor, openRecords)}`;
    const [one] = readRecipients(tx, mailingId, which);
    if (one === undefined) return refused('absent');
    return fingerprintOfOne(one) === seen ? work(tx, found.value, one) : refused('edited_meanwhile');
  });
}

function keep(tx: Tx, id: number, values: Partial<typeof mailingRecipients.$inferInsert>): void {
  tx.orm.update(mailingRecipients).set(values).where(sql`id = ${id}`).run();
}

/** The reason and the words stay with the letter; the history says that it happened. */
function note(tx: Tx, deps: Deps, actor: Actor, { id, callId }: Mailing, what: string, one: StoredRecipient): Result {
  record(tx, deps, actor, { what, subject: { kind: 'mailing', id }, callId, facts: { recipient: one.id } });
  return done();
}
