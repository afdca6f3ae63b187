import type { Day, Instant } from '../../lib/days.ts';
import { grosze } from '../../lib/money.ts';
import { amountInWords } from '../../lib/words.ts';
import { fillWording } from '../../pdf/wording/fill.ts';
import { sampleCallTitle, sampleLetterhead, sampleLibrary } from '../organisation/sample.ts';
import type { AgreedLine, AgreementVariant, GroupParty } from './content.ts';
import type { AgreementPaper } from './documents/agreement.ts';
import { type AgreementFacts, agreementValues } from './documents/wording.ts';
import { agreementTexts } from './texts/agreement.ts';

const line = (name: string, category: string, quantity: number, unit: string, price: number): AgreedLine => ({
  ...{ name, category, quantity: quantity * 1000, unit },
  price: grosze(price * 100),
  amount: grosze(quantity * price * 100),
});

const { creditLine: _credit, ...library } = sampleLibrary;
const total = grosze(210_000);

const neighbours: GroupParty = {
  kind: 'informal_group',
  kindName: 'Grupa nieformalna',
  name: 'Półka nad Šešupe',
  leaderName: 'Birutė Jurkianis',
  address: 'ul. Młyńska 7, 16-599 Łąka',
  contact: '600 100 200, birute@example.org',
  registerNumber: '',
  guardianName: '',
  members: 'Birutė Jurkianis\nZygmunt Jodzis\nHalina Wróblewska',
};

const boy: GroupParty = {
  ...neighbours,
  ...{ kind: 'minor', kindName: 'Młodzież', name: 'Kajetan Mieczkowski', leaderName: 'Kajetan Mieczkowski' },
  contact: '600 100 201, kajetan@example.org',
  ...{ guardianName: 'Teresa Krakowska', members: '' },
};

const club: GroupParty = {
  ...neighbours,
  ...{ kind: 'organisation', kindName: 'Organizacja', name: 'Stowarzyszenie „Brzeg”', leaderName: 'Ewa Sidorowicz' },
  contact: '600 100 202, ewa@example.org',
  ...{ registerNumber: 'KRS 0000123456', members: '' },
};

const facts = {
  number: 'PB/2024/03/P',
  library,
  initiative: { code: 'PB/2024/03', title: 'Dwie mowy, jeden regał', callTitle: sampleCallTitle },
  dates: {
    from: '2024-05-13' as Day,
    to: '2024-09-30' as Day,
    lastPurchase: '2024-09-20' as Day,
    lastContractBill: '2024-09-30' as Day,
    groupReport: '2024-10-14' as Day,
    payments: '2024-10-31' as Day,
  },
  plan: {
    lines: [
      line('Książki po polsku i po litewsku', 'książki i czasopisma', 24, 'szt.', 40),
      line('Warsztaty teatru cieni', 'wynagrodzenia i honoraria', 2, 'spotkanie', 450),
      line('Płótno i lampa do teatru cieni', 'materiały', 1, 'komplet', 240),
    ],
    total,
    inWords: amountInWords(total),
  },
  letterhead: sampleLetterhead,
};

function issuedTo(variant: AgreementVariant, group: GroupParty): AgreementPaper {
  const content: AgreementFacts = { ...facts, group };
  const blocks = fillWording(agreementTexts[variant], agreementValues(content));
  return {
    content: {
      ...content,
      issuedAt: '2024-05-06T10:00:00.000Z' as Instant,
      funds: { confirmedBy: 'Teresa Krupińska', confirmedAt: '2024-05-06T08:15:00.000Z' as Instant },
      wording: { variant, textId: null, number: 0, blocks },
    },
    fingerprint: 'd27a51c09e6b38f4a1075ce6932bd84f5160e7ac93fb28d41e70a95b6cd3f812',
  };
}

/** Neighbours, a boy with his guardian, an association, and the association with the neighbours. */
export const sampleAgreements: Readonly<Record<AgreementVariant, AgreementPaper>> = {
  informal_group: issuedTo('informal_group', neighbours),
  person: issuedTo('person', boy),
  organisation: issuedTo('organisation', club),
  organisation_with_group: issuedTo('organisation_with_group', { ...club, members: neighbours.members ?? '' }),
};
