import type { Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { formatAmount } from '../../../lib/money.ts';
import { writeLetter } from '../../../mail/write.ts';
import { readMeritCriteria } from '../../calls/criteria.ts';
import { readCall } from '../../calls/queries.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { reviewPaths } from '../paths.ts';
import { sumOf } from '../policy.ts';
import { paperLetters } from './letters.ts';
import type { PaperSeat } from './open.ts';
import { pointsLine } from './texts.ts';

/** What was keyed in, to the juror whose card it is: about the card, so that nobody else reads its points in the outbox before the ranking. */
export function tellKeyedIn(tx: Tx, deps: Deps, actor: Actor, { card, submitted, ...juror }: PaperSeat): void {
  const call = readCall(tx, submitted.callId);
  if (call === undefined || card.id === null) throw new Error(`There is no card to tell of in ${submitted.code}`);
  const criteria = readMeritCriteria(tx, call.id);
  const given = (id: number) => card.points.find(({ criterionId }) => criterionId === id)?.points ?? 0;
  const why = (id: number) => card.reasons.find(({ criterionId }) => criterionId === id)?.reason ?? '';
  const organisation = readOrganisation(tx);
  writeLetter(tx, deps, paperLetters.card_keyed_in, {
    to: { personId: juror.personId, name: juror.juror, address: juror.email },
    fields: {
      organisationName: organisation.name,
      organisationPhone: organisation.phone,
      callTitle: call.title,
      number: submitted.code,
      title: submitted.title,
      keyedBy: actor.kind === 'person' ? actor.name : '',
      points: criteria.map((one) => pointsLine(one, given(one.id), why(one.id))).join('\n'),
      total: String(sumOf(criteria, card.points, call.bonusLimit).total),
      justification: card.justification,
      suggested: card.suggestedGrosze === null ? '' : formatAmount(card.suggestedGrosze),
      address: deps.publicUrl + reviewPaths.cardOf(submitted.id),
    },
    about: { kind: 'score_card', id: card.id },
    uniqueKey: `card_keyed_in:${card.id}:${card.revision}`,
  });
}
