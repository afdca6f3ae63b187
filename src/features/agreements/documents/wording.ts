import { formatAmount } from '../../../lib/money.ts';
import { quoted } from '../../../lib/polish.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import type { TemplateValues } from '../../../lib/template.ts';
import { fieldsMeaning } from '../../../pdf/wording/wording.ts';
import type { AgreementContent, AgreementVariant } from '../content.ts';

/** What an agreement knows before its text is filled. */
export type AgreementFacts = Omit<AgreementContent, 'wording' | 'clauses' | 'issuedAt' | 'funds'>;

export const agreementFields = fieldsMeaning({
  numer: 'numer porozumienia',
  tytuł: 'tytuł inicjatywy, w cudzysłowie',
  'nr-wniosku': 'numer wniosku i inicjatywy',
  konkurs: 'nazwa konkursu, w cudzysłowie',
  miejscowość: 'siedziba biblioteki: „w …”',
  biblioteka: 'nazwa biblioteki',
  'adres-biblioteki': 'ulica, kod i miejscowość',
  nip: 'NIP biblioteki; puste, gdy go nie wpisano',
  kto: 'nazwa grupy albo organizacji; u jednej osoby jej imię i nazwisko',
  lider: 'imię i nazwisko lidera',
  opiekun: 'opiekun lidera, który nie skończył 18 lat; puste u pozostałych',
  osoby: 'osoby tworzące grupę, po przecinku; puste, gdy ich nie podano',
  kwota: 'uzgodniona kwota',
  słownie: 'uzgodniona kwota słowami',
  od: 'pierwszy dzień działań; puste, gdy terminarz go nie ma',
  do: 'ostatni dzień działań; puste, gdy terminarz go nie ma',
  'ostatni-zakup': 'ostatni dzień zakupów; puste, gdy terminarz go nie ma',
  'ostatni-rachunek': 'ostatni dzień rachunków z umów; puste, gdy terminarz go nie ma',
  sprawozdanie: 'ostatni dzień na sprawozdanie; puste, gdy terminarz go nie ma',
  płatności: 'ostatni dzień płatności biblioteki; puste, gdy terminarz go nie ma',
  dofinansowanie: 'zdanie o dofinansowaniu, w cudzysłowie; puste, gdy zadanie go nie ma',
});

export function agreementValues({
  number,
  library,
  group,
  initiative,
  dates,
  plan,
  letterhead,
}: AgreementFacts): TemplateValues {
  const day = (on: (typeof dates)[keyof typeof dates]) => (on === null ? '' : longDate(on));
  const isWhole = dates.from !== null && dates.to !== null;
  return {
    numer: number,
    tytuł: quoted(initiative.title),
    'nr-wniosku': initiative.code,
    konkurs: quoted(initiative.callTitle),
    miejscowość: library.locativeCity,
    biblioteka: library.name,
    'adres-biblioteki': library.address,
    nip: library.nip,
    kto: group.name,
    lider: group.leaderName,
    opiekun: group.guardianName,
    osoby: (group.members ?? '')
      .split(/\s*\n\s*/u)
      .filter(Boolean)
      .join(', '),
    kwota: formatAmount(plan.total),
    słownie: plan.inWords,
    od: isWhole ? day(dates.from) : '',
    do: isWhole ? day(dates.to) : '',
    'ostatni-zakup': day(dates.lastPurchase),
    'ostatni-rachunek': day(dates.lastContractBill),
    sprawozdanie: day(dates.groupReport),
    płatności: day(dates.payments),
    dofinansowanie: letterhead.credit === null ? '' : quoted(letterhead.credit.replace(/\.$/u, '')),
  };
}

/** Agreements issued before the kind of applicant was kept are told by what they hold. */
export function agreementVariantOf({ group }: Pick<AgreementFacts, 'group'>): AgreementVariant {
  const { kind, members = '', registerNumber, guardianName, name, leaderName } = group;
  if (kind === 'organisation_with_group') return 'organisation_with_group';
  if (kind === 'organisation' || kind === 'school_or_parish' || (kind === undefined && registerNumber !== ''))
    return members === '' ? 'organisation' : 'organisation_with_group';
  if (kind === 'person' || kind === 'minor') return 'person';
  return kind === undefined && (guardianName !== '' || name === leaderName) ? 'person' : 'informal_group';
}
