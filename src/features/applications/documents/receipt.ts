import { formatAmount } from '../../../lib/money.ts';
import { quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import type { TemplateValues } from '../../../lib/template.ts';
import { fieldsMeaning, type WordingPart } from '../../../pdf/wording/wording.ts';
import { nextDates } from '../texts.ts';
import { type Printed, versionPairs } from './application.ts';

export const receiptFields = fieldsMeaning({
  konkurs: 'nazwa konkursu, w cudzysłowie',
  numer: 'numer wniosku',
  tytuł: 'tytuł wniosku, w cudzysłowie',
  złożony: 'kiedy wniosek wpłynął',
  'co-dalej': 'do kiedy potrwa ocena formalna i kiedy będą wyniki, jedno lub dwa zdania',
  odcisk: 'odcisk złożonej treści (SHA-256)',
});

export function receiptValues({ sent, call }: Printed): TemplateValues {
  return {
    konkurs: quoted(call.title),
    numer: sent.code,
    tytuł: quoted(sent.content.title),
    złożony: longMoment(sent.submittedAt),
    'co-dalej': nextDates(call.stages),
    odcisk: sent.fingerprint,
  };
}

export const receiptText = `# Potwierdzenie złożenia wniosku
## Konkurs {{konkurs}}

[dane]

## Co dalej

{{co-dalej}}

[kod]

## Szczegóły techniczne

Złożonej treści nikt nie może zmienić. Odcisk poniżej zmienia się, gdy zmieni się choć jedna litera, więc zawsze da się sprawdzić, co zostało złożone.

[kod-odcisku]

> Odcisk treści (SHA-256): {{odcisk}}`;

export const receiptParts: Readonly<Record<string, WordingPart<Printed>>> = {
  dane: {
    meaning: 'numer, tytuł, kto składa, kwota, kiedy wpłynął, liczba załączników',
    isNeeded: true,
    draw: (sheet, { sent }) =>
      sheet.pairs([
        ['Numer wniosku', sent.code],
        ['Tytuł', sent.content.title],
        ['Kto składa', `${sent.content.applicant.kindName}: ${sent.content.applicant.name}`],
        ['Osoba prowadząca', sent.content.applicant.leaderName],
        ['Wnioskowana kwota', formatAmount(sent.content.requestedGrosze)],
        ['Wpłynął', longMoment(sent.submittedAt)],
        ...versionPairs(sent),
        ['Załączniki', String(sent.content.attachments.length)],
      ]),
  },
  kod: {
    meaning: 'adres strony wniosku, także jako kod do zeskanowania',
    isNeeded: true,
    draw: (sheet, { address }) => sheet.qr(address, 'Strona Waszego wniosku'),
  },
  'kod-odcisku': {
    meaning: 'adres strony, na której każdy sprawdzi odcisk, także jako kod do zeskanowania',
    isNeeded: false,
    draw: (sheet, { fingerprintAddress }) => sheet.qr(fingerprintAddress, 'Sprawdzenie odcisku treści'),
  },
};
