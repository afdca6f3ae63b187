import type { Deps } from '../../deps.ts';
import type { OutboxLetter } from '../../mail/outbox.ts';
import { callKind } from '../../mail/write.ts';
import { documentsOf } from '../../pdf/register.ts';
import { contactOf } from '../correspondence/contacts.ts';
import { dispatchesOf } from '../correspondence/dispatch-queries.ts';
import {
  addressLines,
  correctionWords,
  dispatchWords,
  wayActions,
  waySlugs,
} from '../correspondence/dispatch-texts.ts';
import { type Way, ways } from '../correspondence/policy.ts';
import { recipientLabels } from './letter-texts.ts';
import { deskPaths } from './paths.ts';

/** How a letter goes outside e-mail: its newest paper, the address for its envelope, what was written down, and what can be. */
export function handedOver({ db }: Deps, letter: OutboxLetter, { maySend }: { readonly maySend: boolean }) {
  const { id, toPersonId, channel } = letter;
  const isDoor = letter.linkId !== null;
  const isCall = letter.kind === callKind;
  const contact = toPersonId === null ? undefined : contactOf(db, toPersonId);
  const [paper] = documentsOf(db, { kind: 'letter', id });
  return {
    isDoor,
    isCall,
    whom: isCall ? recipientLabels.call : recipientLabels.letter,
    isPaper: channel === 'print',
    paper: paper === undefined ? null : { ...paper, href: paper.fileId === null ? '' : `/pliki/${paper.fileId}` },
    address: contact === undefined ? '' : addressLines(contact).join(', '),
    phone: channel === 'phone' && contact !== undefined ? contact.phone : '',
    eDelivery: channel === 'e_delivery' && contact !== undefined ? contact.eDelivery : '',
    draw: maySend && !isDoor && !isCall ? deskPaths.letterPaperOf(id) : '',
    ways:
      !maySend || isDoor || isCall
        ? []
        : inOrder(channel).map((way, index) => ({
            ...wayLink(id, way),
            ...(index === 0 && letter.standing === 'to_hand_over' ? { kind: 'main' } : {}),
          })),
    dispatches: dispatchesOf(db, id).map((dispatch) => ({
      ...dispatchWords(dispatch),
      isVoid: dispatch.isVoid,
      holds: dispatch.holds,
      correction: dispatch.correctsId === null ? '' : correctionWords(dispatch),
      proofs: dispatch.proofs.map(({ fileId, name, size }) => ({ name, size, href: `/pliki/${fileId}` })),
      recordedBy: dispatch.recordedBy,
      recordedAt: dispatch.recordedAt,
      correct: maySend && dispatch.holds ? deskPaths.correctionOf(id, dispatch.id) : '',
      prove: maySend && dispatch.holds ? deskPaths.proofOf(id, dispatch.id) : '',
      key: `potwierdzenie-${dispatch.id}`,
    })),
  };
}

export function wayLink(letterId: number, way: Way): { readonly label: string; readonly href: string } {
  return { label: wayActions[way], href: deskPaths.dispatchingOf(letterId, waySlugs[way]) };
}

/** What is most likely to be written down of a letter that goes by this way stands first. */
function inOrder(channel: OutboxLetter['channel']): Way[] {
  const first = { email: [], print: ['post', 'hand'], phone: ['phone'], e_delivery: ['e_delivery'] } as const;
  const leading: readonly Way[] = first[channel];
  return [...leading, ...ways.filter((way) => !leading.includes(way))];
}
