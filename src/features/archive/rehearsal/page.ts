import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { type Actor, hasAnyRole, type Role } from '../../../lib/actor.ts';
import { quoted } from '../../../lib/polish.ts';
import { shortMoment } from '../../../lib/polish-dates.ts';
import type { Visit } from '../../../web/visit.ts';
import { readActor } from '../../accounts/queries.ts';
import { roleNames } from '../../accounts/texts.ts';
import { ownedBy } from '../../applications/access.ts';
import { standsForItself } from '../../applications/amendments/copies.ts';
import { applicationPaths } from '../../applications/paths.ts';
import { aboutOf } from '../../applications/texts/pages.ts';
import { stateNames } from '../../applications/texts.ts';
import { callPaths } from '../../calls/paths.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { rehearsalToken } from '../../calls/rehearsal/address.ts';
import { leads, rehearsalRoles } from '../../calls/rehearsal/commands.ts';
import { rehearsalPaths } from '../../calls/rehearsal/paths.ts';
import { type Rehearsal, rehearsingPeople } from '../../calls/rehearsal/queries.ts';
import { currentStep, nextStep, type RehearsalStep, rehearsalSteps } from '../../calls/rehearsal/steps.ts';
import { checkPaths } from '../../checks/paths.ts';
import { decisionPaths } from '../../decisions/paths.ts';
import { initiativePaths } from '../../initiatives/paths.ts';
import { juryPaths } from '../../jury/paths.ts';
import { rankingPaths } from '../../ranking/paths.ts';
import { reviewPaths } from '../../reviews/paths.ts';
import { placeNames, stepTexts } from './texts.ts';

interface Place {
  readonly name: keyof typeof placeNames;
  readonly href: (callId: number) => string;
  readonly to: 'everyone' | readonly Role[];
}

/** Where each step is played, and by whom: pages that the menu leads to in the real call alone. */
const placesOf: Readonly<Record<RehearsalStep, readonly Place[]>> = {
  applying: [
    { name: 'call', href: callPaths.showOf, to: 'everyone' },
    { name: 'apply', href: applicationPaths.startFor, to: 'everyone' },
    { name: 'submitted', href: applicationPaths.listFor, to: ['coordinator', 'director', 'accountant', 'inspector'] },
    { name: 'jury', href: juryPaths.juryOf, to: ['coordinator'] },
  ],
  checking: [{ name: 'checks', href: checkPaths.listOf, to: ['coordinator'] }],
  scoring: [
    { name: 'declaration', href: juryPaths.declarationOf, to: ['juror'] },
    { name: 'cards', href: (callId) => `${reviewPaths.list}?nabor=${callId}`, to: ['juror'] },
    { name: 'progress', href: reviewPaths.progressOf, to: ['coordinator'] },
  ],
  deciding: [
    { name: 'ranking', href: rankingPaths.rankingOf, to: ['coordinator', 'director'] },
    { name: 'decisions', href: decisionPaths.setOf, to: ['coordinator', 'director'] },
    { name: 'results', href: decisionPaths.resultsOf, to: 'everyone' },
  ],
  negotiating: [],
  carrying_out: [],
};

/** The one page that leads through a rehearsal: what is played now, where, by whom, and what has come of it. */
export function rehearsalPage(deps: Deps, visit: Visit, rehearsal: Rehearsal) {
  const { db } = deps;
  const { actor, now } = visit;
  const { id } = rehearsal;
  const call = readCall(db, id) as Call;
  const step = currentStep(call.stages, now);
  const isLed = leads(db, actor, id);
  return {
    title: quoted(call.title),
    real: rehearsalPaths.listOf(rehearsal.realCallId),
    steps: rehearsalSteps.map((one) => ({
      ...{ name: stepTexts[one].name, text: stepTexts[one].text, isNow: one === step },
      isPast: isBefore(one, step),
      // What has not begun has nothing to do yet.
      places: isBefore(step, one) ? [] : placesFor(actor, id, one),
      move: isLed && one === step ? moveTo(id, step) : null,
    })),
    own: ownIn(db, visit.personId, id),
    initiatives: initiativesIn(db, visit, id),
    people: peopleOf(db, id),
    part: isLed ? partOf(db, id) : null,
    address: isLed ? deps.publicUrl + rehearsalPaths.joinOf(rehearsalToken(deps.secret, id)) : '',
    letters: rehearsalPaths.lettersOf(id),
    lettersCount: countLetters(db, id),
    closing: isLed ? rehearsalPaths.closingOf(id) : '',
  };
}

function isBefore(one: RehearsalStep, other: RehearsalStep): boolean {
  return rehearsalSteps.indexOf(one) < rehearsalSteps.indexOf(other);
}

function placesFor(actor: Actor, callId: number, step: RehearsalStep) {
  return placesOf[step]
    .filter(({ to }) => to === 'everyone' || hasAnyRole(actor, to, callId))
    .map(({ name, href }) => ({ label: placeNames[name], href: href(callId) }));
}

function moveTo(callId: number, from: RehearsalStep) {
  const next = nextStep(from);
  return next === undefined ? null : { action: rehearsalPaths.stepOf(callId), from, to: stepTexts[next].name };
}

function peopleOf(reader: Reader, callId: number) {
  return rehearsingPeople(reader, callId).map(({ id, name, email }) => {
    const held = readActor(reader, id);
    const grants = held?.kind === 'person' ? held.grants : [];
    const roles = grants.filter((grant) => grant.callId === callId).map(({ role }) => roleNames[role]);
    return { name: name || (email ?? ''), email: email ?? '', roles: roles.join(', ') };
  });
}

/** Three people play what five do: who is given which role, in this rehearsal alone. */
function partOf(reader: Reader, callId: number) {
  return {
    action: rehearsalPaths.partOf(callId),
    people: rehearsingPeople(reader, callId).map(({ id, name, email }) => ({
      value: String(id),
      label: name || (email ?? ''),
    })),
    roles: rehearsalRoles.map((role) => ({ value: role, label: roleNames[role] })),
  };
}

function ownIn(reader: Reader, personId: number, callId: number) {
  return reader
    .all<{ id: number; title: string; state: keyof typeof stateNames }>(
      sql`select a.id, a.title, a.state from applications a where a.call_id = ${callId} and ${ownedBy(personId)} and ${standsForItself} order by a.id`,
    )
    .map(({ id, title, state }) => ({
      name: aboutOf(title),
      href: applicationPaths.showOf(id),
      note: stateNames[state],
    }));
}

/** What was won in the rehearsal: all of it for its staff, otherwise one's own. */
function initiativesIn(reader: Reader, { actor, personId }: Visit, callId: number) {
  const isStaff = hasAnyRole(actor, ['coordinator', 'director', 'accountant', 'inspector'], callId);
  const which = isStaff
    ? sql`true`
    : sql`i.application_id in (select a.id from applications a where ${ownedBy(personId)})`;
  return reader
    .all<{ id: number; code: string; title: string }>(
      sql`select i.id, i.code, i.title from initiatives i where i.call_id = ${callId} and ${which} order by i.code`,
    )
    .map(({ id, code, title }) => ({ name: `${code} ${quoted(title)}`, href: initiativePaths.showOf(id), note: '' }));
}

function countLetters(reader: Reader, callId: number): number {
  return (
    reader.get<{ count: number }>(sql`select count(*) as count from letters where caught_for = ${callId}`)?.count ?? 0
  );
}

/** Of the real call: what a rehearsal is, the one going on, and a line for each that was closed. */
export function rehearsalsPage(call: Call, rehearsals: readonly Rehearsal[]) {
  const open = rehearsals.find(({ closedAt }) => closedAt === null);
  return {
    title: quoted(call.title),
    ...{ show: callPaths.showOf(call.id), settings: callPaths.settingsOf(call.id) },
    open: open === undefined ? null : { href: rehearsalPaths.showOf(open.id), since: shortMoment(open.startedAt) },
    closed: rehearsals.flatMap(({ startedAt, closedAt }) =>
      closedAt === null ? [] : [{ from: shortMoment(startedAt), to: shortMoment(closedAt) }],
    ),
    action: rehearsalPaths.listOf(call.id),
  };
}
