import type { Day, Instant } from '../../lib/days.ts';
import { grosze } from '../../lib/money.ts';
import { sampleLibrary, sampleProject } from '../organisation/sample.ts';
import type { Description } from './documents/description.ts';
import type { RegisterRow } from './register.ts';

const line = {
  lineId: 1,
  taskCode: '3',
  taskName: 'Inicjatywy mieszkańców',
  year: 2024,
  initiativeCode: 'PB/2024/03',
} as const;

/** An invoice over two lines and a part outside the project, controlled and approved, paid in two sums. */
export const sampleDescription: Description = {
  expense: {
    kind: 'invoice',
    number: 'FV/184/06/2024',
    sellerName: 'Księgarnia „Pod Lipą”, Adam Sokołowski',
    sellerNip: '5260250995',
    issuedOn: '2024-06-12' as Day,
    totalGrosze: grosze(131_480),
    outsideGrosze: grosze(11_480),
    description: 'książki po polsku i po litewsku, płótno do teatru cieni',
    parts: [
      {
        ...{ ...line, id: 1, initiativeId: 1, initiativeTitle: 'Dwie mowy, jeden regał' },
        ...{ category: 'książki i czasopisma', source: 'grant', amount: grosze(96_000) },
      },
      {
        ...{ ...line, id: 2, initiativeId: 1, initiativeTitle: 'Dwie mowy, jeden regał' },
        ...{ category: 'materiały', source: 'own', amount: grosze(24_000) },
      },
    ],
    approvals: [
      {
        ...{ step: 'control', lane: 'clicked', personId: 4, name: 'Teresa Krupińska', fileId: null },
        ...{ signedOn: '2024-06-14' as Day, recordedAt: '2024-06-14T09:05:00.000Z' as Instant },
      },
      {
        ...{ step: 'approval', lane: 'paper', personId: 5, name: 'Joanna Wasilewska', fileId: 9 },
        ...{ signedOn: '2024-06-17' as Day, recordedAt: '2024-06-17T11:30:00.000Z' as Instant },
      },
    ],
    payments: [
      {
        ...{ id: 1, kind: 'net', payee: 'Księgarnia „Pod Lipą”', statement: '12/2024' },
        ...{ amountGrosze: grosze(131_480), paidOn: '2024-06-19' as Day },
        recordedAt: '2024-06-20T07:40:00.000Z' as Instant,
      },
    ],
    paid: grosze(131_480),
  },
  organisation: sampleLibrary.name,
  project: sampleProject,
  askedAt: '2024-06-20T08:00:00.000Z' as Instant,
};

const booked = {
  taskCode: '3',
  taskName: 'Inicjatywy mieszkańców',
  year: 2024,
  initiativeCode: 'PB/2024/03',
  state: 'paid',
} as const;

/** Rows of a register as documents show them: an invoice of two parts, then a contract. */
export const sampleRegister: readonly RegisterRow[] = [
  {
    ...{ ...booked, expenseId: 1, number: 'FV/184/06/2024', kind: 'invoice', issuedOn: '2024-06-12' as Day },
    ...{ sellerName: 'Księgarnia „Pod Lipą”, Adam Sokołowski', sellerNip: '5260250995' },
    ...{ description: 'książki po polsku i po litewsku', category: 'książki i czasopisma', source: 'grant' },
    ...{ amount: grosze(96_000), total: grosze(131_480), paidOn: '2024-06-19' as Day, statements: '12/2024' },
  },
  {
    ...{ ...booked, expenseId: 1, number: 'FV/184/06/2024', kind: 'invoice', issuedOn: '2024-06-12' as Day },
    ...{ sellerName: 'Księgarnia „Pod Lipą”, Adam Sokołowski', sellerNip: '5260250995' },
    ...{ description: 'płótno do teatru cieni', category: 'materiały', source: 'own' },
    ...{ amount: grosze(24_000), total: grosze(131_480), paidOn: '2024-06-19' as Day, statements: '12/2024' },
  },
  {
    ...{ ...booked, expenseId: 2, number: 'UZ/7/2024', kind: 'contract', issuedOn: '2024-09-16' as Day },
    ...{ sellerName: 'Rasa Sidorowicz', sellerNip: '' },
    ...{ description: 'warsztaty teatru cieni, dwa spotkania', category: 'wynagrodzenia i honoraria', source: 'grant' },
    ...{ amount: grosze(90_000), total: grosze(90_000), paidOn: '2024-09-27' as Day, statements: '21/2024, 22/2024' },
  },
];
