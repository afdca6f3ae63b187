import type { Reader } from '../../../../db/connection.ts';
import type { Instant } from '../../../../lib/days.ts';
import { quoted } from '../../../../lib/polish.ts';
import type { TemplateValues } from '../../../../lib/template.ts';
import type { Occasion } from '../../../../pdf/kinds.ts';
import type { Letterhead } from '../../../../pdf/page.ts';
import { fieldsMeaning, type WordingPart } from '../../../../pdf/wording/wording.ts';
import { readOrganisation } from '../../../organisation/queries.ts';
import { letterheadOf } from '../../../project/letterhead.ts';
import type { GuardianFacts } from '../queries.ts';
import { readGuardianFacts } from '../queries.ts';
import { sheetTexts } from '../texts.ts';

/** What a guardian consents to: whose, to what, in which call, before which library. */
export interface GuardianSheet {
  readonly guardianName: string;
  readonly childName: string;
  readonly title: string;
  readonly callTitle: string;
  readonly library: string;
  readonly letterhead: Letterhead;
  readonly askedAt: Instant;
  /** Signed by hand; on a screen a button is pressed instead. */
  readonly isPaper: boolean;
}

export function loadSheet(
  reader: Reader,
  applicationId: number,
  { askedAt }: Pick<Occasion, 'askedAt'>,
): GuardianSheet {
  const facts = readGuardianFacts(reader, applicationId);
  if (facts === undefined) throw new Error(`The application ${applicationId} is of nobody's child`);
  return sheetOf(reader, facts, { askedAt, isPaper: true });
}

export function sheetOf(
  reader: Reader,
  { guardianName, childName, title, callTitle }: GuardianFacts,
  drawn: Pick<GuardianSheet, 'askedAt' | 'isPaper'>,
): GuardianSheet {
  const { name, street, postalCode, city } = readOrganisation(reader);
  const library = `${name}, ${street}, ${postalCode} ${city}`;
  return { guardianName, childName, title, callTitle, library, letterhead: letterheadOf(reader), ...drawn };
}

export const sheetFields = fieldsMeaning(
  {
    opiekun: 'imię i nazwisko opiekuna',
    dziecko: 'imię i nazwisko osoby niepełnoletniej',
    tytuł: 'tytuł inicjatywy, w cudzysłowie',
    konkurs: 'nazwa konkursu, w cudzysłowie',
    biblioteka: 'nazwa i adres biblioteki',
  },
  { 'na-papierze': 'tekst jest do wydruku i podpisu; na ekranie zamiast podpisu jest przycisk' },
);

export function sheetValues({
  guardianName,
  childName,
  title,
  callTitle,
  library,
  isPaper,
}: GuardianSheet): TemplateValues {
  return {
    opiekun: guardianName,
    dziecko: childName,
    tytuł: quoted(title),
    konkurs: quoted(callTitle),
    biblioteka: library,
    'na-papierze': isPaper,
  };
}

export const sheetParts: Readonly<Record<string, WordingPart<GuardianSheet>>> = {
  dane: {
    meaning: 'kto się zgadza, kto prowadzi inicjatywę, tytuł, konkurs, biblioteka',
    isNeeded: true,
    draw: (sheet, { guardianName, childName, title, callTitle, library }) =>
      sheet.pairs([
        [sheetTexts.guardian, guardianName],
        [sheetTexts.child, childName],
        [sheetTexts.title, quoted(title)],
        [sheetTexts.call, quoted(callTitle)],
        [sheetTexts.library, library],
      ]),
  },
  podpis: {
    meaning: 'miejsce na datę i podpis; na ekranie nic',
    isNeeded: true,
    draw(sheet, { guardianName, isPaper }) {
      if (isPaper) sheet.signatures([{ role: sheetTexts.signature, name: guardianName }]);
    },
  },
};
