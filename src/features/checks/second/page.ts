import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Submitted } from '../../applications/content.ts';
import { readCall } from '../../calls/queries.ts';
import { accountsOf } from '../accounts.ts';
import type { FormalCard } from '../card.ts';
import { checkPaths } from '../paths.ts';
import { isSigner } from './policy.ts';
import { secondTexts } from './texts.ts';

/** What a card that waits for its second signature says, with the forms of whoever may sign; null of any other card. */
export function secondOnCard(
  reader: Reader,
  actor: Actor,
  { submitted, card }: { readonly submitted: Submitted; readonly card: FormalCard },
  { mayCheck, raw }: { readonly mayCheck: boolean; readonly raw: RawBody | undefined },
) {
  const { signedAt, signedBy, proposed, decidedAt } = card;
  if (signedAt === null || proposed === null || decidedAt !== null) return null;
  const isOn = readCall(reader, submitted.callId)?.secondSignature === 1;
  const isFirst = isSigner(card, accountsOf(reader, actor));
  const isNewer = card.versionId !== submitted.versionId;
  return {
    signed: secondTexts.signed(signedBy ?? '', signedAt, proposed),
    isRejection: proposed === 'rejected',
    reason: card.reason,
    off: isOn ? '' : secondTexts.off,
    same: mayCheck && isOn && isFirst ? secondTexts.same : '',
    newer: isNewer ? secondTexts.newer : '',
    sign: mayCheck && (!isFirst || !isOn) ? { revision: card.revision, mayApprove: !isNewer } : null,
    approve: checkPaths.secondOf(submitted.id),
    sendBack: checkPaths.returnOf(submitted.id),
    returnNote: raw === undefined ? '' : rawText(raw, 'returnNote'),
    isTyped: raw !== undefined && 'returnNote' in raw,
  };
}

/** Why the card came back, for whoever fills it in again; null while it is signed or was never sent back. */
export function returnedCard({ returnedAt, returnedBy, returnedNote, signedAt, decidedAt }: FormalCard) {
  if (returnedAt === null || signedAt !== null || decidedAt !== null) return null;
  return { head: secondTexts.returned(returnedBy ?? '', returnedAt), note: returnedNote };
}
