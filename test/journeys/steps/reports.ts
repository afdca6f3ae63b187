import { expect } from 'vitest';
import { shelf } from '../applications.ts';
import { accountant } from '../cast.ts';
import { csvOf, expectWords, sheetsOf } from '../papers.ts';
import type { Story } from '../story.ts';
import { openInitiative } from './agreements.ts';

const bookLines = ['4. Inicjatywy lokalne: materiały, 2024', '6. Promocja: druk i promocja, 2024'] as const;

/** C7. The settlement as a workbook and as a plain file; the register of documents and the project's report on paper. */
export async function takeReports(story: Story): Promise<void> {
  await expectSettlementFiles(story);
  const kmiec = await story.person(accountant);
  await kmiec.turnTo('Raporty');
  await kmiec.press('Przygotuj zestawienie (PDF)');
  await kmiec.waitsFor('Zestawienie dokumentów księgowych, stan na 10.10.2024');
  const register = await kmiec.download('Zestawienie dokumentów księgowych, stan na 10.10.2024');
  expectWords(register.bytes, [
    'Zapłacono z dotacji 1 621,40 zł',
    'Zapłacono z wkładu własnego 150,00 zł',
    'Do zapłaty 0,00 zł',
    'faktura FV 118/06/2024 z 12.06.2024 na 1 890,00',
    'NIP 8442147655',
    'Razem 1 771,40',
  ]);

  await kmiec.press('Przygotuj raport (PDF)');
  await kmiec.waitsFor('Raport z wykonania zadania, stan na 10.10.2024');
  const report = await kmiec.download('Raport z wykonania zadania, stan na 10.10.2024');
  expectWords(report.bytes, [
    '4. Inicjatywy lokalne dotacja 24 000,00 1 621,40 6,76% 0,00',
    'Razem dotacja 119 600,00 1 621,40 1,36% 0,00',
    'wkład własny 14 100,00 150,00 1,06% 0,00',
    'całość 133 700,00 1 771,40 1,32% 0,00',
    'W planie 10,55% całkowitej wartości zadania (14 100,00 zł z 133 700,00 zł)',
    'PB/2024/01 Dwa języki, jedna półka Czytelnicy z Puńskiej 3 779,60 3 747,50 1 021,40',
    'PB/2024/02 Kolej na opowieść Koło Gospodyń Wiejskich w Krasnowie 6 500,00 6 105,48 w toku',
  ]);

  const all = csvOf((await kmiec.download('Plik CSV')).bytes);
  expect(all.map((row) => [row[1], row[7], row[9], row[10], row[11]])).toEqual([
    ['Nr dokumentu', 'Pozycja preliminarza', 'Źródło', 'Inicjatywa', 'Kwota części'],
    ['FV 118/06/2024', bookLines[0], 'dotacja', 'PB/2024/01', '1021,40'],
    ['FV 118/06/2024', bookLines[0], 'dotacja', 'PB/2024/02', '600,00'],
    ['FV 118/06/2024', bookLines[1], 'wkład własny', 'PB/2024/02', '150,00'],
    ['Razem', '', '', '', '1771,40'],
    ['w tym dotacja', '', '', '', '1621,40'],
    ['w tym wkład własny', '', '', '', '150,00'],
  ]);
}

async function expectSettlementFiles(story: Story): Promise<void> {
  const kmiec = await story.person(accountant);
  await openInitiative(kmiec, shelf.title);
  await kmiec.follow('Rozliczenie');
  const book = await kmiec.download('Arkusz (XLSX)');
  expect(book.name).toBe('rozliczenie-PB-2024-01.xlsx');
  const { Dokumenty, Kosztorys } = await sheetsOf(book.bytes);
  expect(Dokumenty?.slice(1)).toEqual([
    [
      1,
      'FV 118/06/2024',
      'faktura',
      new Date('2024-06-12T00:00:00.000Z'),
      'Księgarnia Pod Lipą',
      '8442147655',
      'Książki, materiały na teatrzyk i druk plakatów',
      bookLines[0],
      2024,
      'dotacja',
      'PB/2024/01',
      1021.4,
      1890,
      new Date('2024-06-20T00:00:00.000Z'),
      '44/2024',
    ],
    sums('Razem', 1021.4),
    sums('w tym dotacja', 1021.4),
    sums('w tym wkład własny', 0),
  ]);
  expect(Kosztorys).toEqual([
    ['Pozycja kosztorysu', 'Uzgodniono', 'Zapłacono', 'Zostaje'],
    ['Inicjatywy lokalne: wynagrodzenia i honoraria, 2024', 1500, 0, 1500],
    ['Inicjatywy lokalne: materiały, 2024', 1047.5, 1021.4, 26.1],
    ['Inicjatywy lokalne: druk i promocja, 2024', 260, 0, 260],
    ['Inicjatywy lokalne: transport, 2024', 640, 0, 640],
    ['Inicjatywy lokalne: poczęstunek, 2024', 300, 0, 300],
    ['Razem', 3747.5, 1021.4, 2726.1],
  ]);
  const plain = await kmiec.download('Plik CSV');
  expect(plain.name).toBe('rozliczenie-PB-2024-01.csv');
  expect(csvOf(plain.bytes).map((row) => row[11])).toEqual(['Kwota części', '1021,40', '1021,40', '1021,40', '0,00']);
}

/** A row of the workbook that has a label and a sum only. */
function sums(label: string, amount: number): (string | number | null)[] {
  return Array.from({ length: 15 }, (_, column) => (column === 1 ? label : column === 11 ? amount : null));
}
