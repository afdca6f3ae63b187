import { instant } from '../../../lib/days.ts';
import { type WordedKind, wordedKind } from '../../../pdf/kinds.ts';
import { sampleCallTitle, sampleLetterhead } from '../../organisation/sample.ts';
import { guardianRights } from './access.ts';
import { type GuardianSheet, loadSheet, sheetFields, sheetParts, sheetValues } from './documents/sheet.ts';
import { readGuardianFacts } from './queries.ts';
import { sheetText, sheetTitle } from './texts.ts';

const sampleSheet: GuardianSheet = {
  guardianName: 'Teresa Krakowska',
  childName: 'Kajetan Krakowski',
  title: 'Rolki o książkach z naszej półki',
  callTitle: sampleCallTitle,
  library: 'Biblioteka Publiczna w Przykładowie, ul. Lipowa 4, 16-599 Przykładowo',
  letterhead: sampleLetterhead,
  askedAt: instant('2024-03-10T11:00:00.000Z'),
  isPaper: true,
};

export const guardianDocuments: { readonly guardian_consent: WordedKind } = {
  guardian_consent: wordedKind<GuardianSheet>({
    kind: 'guardian_consent',
    load: loadSheet,
    // The day on which it is printed changes nothing of what is signed.
    madeFrom: ({ askedAt: _, ...lasting }) => lasting,
    title: ({ childName }) => sheetTitle(childName),
    fileName: () => 'zgoda-opiekuna',
    standsAt: ({ askedAt }) => askedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => false,
    isFinal: false,
    mayAsk(reader, actor, applicationId) {
      const facts = readGuardianFacts(reader, applicationId);
      return facts !== undefined && guardianRights(reader, actor, facts)?.mayAsk === true;
    },
    wording: {
      name: 'Zgoda opiekuna',
      when: 'gdy wniosek prowadzi osoba niepełnoletnia; ten sam tekst opiekun czyta na ekranie',
      fields: sheetFields,
      parts: sheetParts,
      variants: { consent: { name: 'zgoda', text: sheetText, sample: sampleSheet } },
      variantOf: () => 'consent',
      values: sheetValues,
    },
  }),
};
