import type { Instant } from '../../lib/days.ts';
import { grosze } from '../../lib/money.ts';
import { sampleRegister } from '../expenses/sample.ts';
import { sampleLibrary, sampleProject } from '../organisation/sample.ts';
import type { SettlementPaper } from './documents/settlement.ts';

const task = { taskName: 'Inicjatywy mieszkańców', year: 2024 } as const;

/** An initiative that spent less than agreed and had a little of the library's own money. */
export const sampleSettlement: SettlementPaper = {
  settlement: {
    ...{ id: 1, initiativeId: 1, settledBy: 4 },
    settledAt: '2024-10-21T12:30:00.000Z' as Instant,
    settledByName: 'Teresa Krupińska',
    agreedGrosze: grosze(210_000),
    spentGrosze: grosze(186_000),
    unusedGrosze: grosze(24_000),
    ownGrosze: grosze(24_000),
    note: 'Płótno kupiono z wkładu własnego biblioteki, dlatego z dotacji zostało 240,00 zł.',
  },
  preview: {
    initiative: { code: 'PB/2024/03', title: 'Dwie mowy, jeden regał', groupName: 'Półka nad Šešupe' },
    lines: [
      {
        ...{ ...task, lineId: 1, category: 'książki i czasopisma', source: 'grant' },
        rows: [{ name: 'Książki po polsku i po litewsku', amount: grosze(96_000) }],
        ...{ agreed: grosze(96_000), paid: grosze(96_000) },
      },
      {
        ...{ ...task, lineId: 2, category: 'wynagrodzenia i honoraria', source: 'grant' },
        rows: [{ name: 'Warsztaty teatru cieni', amount: grosze(90_000) }],
        ...{ agreed: grosze(90_000), paid: grosze(90_000) },
      },
      {
        ...{ ...task, lineId: 3, category: 'materiały', source: 'grant' },
        rows: [{ name: 'Płótno i lampa do teatru cieni', amount: grosze(24_000) }],
        ...{ agreed: grosze(24_000), paid: grosze(0) },
      },
    ],
    own: [
      {
        ...{ ...task, lineId: 4, category: 'materiały', source: 'own', rows: [] },
        ...{ agreed: grosze(0), paid: grosze(24_000) },
      },
    ],
  },
  register: sampleRegister,
  organisation: sampleLibrary.name,
  project: sampleProject,
};
