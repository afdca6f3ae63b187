import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { mailings } from '../../../db/schema/correspondence.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { enqueue } from '../../../jobs/queue.ts';
import type { JobKind } from '../../../jobs/runner.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { stopLetters } from '../../../mail/outbox.ts';
import { postLetter } from '../../../mail/write.ts';
import { type MailingAction, mailingLife } from '../lifecycle.ts';
import { mayWrite } from './access.ts';
import { changesSince, fingerprintOfChanges } from './changes.ts';
import { fingerprintOfLetters, going } from './finished.ts';
import { countHidden, findMailing, type Mailing, readRecipients, type StoredRecipient } from './queries.ts';
import { freshLetters, type Registry } from './writing.ts';

const system: Actor = { kind: 'system' };

/** What the person who approves had before her eyes. */
export interface Seen {
  readonly mailingId: number;
  /** `fingerprintOfLetters` of the letters on the page. */
  readonly letters: string;
  /** `fingerprintOfChanges` that the page told of; '' = nothing had changed since the letters were written. */
  readonly changes: string;
}

/** Sends what was seen, once: the second press and the second person are told who sent it. Gives the number of letters. */
export function sendMailing(deps: Deps, actor: Actor, registry: Registry, seen: Seen): Result<number> {
  return onApproved(deps, actor, registry, seen, 'send', (tx, mailing, recipients) =>
    done(post(tx, deps, actor, mailing, recipients)),
  );
}

/** Keeps the approved letters until somebody sends them. */
export function holdMailing(deps: Deps, actor: Actor, registry: Registry, seen: Seen): Result<number> {
  return onApproved(deps, actor, registry, seen, 'hold', (tx, mailing, recipients) => {
    move(
      tx,
      deps,
      actor,
      mailing,
      'hold',
      { scheduledAt: null, ...approval(deps, actor) },
      { letters: recipients.length },
    );
    return done(recipients.length);
  });
}

/** Sends the approved letters at a moment of competition time. Refuses `moment_passed`. */
export function scheduleMailing(
  deps: Deps,
  actor: Actor,
  registry: Registry,
  seen: Seen & { readonly at: Instant },
): Result<number> {
  if (seen.at <= deps.clock.now()) return refused('moment_passed', { field: 'on' });
  return onApproved(deps, actor, registry, seen, 'schedule', (tx, mailing, recipients) => {
    const facts = { letters: recipients.length, at: seen.at };
    move(tx, deps, actor, mailing, 'schedule', { scheduledAt: seen.at, ...approval(deps, actor) }, facts);
    const payload = { mailingId: mailing.id, revision: mailing.revision + 1, at: seen.at };
    enqueue(tx, deps.clock, { kind: 'send_mailing', uniqueKey: `mailing:${mailing.id}:${payload.revision}`, payload });
    return done(recipients.length);
  });
}

/** Back to a draft, to be changed and looked at again. */
export function reopenMailing(deps: Deps, actor: Actor, mailingId: number): Result {
  return deps.db.write((tx) => {
    const found = stepped(tx, actor, mailingId, 'reopen');
    if (!found.ok) return found;
    move(tx, deps, actor, found.value, 'reopen', { scheduledAt: null, approvedAt: null, approvedBy: null });
    return done();
  });
}

/** Ends a mailing; of one that is going out, the letters that no server has taken yet stay. Gives their number. Refuses `all_left`. */
export function cancelMailing(deps: Deps, actor: Actor, mailingId: number): Result<number> {
  return deps.db.write((tx) => {
    const found = stepped(tx, actor, mailingId, 'cancel');
    if (!found.ok) return found;
    const own = sql`l.subject_kind = 'mailing_recipient' and l.subject_id in (select r.id from mailing_recipients r where r.mailing_id = ${mailingId})`;
    const stopped = found.value.state === 'sent' ? stopLetters(tx, deps.clock, own) : 0;
    if (found.value.state === 'sent' && stopped === 0) return refused('all_left');
    move(tx, deps, actor, found.value, 'cancel', { cancelledAt: deps.clock.now(), scheduledAt: null }, { stopped });
    return done(stopped);
  });
}

/** The job `send_mailing`: at its hour of competition time the approved letters go, unless somebody held, changed or cancelled the mailing. */
export function scheduledMailing(deps: Deps): JobKind {
  return {
    held: () => sql`json_extract(payload, '$.at') > ${deps.clock.now()}`,
    async run({ mailingId, revision }) {
      deps.db.write((tx) => {
        const mailing = findMailing(tx, system, Number(mailingId));
        if (mailing?.state !== 'scheduled' || mailing.revision !== revision) return;
        post(tx, deps, system, mailing, going(readRecipients(tx, mailing.id)));
      });
    },
  };
}

/** Refusals before anything is written: the state, what was not seen, what changed since, nobody to write to. */
function onApproved(
  deps: Deps,
  actor: Actor,
  registry: Registry,
  seen: Seen,
  action: MailingAction,
  work: (tx: Tx, mailing: Mailing, recipients: readonly StoredRecipient[]) => Result<number>,
): Result<number> {
  return deps.db.write((tx) => {
    const found = stepped(tx, actor, seen.mailingId, action);
    if (!found.ok) return found;
    const mailing = found.value;
    const stored = readRecipients(tx, mailing.id);
    if (countHidden(tx, actor, registry.openRecords, mailing.id) > 0) return refused('not_all_seen');
    if (fingerprintOfLetters(stored) !== seen.letters) return refused('edited_meanwhile');
    const fresh = freshLetters({ ...deps, reader: tx }, actor, registry, mailing);
    if (fingerprintOfChanges(changesSince(stored, fresh)) !== seen.changes) return refused('changed_since');
    const recipients = going(stored);
    if (recipients.length === 0) return refused('to_nobody');
    const blank = recipients.find(({ subject, body }) => subject === '' || body === '');
    if (blank !== undefined) return refused('blank_letter', { facts: { name: blank.name } });
    return work(tx, mailing, recipients);
  });
}

function stepped(tx: Tx, actor: Actor, mailingId: number, action: MailingAction): Result<Mailing> {
  const mailing = findMailing(tx, actor, mailingId);
  if (mailing === undefined || !mayWrite(actor, mailing.callId)) return refused('absent');
  if (action !== 'cancel' && mailing.state === 'sent')
    return refused('already_sent', { facts: { who: mailing.approvedBy ?? '', at: mailing.sentAt ?? '' } });
  const next = step(mailingLife, action, mailing.state);
  return next.ok ? done(mailing) : refused('not_now', { facts: { state: mailing.state } });
}

/** Writes every letter to the outbox, in one transaction and each once; gives how many. */
function post(tx: Tx, deps: Deps, actor: Actor, mailing: Mailing, recipients: readonly StoredRecipient[]): number {
  for (const one of recipients)
    postLetter(tx, deps, {
      kind: 'mailing',
      to: { personId: one.personId, name: one.name, address: one.address ?? '' },
      ...{ subject: one.subject, body: one.body, textId: null, fields: null },
      about: { kind: 'mailing_recipient', id: one.id },
      uniqueKey: `mailing:${mailing.id}:${one.id}`,
    });
  const own = actor.kind === 'person' ? approval(deps, actor) : {};
  move(tx, deps, actor, mailing, 'send', { sentAt: deps.clock.now(), ...own }, { letters: recipients.length });
  return recipients.length;
}

function approval(deps: Deps, actor: Actor) {
  return { approvedAt: deps.clock.now(), approvedBy: personIdOf(actor) };
}

function move(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { id, callId, state, revision }: Mailing,
  action: MailingAction,
  values: Partial<typeof mailings.$inferInsert>,
  facts: Readonly<Record<string, number | string>> = {},
): void {
  const { to } = mailingLife[action];
  tx.orm
    .update(mailings)
    .set({ ...values, state: to, revision: revision + 1 })
    .where(sql`id = ${id}`)
    .run();
  record(tx, deps, actor, { what: happened[action], subject: { kind: 'mailing', id }, callId, from: state, to, facts });
}

const happened: Readonly<Record<MailingAction, string>> = {
  hold: 'mailing.held',
  schedule: 'mailing.scheduled',
  send: 'mailing.sent',
  reopen: 'mailing.reopened',
  cancel: 'mailing.cancelled',
};
