import type { Reader } from '../../db/connection.ts';
import type { Deps } from '../../deps.ts';
import { type Actor, hasAnyRole, hasRole } from '../../lib/actor.ts';
import { noOrphans } from '../../lib/polish.ts';
import type { RawBody } from '../../web/form.ts';
import { rawText } from '../../web/form.ts';
import { currentPapers } from '../../web/papers.ts';
import { orderSubject, orderWriters } from '../calls/access.ts';
import type { Call } from '../calls/queries.ts';
import { typedAt } from '../checks/typed.ts';
import { readsDeclarations } from './access.ts';
import { judgesBlind, seesNames } from './blind/heads.ts';
import { declaredRows } from './blind/rows.ts';
import { isReportedSincePaper } from './commands/papers.ts';
import { sentBy } from './commands/take-off.ts';
import { declarationInForce, declaredPoints, signedDeclaration } from './declaration.ts';
import { choiceOf } from './forms.ts';
import { juryPaths } from './paths.ts';
import { grounds, juryFunctions, type RecusalKind, sits } from './policy.ts';
import { conflictsOf, declarationOf, hasMet, headsOf, type Membership, membersOf } from './queries.ts';
import { openQuestions } from './relations/queries.ts';
import { type RosterMember, rosterOf } from './roster.ts';
import {
  choiceLabel,
  functionNames,
  groundNames,
  kindNames,
  nothingInCommon,
  relationQuestions,
  seatNotes,
} from './texts.ts';
import { thinApplications } from './thin.ts';

/** The coordinator's page of one call's jury; `raw` is an appointment that was refused. */
export function juryPage(reader: Reader, actor: Actor, call: Call, raw: RawBody = {}) {
  const roster = rosterOf(reader, call.id);
  const members = roster.filter(({ removedAt }) => removedAt === null);
  const met = hasMet(reader, call.id);
  const readsThem = readsDeclarations(reader, actor, call.id);
  const writesOrders = hasAnyRole(actor, orderWriters, call.id);
  const heads = headsOf(reader, call.id);
  const mayAppoint = hasRole(actor, 'coordinator', call.id) && !met;
  const headOf = new Map(heads.map((head) => [head.applicationId, head]));
  const conflicts = conflictsOf(reader, actor, call.id);
  const declaredBy = (personId: number, kind: RecusalKind) =>
    conflicts.filter((one) => one.personId === personId && one.kind === kind).length;
  return {
    call: { id: call.id, title: call.title, quorum: call.quorum },
    mayAppoint,
    members: members.map((member) => ({
      ...member,
      functionName: functionNames[member.function],
      seesNames: call.blindReview === 1 && seesNames(reader, member.personId, call.id),
      // Of what the reader may know of: a count over everything would tell of an application closed to her.
      exclusions: declaredBy(member.personId, 'exclusion'),
      disclosures: declaredBy(member.personId, 'disclosure'),
      papers: readsThem && member.declaredAt !== null ? declarationPapers(reader, member.memberId) : [],
      removal: member.declaredAt === null ? juryPaths.removalOf(call.id, member.memberId) : null,
      takingOff: member.declaredAt === null ? '' : juryPaths.takingOffOf(call.id, member.memberId),
      callUp: mayAppoint && isWaiting(member) ? juryPaths.callUpOf(call.id, member.memberId) : '',
      seat: member.function === 'reserve' ? reserveNote(member) : '',
    })),
    takenOff: roster.filter(({ removedAt }) => removedAt !== null).map((member) => takenOffShown(reader, member)),
    declared: members.filter(({ declaredAt }) => declaredAt !== null).length,
    conflicts: conflicts.flatMap(({ applicationId, ...conflict }) => {
      const head = headOf.get(applicationId);
      if (head === undefined) return [];
      return [{ ...conflict, head, kindName: kindNames[conflict.kind], groundName: groundNames[conflict.ground] }];
    }),
    traces: call.blindReview === 1 && hasRole(actor, 'coordinator', call.id) ? juryPaths.tracesOfCallOf(call.id) : '',
    relations: hasRole(actor, 'coordinator', call.id) ? juryPaths.relationsOf(call.id) : '',
    questions: hasRole(actor, 'coordinator', call.id) ? openQuestions(reader, actor, call.id).length : 0,
    thin: members.length === 0 ? [] : thinApplications(reader, actor, call),
    reserves: members
      .filter((member) => mayAppoint && isWaiting(member))
      .map(({ memberId, name }) => ({ name, href: juryPaths.callUpOf(call.id, memberId) })),
    assignment:
      call.cardsPerApplication !== null && hasRole(actor, 'coordinator', call.id)
        ? juryPaths.assignmentOf(call.id)
        : '',
    needsChair: members.length > 0 && !members.some((member) => member.function === 'chair'),
    orders: writesOrders ? currentPapers(reader, orderSubject(call.id), 'order_jury') : [],
    draftOrder: writesOrders && !met && members.length > 0 ? juryPaths.orderOf(call.id) : '',
    action: juryPaths.juryOf(call.id),
    functions: juryFunctions.map((value) => ({ value, label: functionNames[value] })),
    typed: {
      name: rawText(raw, 'name'),
      email: rawText(raw, 'email'),
      function: rawText(raw, 'function') || 'member',
      represents: rawText(raw, 'represents'),
    },
  };
}

/** In reserve with a declaration signed: may be called up. */
function isWaiting(member: RosterMember): boolean {
  return !sits(member) && member.declaredAt !== null;
}

function reserveNote({ isCalledUp, calledUpFor }: RosterMember): string {
  if (isCalledUp === 1) return seatNotes.whole;
  return calledUpFor === 0 ? seatNotes.waiting : seatNotes.chosen(calledUpFor);
}

/** Why somebody left is for the staff who read this page; elsewhere the day alone stands. */
function takenOffShown(reader: Reader, member: RosterMember) {
  const sent = sentBy(reader, member.memberId);
  const counted = member.cardsCount === 1 ? seatNotes.count(sent) : seatNotes.aside(sent);
  return {
    name: member.name,
    functionName: functionNames[member.function],
    removedAt: member.removedAt,
    reason: member.removalReason,
    order: member.removalOrder,
    cards: sent === 0 ? seatNotes.none : counted,
  };
}

function declarationPapers(reader: Reader, memberId: number) {
  return currentPapers(reader, { kind: 'jury_member', id: memberId }, 'jury_declaration');
}

/** The juror's declaration: the list to sign, or what was signed. `raw` is what was typed and refused. */
export function declarationPage(
  { db: reader, clock, secret }: Pick<Deps, 'db' | 'clock' | 'secret'>,
  { call, member }: { readonly call: Call; readonly member: Membership },
  raw: RawBody = {},
) {
  const signed = declarationOf(reader, member.memberId);
  const { text, version } =
    signed === undefined ? declarationInForce(reader, clock) : signedDeclaration(reader, signed.textVersion);
  const { name = '', function: seat = 'member' } =
    membersOf(reader, call.id).find(({ memberId }) => memberId === member.memberId) ?? {};
  return {
    call: { id: call.id, title: call.title },
    points: declaredPoints(text, {
      ...{ callTitle: call.title, name, textVersion: version, conflicts: [] },
      function: seat,
      signedAt: signed?.signedAt ?? null,
    }).map(noOrphans),
    textVersion: version,
    signedAt: signed?.signedAt ?? null,
    scores: juryPaths.scores,
    papers: signed === undefined ? [] : declarationPapers(reader, member.memberId),
    print: isReportedSincePaper(reader, member.memberId) ? juryPaths.declarationPrintOf(call.id) : '',
    action: juryPaths.declarationOf(call.id),
    options: conflictChoices(['exclusion', 'disclosure']),
    nothing: nothingInCommon,
    // Another text than was read is not signed yet.
    isSigned: rawText(raw, 'signed') !== '' && rawText(raw, 'textVersion') === version,
    isBlind: judgesBlind(reader, call.id),
    question: judgesBlind(reader, call.id) ? relationQuestions.named : relationQuestions.titled,
    rows: declaredRows(reader, secret, member, signed).map(({ key, ...row }) => ({
      ...row,
      key,
      choice: typedAt(raw, 'recusals', key, 'choice'),
      note: typedAt(raw, 'recusals', key, 'note'),
    })),
  };
}

/** „Wyłączenie – …” and „Ujawnienie – …” for a list to choose from. */
export function conflictChoices(kinds: readonly RecusalKind[]) {
  return kinds.flatMap((kind) =>
    grounds[kind].map((ground) => ({ value: choiceOf({ kind, ground }), label: choiceLabel(kind, ground) })),
  );
}
