import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import type { FileAccess } from '../../../files/records.ts';
import type { Actor } from '../../../lib/actor.ts';
import { shortMoment } from '../../../lib/polish-dates.ts';
import { codeAtRest, linkAtRest } from '../../../mail/kinds.ts';
import { enclosedFiles, type ListedLetter, listLetters, readLetter } from '../../../mail/outbox.ts';
import { callKind } from '../../../mail/write.ts';
import { openDoor } from '../../accounts/links.ts';
import { rehearsalPaths } from '../../calls/rehearsal/paths.ts';
import type { Rehearsal } from '../../calls/rehearsal/queries.ts';
import { seesDoor } from './access.ts';
import { caught, conversation } from './texts.ts';

/** What would have gone to people, newest first. */
export function lettersPage(reader: Reader, { id }: Rehearsal) {
  return {
    back: rehearsalPaths.showOf(id),
    letters: listLetters(reader, sql`l.caught_for = ${id}`).map((letter) => ({
      subject: letter.subject,
      whom: letter.toAddress === '' ? letter.toName : `${letter.toName} ${letter.toAddress}`.trim(),
      written: shortMoment(letter.createdAt),
      href: rehearsalPaths.letterOf(id, letter.id),
      tag: tagOf(letter),
    })),
  };
}

/** A conversation that was noted down stands among the letters, as it does in the real log; nothing of it was caught. */
const tagOf = ({ kind }: ListedLetter) => (kind === callKind ? conversation : caught);

/** Who is invited by an address alone has no name yet. */
function recipientOf({ toName, toAddress }: ListedLetter) {
  return toName === '' ? { toName: toAddress, toAddress: '' } : { toName, toAddress };
}

/** One caught letter as its addressee would read it; undefined when it is not of this rehearsal. */
export function letterPage(deps: Deps, fileAccess: FileAccess, actor: Actor, rehearsal: Rehearsal, letterId: number) {
  const { db } = deps;
  const letter = readLetter(db, sql`l.caught_for = ${rehearsal.id}`, letterId);
  if (letter === undefined) return undefined;
  const isOpened = letter.linkId !== null && seesDoor(db, actor, rehearsal, letter.linkId);
  const door = isOpened && letter.linkId !== null ? openDoor(deps)(letter.linkId) : undefined;
  return {
    ...{ subject: letter.subject, ...recipientOf(letter), tag: tagOf(letter) },
    written: shortMoment(letter.createdAt),
    body:
      door === undefined ? letter.body : letter.body.replaceAll(linkAtRest, door.url).replaceAll(codeAtRest, door.code),
    link: door?.url ?? '',
    isClosedDoor: letter.linkId !== null && door === undefined,
    files: enclosedFiles(db, letterId)
      .filter(({ subjectKind, subjectId, fileId }) => fileAccess[subjectKind]?.(db, actor, subjectId, fileId) === true)
      .map(({ fileId, name, size }) => ({ href: `/pliki/${fileId}`, name, size })),
    back: rehearsalPaths.lettersOf(rehearsal.id),
    rehearsal: rehearsalPaths.showOf(rehearsal.id),
  };
}
