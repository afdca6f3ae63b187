import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { shelf } from '../applications.ts';
import { balancesOf, standing } from '../balances.ts';
import { accountant } from '../cast.ts';
import { expectWords } from '../papers.ts';
import type { Story } from '../story.ts';
import { openInitiative } from './agreements.ts';
import { materials, ownPromotion } from './expenses.ts';

const note = 'Herbatę i ciasto grupa przyniosła z domu.';

/** C7. The first initiative is closed to the grosz; what it did not use goes back to its lines. */
export async function settle(story: Story): Promise<void> {
  story.itIs('2024-10-10T10:00:00.000Z');
  const kmiec = await story.person(accountant);
  await openInitiative(kmiec, shelf.title);
  await kmiec.follow('Rozliczenie');
  await kmiec.sees('Wszystkie dokumenty są zapłacone.', 'Uzgodniono 3 747,50 zł', 'Zapłacono z dotacji 1 021,40 zł');
  await kmiec.follow('Rozlicz inicjatywę');
  await kmiec.type('Uwagi do rozliczenia', note);
  await kmiec.press('Rozlicz inicjatywę');
  await kmiec.sees('Inicjatywa jest rozliczona.', '2 726,10 zł', 'rozliczona');

  expect(
    story.app.deps.db.all(sql`
      select agreed_grosze as agreed, spent_grosze as spent, own_grosze as own, unused_grosze as unused from settlements`),
  ).toEqual([{ agreed: 3747_50, spent: 1021_40, own: 0, unused: 2726_10 }]);
  expect(balancesOf(story)).toEqual({
    '4 wynagrodzenia i honoraria 2024 grant': standing(9000_00, { committed: 2400_00 }),
    [materials]: standing(6000_00, { committed: 625_48, spent: 1621_40 }),
    '4 wynajem 2024 grant': standing(1800_00, { committed: 740_00 }),
    '4 transport 2024 grant': standing(2200_00, { committed: 1140_00 }),
    '4 poczęstunek 2024 grant': standing(1500_00, { committed: 600_00 }),
    [ownPromotion]: standing(1000_00, { spent: 150_00 }),
  });

  await kmiec.waitsFor('Rozliczenie inicjatywy PB/2024/01');
  const print = await kmiec.download('Rozliczenie inicjatywy PB/2024/01');
  expectWords(print.bytes, [
    'Kwota uzgodniona 3 747,50 zł (słownie: trzy tysiące siedemset czterdzieści siedem złotych 50/100)',
    'Zapłacono z dotacji 1 021,40 zł (słownie: tysiąc dwadzieścia jeden złotych 40/100)',
    'Niewykorzystano 2 726,10 zł',
    'faktura FV 118/06/2024 z 12.06.2024',
    note,
  ]);
}
