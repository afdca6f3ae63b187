import type { Reader } from '../../db/connection.ts';
import { longDate, longMoment } from '../../lib/polish-dates.ts';
import type { LetterKinds } from '../../mail/kinds.ts';
import type { ListedLetter } from '../../mail/outbox.ts';
import { callKind } from '../../mail/write.ts';
import { heldDispatches } from '../correspondence/dispatch-queries.ts';
import { channelNames, otherKinds, standingText, standingTones, wayTitles } from '../correspondence/dispatch-texts.ts';
import { outcomeTexts } from './letter-texts.ts';
import { deskPaths } from './paths.ts';

export function kindNameOf(kinds: LetterKinds, kind: string): string {
  return kinds[kind]?.name ?? otherKinds[kind] ?? kind;
}

/** Letters as a list shows them: each with its state, the way it goes, and what is known of its arrival. */
export function letterRows<Letter extends ListedLetter>(
  reader: Reader,
  kinds: LetterKinds,
  letters: readonly Letter[],
) {
  const held = heldDispatches(
    reader,
    letters.map(({ id }) => id),
  );
  return letters.map((letter) => {
    const dispatches = held.get(letter.id) ?? [];
    return {
      ...letter,
      href: deskPaths.letterOf(letter.id),
      kindName: kindNameOf(kinds, letter.kind),
      channelName: channelNames[letter.channel],
      tag: { text: standingText(letter), tone: standingTones[letter.standing] },
      why:
        letter.standing === 'sent' || letter.outcome === null || letter.outcome === 'taken'
          ? ''
          : outcomeTexts[letter.outcome],
      arrivals: dispatches.map(({ way, doneOn, doneAt, number, proofs }) =>
        [
          `${letter.kind === callKind ? '' : `${wayTitles[way]} `}${doneAt === null ? longDate(doneOn) : longMoment(doneAt)}`,
          number === '' ? '' : `nr ${number}`,
          proofs.length === 0 ? '' : 'z potwierdzeniem',
        ]
          .filter(Boolean)
          .join(', '),
      ),
    };
  });
}
