import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { juryDeclarations, recusals } from '../../../db/schema/jury.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readCall } from '../../calls/queries.ts';
import { submissionWindow } from '../../calls/stages.ts';
import { keyInDeclaration } from '../blind/declaring.ts';
import { declarationInForce } from '../declaration.ts';
import type { Conflict, RecusalGround } from '../policy.ts';
import { hasMet, type Membership, membershipOf, openToJuror, ownApplications } from '../queries.ts';
import { messages } from '../texts.ts';
import { askForDeclaration } from './papers.ts';

export interface Declaration {
  readonly callId: number;
  /** Of the text that was read on the screen; without it, of the text in force. */
  readonly textVersion?: string;
  /** Applications not named here are those the juror has nothing in common with. */
  readonly recusals: readonly (Conflict & { readonly applicationId: number })[];
}

/**
 * The member's declaration of impartiality and confidentiality, made from the list before contents open; it opens them and is printed.
 * Refuses `absent`, `declaration_signed`, `declaration_too_early`, `text_changed` where another text is in force than was read, and at the field an own application not excluded.
 */
export function signDeclaration(deps: Deps, actor: Actor, declaration: Declaration): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, declaration.callId);
    const member = memberActing(tx, actor, declaration.callId);
    if (call === undefined || member === undefined) return refused('absent');
    if (member.declared) return refused('declaration_signed');
    const window = submissionWindow(call.stages);
    const now = deps.clock.now();
    if (window === undefined || now < window.closesAt) return refused('declaration_too_early');
    const { version } = declarationInForce(tx, deps.clock);
    if ((declaration.textVersion ?? version) !== version) return refused('text_changed');
    const excluded = declaration.recusals.filter(({ kind }) => kind === 'exclusion').map((one) => one.applicationId);
    const own = ownApplications(tx, personIdOf(actor) ?? 0, call.id).filter((id) => !excluded.includes(id));
    const keys = own.map((id) => keyInDeclaration(tx, deps, member, id));
    if (own.length > 0) return refused('own_application', { fields: fieldsOf(keys) });
    if (!declaration.recusals.every(({ applicationId }) => isOfCall(tx, call.id, applicationId)))
      return refused('absent');

    const signed = { memberId: member.memberId, textVersion: version, signedAt: now };
    tx.orm.insert(juryDeclarations).values(signed).run();
    record(tx, deps, actor, {
      what: 'jury.declaration_signed',
      subject: { kind: 'jury_member', id: member.memberId },
      callId: call.id,
      facts: { version, exclusions: excluded.length, conflicts: declaration.recusals.length },
    });
    for (const conflict of withEarlier(declaration.recusals, earlierExclusions(tx, member))) {
      tx.orm
        .insert(recusals)
        .values({ ...conflict, memberId: member.memberId, declaredAt: now })
        .run();
      if (conflict.kind === 'exclusion') excludeEarlierSeats(tx, { ...conflict, memberId: member.memberId }, now);
      recordConflict(tx, deps, actor, member, conflict);
    }
    askForDeclaration(tx, deps, actor, { id: member.memberId, callId: call.id });
    return done();
  });
}

type Declared = Conflict & { readonly applicationId: number };

/** An exclusion outlives the seat it was declared from: whoever is appointed again keeps it, whatever is said now. */
function withEarlier(declared: readonly Declared[], earlier: readonly Declared[]): Declared[] {
  const kept = earlier.map(({ applicationId }) => applicationId);
  return [...declared.filter(({ applicationId }) => !kept.includes(applicationId)), ...earlier];
}

function earlierExclusions(reader: Reader, { memberId, callId }: Membership): Declared[] {
  return reader.all<Declared>(sql`
    select r.application_id as applicationId, r.kind, r.ground, max(r.note) as note from recusals r
      join jury_members was on was.id = r.member_id join jury_members m on m.id = ${memberId} and m.person_id = was.person_id
    where was.call_id = ${callId} and was.id <> ${memberId} and r.kind = 'exclusion' group by r.application_id`);
}

function fieldsOf(keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [`recusals.${key}.choice`, messages.own_application]));
}

export interface LateExclusion {
  readonly applicationId: number;
  readonly ground: RecusalGround;
  readonly note: string;
}

/**
 * A conflict discovered after the declaration: the application closes to the juror at once and a card already sent no
 * longer counts. Refuses `absent`, `ranking_adopted`.
 */
export function excludeFrom(deps: Deps, actor: Actor, { applicationId, ground, note }: LateExclusion): Result {
  return deps.db.write((tx) => {
    const open = openToJuror(tx, actor, applicationId);
    if (open === undefined) return refused('absent');
    const { memberId, submitted } = open;
    if (hasMet(tx, submitted.callId)) return refused('ranking_adopted');

    const conflict = { applicationId, kind: 'exclusion', ground, note } as const;
    const row = { ...conflict, memberId, declaredAt: deps.clock.now() };
    const disclosed = tx.get<{ id: number }>(
      sql`select id from recusals where member_id = ${memberId} and application_id = ${applicationId}`,
    );
    if (disclosed === undefined) tx.orm.insert(recusals).values(row).run();
    else tx.orm.update(recusals).set(row).where(eq(recusals.id, disclosed.id)).run();
    excludeEarlierSeats(tx, { ...conflict, memberId }, row.declaredAt);
    recordConflict(tx, deps, actor, { memberId, callId: submitted.callId }, conflict);
    return done();
  });
}

/** Whoever was taken off with cards that count and is appointed again is one person: an exclusion takes the card sent from the earlier seat out too. */
function excludeEarlierSeats(tx: Tx, { memberId, ...conflict }: Declared & { memberId: number }, at: Instant): void {
  const seats = tx.all<{ id: number; disclosed: number | null }>(sql`
    select was.id, (select r.id from recusals r where r.member_id = was.id and r.application_id = ${conflict.applicationId} and r.kind = 'disclosure') as disclosed
    from jury_members was join jury_members m on m.id = ${memberId} and m.call_id = was.call_id and m.person_id = was.person_id
    where was.id <> ${memberId} and was.cards_count = 1
      and not exists (select 1 from recusals r where r.member_id = was.id and r.application_id = ${conflict.applicationId} and r.kind = 'exclusion')`);
  for (const { id, disclosed } of seats) {
    const row = { ...conflict, memberId: id, declaredAt: at };
    if (disclosed === null) tx.orm.insert(recusals).values(row).run();
    else tx.orm.update(recusals).set(row).where(eq(recusals.id, disclosed)).run();
  }
}

function memberActing(reader: Reader, actor: Actor, callId: number): Membership | undefined {
  return actor.kind === 'person' ? membershipOf(reader, actor.personId, callId) : undefined;
}

function isOfCall(reader: Reader, callId: number, applicationId: number): boolean {
  const found = sql`select 1 from applications where id = ${applicationId} and call_id = ${callId} and state <> 'draft'`;
  return reader.get(found) !== undefined;
}

function recordConflict(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  member: Pick<Membership, 'memberId' | 'callId'>,
  { applicationId, kind, ground, note }: Conflict & { applicationId: number },
): void {
  record(tx, deps, actor, {
    what: kind === 'exclusion' ? 'jury.exclusion_declared' : 'jury.disclosure_made',
    subject: { kind: 'application', id: applicationId },
    callId: member.callId,
    facts: { member: member.memberId, ground },
    ...(note === '' ? {} : { text: note }),
  });
}
