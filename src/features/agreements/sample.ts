import type { Day, Instant } from '../../lib/days.ts';
import { grosze } from '../../lib/money.ts';
import { amountInWords } from '../../lib/words.ts';
import { sampleCallTitle, sampleLetterhead, sampleLibrary } from '../organisation/sample.ts';
import type { AgreedLine } from './content.ts';
import type { AgreementPaper } from './documents/agreement.ts';
import { clausesOf } from './texts/clauses.ts';

const line = (name: string, category: string, quantity: number, unit: string, price: number): AgreedLine => ({
  ...{ name, category, quantity: quantity * 1000, unit },
  price: grosze(price * 100),
  amount: grosze(quantity * price * 100),
});

const { creditLine, ...library } = sampleLibrary;
const total = grosze(210_000);

const facts = {
  number: 'PB/2024/03/P',
  library,
  group: {
    kindName: 'Grupa nieformalna',
    name: 'Półka nad Šešupe',
    leaderName: 'Birutė Jurkianis',
    address: 'ul. Młyńska 7, 16-599 Łąka',
    contact: '600 100 200, birute@example.org',
    registerNumber: '',
    guardianName: '',
  },
  initiative: { code: 'PB/2024/03', title: 'Dwa języki, jedna półka', callTitle: sampleCallTitle },
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
};

/** A group of neighbours with the clauses as they are written today. */
export const sampleAgreement: AgreementPaper = {
  content: {
    ...facts,
    issuedAt: '2024-05-06T10:00:00.000Z' as Instant,
    clauses: clausesOf({ ...facts, creditLine }),
    funds: { confirmedBy: 'Teresa Krupińska', confirmedAt: '2024-05-06T08:15:00.000Z' as Instant },
    letterhead: sampleLetterhead,
  },
  fingerprint: 'd27a51c09e6b38f4a1075ce6932bd84f5160e7ac93fb28d41e70a95b6cd3f812',
};
