import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/connection.ts';
import { signInLinks } from '../../db/schema/accounts.ts';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../lib/actor.ts';
import { addTime } from '../../lib/days.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { createLink } from './links.ts';
import { nextPathOf } from './next-path.ts';
import { writeDoorLetter } from './post.ts';
import { ownerOf } from './queries.ts';
import { mayAskFrom, mayWriteTo } from './throttle.ts';

export interface SignInRequest {
  readonly email: string;
  readonly next: string;
  readonly device: string;
  readonly network: string;
}

/**
 * A link and a code for whoever owns the address. Nothing tells whether it is known: an unknown one gets a link that opens nothing and no letter,
 * in the same transaction of the same shape. Refuses `too_many_letters` (by address or by network, within an hour).
 */
export function askForLink(deps: Deps, actor: Actor, request: SignInRequest): Result {
  return deps.db.write((tx) => {
    if (!mayAskFrom(tx, deps, request.network) || !mayWriteTo(tx, deps, request.email))
      return refused('too_many_letters');
    forgetNobodys(tx, deps);
    const owner = ownerOf(tx, request.email);
    const linkId = createLink(tx, deps, actor, {
      personId: owner?.personId ?? null,
      email: request.email,
      purpose: owner?.purpose ?? 'sign_in',
      device: request.device,
      nextPath: nextPathOf(request.next),
    });
    if (owner !== undefined) writeDoorLetter(tx, deps, owner.purpose, { ...owner, email: request.email, linkId });
    return done();
  });
}

/** Addresses of strangers are not kept longer than a day. */
function forgetNobodys(tx: Tx, deps: Deps): void {
  const dayAgo = addTime(deps.clock.machine(), { days: -1 });
  tx.orm.delete(signInLinks).where(sql`person_id is null and purpose = 'sign_in' and created_at <= ${dayAgo}`).run();
}
