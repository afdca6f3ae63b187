import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/connection.ts';
import { signInLinks } from '../../db/schema/accounts.ts';
import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import type { Actor } from '../../lib/actor.ts';
import { addTime } from '../../lib/days.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { sameText } from '../../web/secrets.ts';
import { openSession, revokeSession } from '../../web/session.ts';
import { findOrAddPerson, grantRole } from './commands.ts';
import { confirmAddress, mergeBeginner } from './confirming.ts';
import { codeTries, hasAdministrator, isOver, type Link, linkOfDevice, linkOfToken, markUsed } from './links.ts';
import { readActor } from './queries.ts';
import { codeOf } from './tokens.ts';

/** The browser somebody enters with. */
export interface Browser {
  readonly device: string;
  readonly userAgent: string;
  readonly actor: Actor;
  readonly sessionId: number | undefined;
}

export interface Entrance {
  readonly nextPath: string;
  /** The new session's token, for `redirectWithSession`. */
  readonly session: string;
}

/** Wrong codes for one address in a day, over all its links: guessing stops here, the link itself still works. */
export const codeTriesADay = 10;

/** On any device. Refuses `link_forged`, `link_over`, `account_closed`. */
export function enterByLink(deps: Deps, browser: Browser, token: string): Result<Entrance> {
  return deps.db.write((tx) => {
    const link = linkOfToken(tx, deps.secret, token);
    if (link === undefined || !letsIn(link)) return refused('link_forged');
    if (isOver(link, deps.clock.machine())) return refused('link_over');
    return enter(tx, deps, browser, link, 'link');
  });
}

/** Links that open a session; the others do one thing each, at their own doors. */
export function letsIn({ purpose }: Link): boolean {
  return purpose === 'sign_in' || purpose === 'confirm_address';
}

/** In the browser that asked. Refuses `code_wrong` (fact `left`), `code_over`, and what a link does. The fifth wrong code ends the link too. */
export function enterByCode(deps: Deps, browser: Browser, code: string): Result<Entrance> {
  // A wrong code must be remembered, and a refusal would roll its counting back.
  const outcome = deps.db.write((tx): Result<Entrance> | { readonly left: number } => {
    const link = linkOfDevice(tx, deps, browser.device);
    if (link === undefined || isOver(link, deps.clock.machine()) || triesToday(tx, deps, link.email) >= codeTriesADay)
      return refused('code_over');
    const matches = sameText(codeOf(deps.secret, link), code);
    return matches && link.personId !== null
      ? enter(tx, deps, browser, link, 'code')
      : { left: countWrongCode(tx, deps, browser.actor, link) };
  });
  if ('ok' in outcome) return outcome;
  return outcome.left === 0
    ? refused('code_over')
    : refused('code_wrong', { field: 'code', facts: { left: outcome.left } });
}

export function triesToday(reader: Reader, deps: Deps, email: string): number {
  const dayAgo = addTime(deps.clock.machine(), { days: -1 });
  return (
    reader.get<{ n: number }>(
      sql`select coalesce(sum(code_attempts), 0) as n from sign_in_links where email = ${email} and created_at > ${dayAgo}`,
    )?.n ?? 0
  );
}

export function countWrongCode(tx: Tx, deps: Deps, actor: Actor, link: Link): number {
  const codeAttempts = link.codeAttempts + 1;
  tx.orm.update(signInLinks).set({ codeAttempts }).where(eq(signInLinks.id, link.id)).run();
  if (codeAttempts >= codeTries)
    record(tx, deps, actor, {
      what: 'sign_in_link.ended',
      subject: { kind: 'sign_in_link', id: link.id },
      facts: { wrongCodes: codeAttempts },
    });
  return codeTries - codeAttempts;
}

function enter(tx: Tx, deps: Deps, browser: Browser, link: Link, by: 'link' | 'code'): Result<Entrance> {
  const person = link.purpose === 'confirm_address' ? confirmAddress(tx, deps, link) : done(link.personId);
  if (!person.ok) return person;
  if (person.value === null) return refused('link_over');
  if (readActor(tx, person.value) === undefined) return refused('account_closed');
  markUsed(tx, deps, link);
  mergeBeginner(tx, deps, browser.actor, { id: person.value, email: link.email });
  return done({ nextPath: link.nextPath, session: openDoorway(tx, deps, browser, person.value, by) });
}

/** A new session in place of the browser's old one. */
function openDoorway(tx: Tx, deps: Deps, browser: Browser, personId: number, by: string): string {
  endSession(tx, deps, browser.sessionId);
  const actor = readActor(tx, personId) ?? browser.actor;
  record(tx, deps, actor, { what: 'session.opened', subject: { kind: 'person', id: personId }, facts: { by } });
  return openSession(tx, deps, personId, browser.userAgent);
}

export function endSession(tx: Tx, deps: Deps, sessionId: number | undefined): void {
  const holder =
    sessionId === undefined
      ? undefined
      : tx.get<{ personId: number }>(sql`select person_id as personId from sessions where id = ${sessionId}`);
  if (sessionId !== undefined && holder !== undefined) revokeSession(tx, deps.clock, holder.personId, sessionId);
}

/** Makes the first administrator, who leads the competitions too until somebody else does. Refuses `link_forged`, `link_over`, `administrator_exists`. */
export function enterAsFirstAdministrator(
  deps: Deps,
  browser: Browser,
  input: { readonly token: string; readonly name: string; readonly email: string },
): Result<Entrance> {
  return deps.db.write((tx) => {
    const link = linkOfToken(tx, deps.secret, input.token);
    if (link === undefined || link.purpose !== 'first_administrator') return refused('link_forged');
    if (hasAdministrator(tx)) return refused('administrator_exists');
    if (isOver(link, deps.clock.machine())) return refused('link_over');
    const personId = findOrAddPerson(tx, deps, { kind: 'system' }, input);
    const actor = readActor(tx, personId);
    if (actor === undefined) return refused('account_closed');
    for (const role of ['administrator', 'coordinator'] as const)
      grantRole(tx, deps, actor, { personId, role, callId: null });
    markUsed(tx, deps, link);
    return done({ nextPath: link.nextPath, session: openDoorway(tx, deps, browser, personId, 'link') });
  });
}
