import type { Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { writeLetter } from '../../../mail/write.ts';
import { readHost } from '../../accounts/queries.ts';
import { leaderOf } from '../commands/own.ts';
import { applicationPaths } from '../paths.ts';
import { knownAddressOf } from '../queries.ts';
import { guardianLetters } from './letters.ts';
import { type GuardianFacts, type GuardianWord, readGuardianWords } from './queries.ts';
import { answerTexts } from './texts.ts';

/** Writes to the leader what the guardian said. Nothing goes to an address nobody proved: of a draft the page alone tells. */
export function tellTheGroup(
  tx: Tx,
  deps: Deps,
  { applicationId, state, title, callTitle, guardianName, childName }: GuardianFacts,
  { word, reason }: { readonly word: GuardianWord; readonly reason: string },
): void {
  const personId = leaderOf(tx, applicationId);
  const address = knownAddressOf(tx, personId);
  if (address === '' && state === 'draft') return;
  const [newest] = readGuardianWords(tx, applicationId);
  const given = state === 'draft' ? answerTexts.givenDraft : answerTexts.givenSent;
  writeLetter(tx, deps, guardianLetters.guardian_answered, {
    to: { personId, name: childName, address },
    fields: {
      ...readHost(tx),
      ...{ title, callTitle },
      answer: word === 'ended' ? answerTexts.ended(reason) : answerTexts[word](guardianName),
      next: word === 'given' ? given : answerTexts.other,
      address: deps.publicUrl + applicationPaths.guardianOf(applicationId),
    },
    about: { kind: 'application', id: applicationId },
    uniqueKey: `guardian_answered:${newest?.id ?? 0}`,
  });
}
