import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Actor, hasAnyRole, type Role } from '../../lib/actor.ts';
import type { WebKit } from '../../web/kit.ts';
import { accountPaths } from '../accounts/paths.ts';
import { applicationPaths } from '../applications/paths.ts';
import { budgetPaths } from '../budgets/paths.ts';
import { settingsReaders } from '../calls/access.ts';
import { callPaths } from '../calls/paths.ts';
import { type Call, currentCall } from '../calls/queries.ts';
import { setupPaths } from '../calls/setup/paths.ts';
import { reminderPaths } from '../correspondence/paths.ts';
import { summaryReaders } from '../correspondence/reminders/summary.ts';
import { decisionPaths } from '../decisions/paths.ts';
import { expensePaths } from '../expenses/paths.ts';
import { initiativePaths } from '../initiatives/paths.ts';
import { juryPaths } from '../jury/paths.ts';
import { organisationPaths } from '../organisation/paths.ts';
import { readOrganisation } from '../organisation/queries.ts';
import { projectPaths } from '../project/paths.ts';
import { rankingPaths } from '../ranking/paths.ts';
import { reportPaths } from '../reports/paths.ts';
import { reviewPaths } from '../reviews/paths.ts';
import { deskPaths } from './paths.ts';
import { hasInitiative } from './queries.ts';
import { moreNames, wayNames } from './texts.ts';

interface Way {
  readonly name: keyof typeof wayNames;
  readonly href: (callId: number) => string;
  /** Whose way it is: visitors too, whoever is signed in, those without a role, or holders of a role. */
  readonly to: 'everyone' | 'people' | 'without_role' | readonly Role[];
  /** Besides the roles: whoever has a record of this kind of one's own. */
  readonly own?: (reader: Reader, personId: number) => boolean;
  /** Money belongs to the whole organisation: a role held for one call opens nothing there. A draft of a call has no public pages. */
  readonly needs?: 'whole_organisation' | 'announced_call';
  /** Pages that count as being on this way. */
  readonly under: RegExp;
}

/** The menu, in the order of the work. What nobody gave a person is not there to be seen. */
const ways: readonly Way[] = [
  {
    name: 'call',
    href: () => callPaths.front,
    to: 'everyone',
    under:
      /^\/$|^\/nabory$|^\/nabory\/(zarzadzanie|nowy)$|^\/nabory\/\d+(\/(regulamin|dane-osobowe|ustawienia|terminarz|przesuniecie|kwoty|ogloszenie|szkic|opis|kto|etapy|koszty|kryteria|kryteria-formalne|formularz|bip|pytania|konsultacje|opinie|spotkania|zmiany|po-terminie|plakat|teksty|zarzadzenia|publikacje|proby).*)?$/,
  },
  { name: 'home', href: () => deskPaths.home, to: 'people', under: /^\/pulpit/ },
  {
    name: 'applications',
    href: () => applicationPaths.list,
    to: 'people',
    under: /^\/wnioski(?!\/\d+\/(?:ocena|wylaczenie)(?:\/|$))|ocena-formalna$/,
  },
  {
    name: 'scores',
    href: () => reviewPaths.list,
    to: ['juror'],
    under: /^\/oceny|^\/wnioski\/\d+\/(?:ocena|wylaczenie)(?:\/|$)|^\/komisja/,
  },
  { name: 'jury', href: juryPaths.juryOf, to: ['coordinator'], under: /\/komisja/ },
  {
    name: 'ranking',
    href: rankingPaths.rankingOf,
    to: ['coordinator', 'director', 'inspector'],
    under: /\/(ranking|posiedzenie|rozstrzygniecie)/,
  },
  {
    name: 'initiatives',
    href: () => initiativePaths.list,
    to: ['coordinator', 'accountant', 'director', 'inspector'],
    own: hasInitiative,
    under: /^\/inicjatywy/,
  },
  {
    name: 'budget',
    href: () => budgetPaths.show,
    to: ['coordinator', 'accountant', 'director', 'inspector'],
    under: /^\/budzet/,
  },
  {
    name: 'expenses',
    href: () => expensePaths.list,
    to: ['coordinator', 'accountant', 'director', 'inspector'],
    needs: 'whole_organisation',
    under: /^\/wydatki/,
  },
  {
    name: 'reports',
    href: () => reportPaths.show,
    to: ['coordinator', 'accountant', 'director', 'inspector'],
    needs: 'whole_organisation',
    under: /^\/raporty/,
  },
  {
    name: 'letters',
    href: () => deskPaths.outbox,
    to: ['coordinator', 'administrator', 'inspector'],
    under: /^\/skrzynka|^\/pisma/,
  },
  {
    name: 'documents',
    href: callPaths.documentsOf,
    to: ['inspector'],
    under: /^\/nabory\/\d+\/dokumenty$/,
  },
  { name: 'administration', href: () => accountPaths.people, to: ['administrator'], under: /^\/administracja/ },
  { name: 'results', href: decisionPaths.resultsOf, to: 'without_role', needs: 'announced_call', under: /\/wyniki$/ },
  { name: 'signIn', href: () => accountPaths.signIn, to: 'everyone', under: /^\/wejscie/ },
];

/** The page around a view: the organisation's head and foot, and the ways that this person has. */
export function surroundings(reader: Reader, visitor: Actor, path: string): ReturnType<WebKit['surroundings']> {
  const actor = inRealCalls(reader, visitor);
  const { name, street, postalCode, city, phone, email } = readOrganisation(reader);
  const creditLine =
    reader.get<{ creditLine: string }>(sql`select credit_line as creditLine from projects order by id desc limit 1`)
      ?.creditLine ?? null;
  const call = currentCall(reader);
  return {
    organisation: { name, street, postalCode, city, phone, email, creditLine },
    navigation: ways.filter((way) => isOpenTo(reader, way, actor, call)).map((way) => linkOf(way, path, call?.id ?? 0)),
    person: actor.kind === 'person' ? { name: actor.name } : null,
    callColour: 'brick',
  };
}

/** The menu leads through real calls: a part in a rehearsal is played from the rehearsal's page. */
function inRealCalls(reader: Reader, actor: Actor): Actor {
  if (actor.kind !== 'person' || actor.grants.every(({ callId }) => callId === null)) return actor;
  const real = reader.all<{ id: number }>(sql`select id from real_calls`).map(({ id }) => id);
  return { ...actor, grants: actor.grants.filter(({ callId }) => callId === null || real.includes(callId)) };
}

function isOpenTo(reader: Reader, way: Way, actor: Actor, call: Call | undefined): boolean {
  if (call === undefined && way.href(0).includes('/0/')) return false;
  if (way.needs === 'announced_call' && call?.state === 'draft') return false;
  if (way.name === 'signIn') return actor.kind === 'visitor';
  if (way.to === 'everyone') return true;
  if (way.to === 'without_role') return actor.kind !== 'person' || actor.grants.length === 0;
  if (way.to === 'people') return actor.kind === 'person' && (actor.confirmed || way.name === 'applications');
  if (hasAnyRole(actor, way.to, scopeOf(way, call?.id))) return true;
  return actor.kind === 'person' && way.own?.(reader, actor.personId) === true;
}

/** A way into the current call asks for a role in that call. */
function scopeOf({ needs, href }: Way, callId: number | undefined): number | null | undefined {
  if (needs === 'whole_organisation') return null;
  return href(0).includes('/0/') ? callId : undefined;
}

function linkOf(way: Way, path: string, callId: number) {
  return { label: wayNames[way.name], href: way.href(callId), current: way.under.test(path) };
}

/** Rarely needed pages, listed on the home page instead of the menu. */
const more: readonly {
  readonly name: keyof typeof moreNames;
  readonly href: string | ((callId: number) => string);
  readonly to: readonly Role[];
}[] = [
  { name: 'calls', href: setupPaths.list, to: settingsReaders },
  { name: 'documents', href: callPaths.documentsOf, to: settingsReaders },
  { name: 'history', href: deskPaths.history, to: ['coordinator', 'director', 'inspector', 'administrator'] },
  {
    name: 'project',
    href: projectPaths.show,
    to: ['administrator', 'coordinator', 'director', 'accountant', 'inspector'],
  },
  { name: 'summary', href: reminderPaths.summary, to: summaryReaders },
  { name: 'institution', href: organisationPaths.edit, to: ['administrator', 'coordinator', 'inspector'] },
];

/** `callId`: the current call's, whose pages ask for a role in it; undefined while there is none. */
export function moreFor(actor: Actor, callId: number | undefined): { label: string; href: string }[] {
  return more.flatMap(({ name, href, to }) => {
    if (typeof href === 'string') return hasAnyRole(actor, to) ? [{ label: moreNames[name], href }] : [];
    return callId !== undefined && hasAnyRole(actor, to, callId)
      ? [{ label: moreNames[name], href: href(callId) }]
      : [];
  });
}
