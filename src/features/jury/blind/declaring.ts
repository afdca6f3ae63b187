import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import type { Conflict } from '../policy.ts';
import type { Membership } from '../queries.ts';
import { declarationKey, judgesBlind, namedHeadsOf } from './heads.ts';

type Seat = Pick<Membership, 'memberId' | 'callId'>;

/** What stands for an application in the juror's declaration: its id, or in a call judged without names a key that tells none. */
export function keyInDeclaration(
  reader: Reader,
  { secret }: Pick<Deps, 'secret'>,
  { memberId, callId }: Seat,
  applicationId: number,
): string {
  return judgesBlind(reader, callId) ? declarationKey(secret, memberId, applicationId) : `a${applicationId}`;
}

/** Conflicts as the form names them, with the applications they are about; undefined where one of them is on no list of this juror's. */
export function declaredOn(
  deps: Pick<Deps, 'db' | 'secret'>,
  seat: Seat,
  typed: readonly (Conflict & { readonly key: string })[],
): (Conflict & { readonly applicationId: number })[] | undefined {
  const ids = judgesBlind(deps.db, seat.callId)
    ? new Map(
        namedHeadsOf(deps.db, seat.callId).map(({ applicationId: id }) => [
          declarationKey(deps.secret, seat.memberId, id),
          id,
        ]),
      )
    : new Map(typed.flatMap(({ key }) => (key.startsWith('a') ? [[key, Number(key.slice(1))] as const] : [])));
  const found = typed.flatMap(({ key, ...conflict }) => {
    const applicationId = ids.get(key);
    return applicationId === undefined ? [] : [{ ...conflict, applicationId }];
  });
  return found.length === typed.length ? found : undefined;
}
