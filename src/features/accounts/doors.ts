import type { Reader, Tx } from '../../db/connection.ts';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../lib/actor.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { sameText } from '../../web/secrets.ts';
import { codeTriesADay, countWrongCode, triesToday } from './entering.ts';
import { isOver, type Link, linkOfToken, markUsed, readLink } from './links.ts';
import { codeOf, type LinkPurpose } from './tokens.ts';

/** Doors that do one thing and open no session. */
export type SingleDoor = Extract<LinkPurpose, 'confirm_submission' | 'member_invitation' | 'guardian_consent'>;

/** The link behind an address of this door. Refuses `link_forged` (foreign, of another door) and `link_over` (used, too old). */
export function doorOfToken(reader: Reader, deps: Deps, purpose: SingleDoor, token: string): Result<Link> {
  const link = linkOfToken(reader, deps.secret, token);
  if (link === undefined || link.purpose !== purpose) return refused('link_forged');
  return isOver(link, deps.clock.machine()) ? refused('link_over') : done(link);
}

/** As `doorOfToken`, and the door is shut behind: it works once. */
export function passDoor(tx: Tx, deps: Deps, purpose: SingleDoor, token: string): Result<Link> {
  const link = doorOfToken(tx, deps, purpose, token);
  if (link.ok) markUsed(tx, deps, link.value);
  return link;
}

/**
 * A door passed by its code, told to whoever sits at another browser. A wrong one is counted, so the caller must let its transaction stand and refuse
 * afterwards: `left` says how many tries remain, 0 that the door is over.
 */
export function passDoorByCode(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  linkId: number,
  code: string,
): { readonly link: Link } | { readonly left: number } {
  const link = readLink(tx, linkId);
  if (link === undefined || isOver(link, deps.clock.machine())) return { left: 0 };
  if (triesToday(tx, deps, link.email) >= codeTriesADay) return { left: 0 };
  if (!sameText(codeOf(deps.secret, link), code)) return { left: countWrongCode(tx, deps, actor, link) };
  markUsed(tx, deps, link);
  return { link };
}
