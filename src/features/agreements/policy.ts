import type { Day } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { type ConsentStanding, isConsented } from '../applications/guardian/policy.ts';

interface LineAmount {
  readonly lineId: number;
  readonly amount: Grosze;
}

/** Whether what is set aside covers the agreed plan on each budget line. Refuses `reservation_short` (facts lineId, needed, reserved). */
export function checkFunds(needed: readonly LineAmount[], reserved: readonly LineAmount[]): Result {
  for (const { lineId, amount } of needed) {
    const held = reserved.find((line) => line.lineId === lineId)?.amount ?? 0;
    if (held < amount) return refused('reservation_short', { facts: { lineId, needed: amount, reserved: held } });
  }
  return done();
}

/** A minor's agreement goes no further without the guardian's consent. Refuses `guardian_consent_missing`. */
export function checkGuardian(standing: ConsentStanding): Result {
  return isConsented(standing) ? done() : refused('guardian_consent_missing');
}

/** The day on the paper: not ahead of us, not before the paper was issued. Refuses `signed_in_future`, `signed_before_issue`. */
export function checkSigningDay(signedOn: Day, days: { readonly issued: Day; readonly today: Day }): Result {
  if (signedOn > days.today) return refused('signed_in_future', { field: 'signedOn' });
  if (signedOn < days.issued) return refused('signed_before_issue', { field: 'signedOn' });
  return done();
}
