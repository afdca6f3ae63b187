import { expect } from 'vitest';
import { type Application, railway, shelf } from '../applications.ts';
import { balancesOf, standing } from '../balances.ts';
import { accountant, director, joanna } from '../cast.ts';
import { scan } from '../papers.ts';
import type { Person } from '../person.ts';
import type { Story } from '../story.ts';

/** As the list of documents has it. */
const books = 'Faktura FV 118/06/2024';

/** C6. One invoice over three lines, both sources, two initiatives and a part that is not the project's. */
export async function bookInvoice(story: Story): Promise<void> {
  story.itIs('2024-06-14T09:00:00.000Z');
  const wasilewska = await story.person(joanna);
  await wasilewska.turnTo('Wydatki');
  await wasilewska.follow('Nowy dokument');
  await wasilewska.attach('Zdjęcie albo PDF dokumentu', await scan('fv-118.pdf', 'Faktura FV 118/06/2024'));
  await wasilewska.choose('Rodzaj dokumentu', 'faktura');
  await wasilewska.type('Numer dokumentu', 'FV 118/06/2024');
  await wasilewska.type('Kto wystawił', 'Księgarnia Pod Lipą');
  await wasilewska.type('NIP wystawcy', '8442147655');
  await wasilewska.type('Data wystawienia', '12.06.2024');
  await wasilewska.type('Kwota całego dokumentu, brutto', '1 890,00');
  await wasilewska.type('Za co', 'Książki, materiały na teatrzyk i druk plakatów');
  await wasilewska.press('Zapisz i przejdź do podziału');

  await part(wasilewska, 1, 'Inicjatywy lokalne: materiały, 2024, dotacja', shelf, '1 021,40');
  await wasilewska.press('Dodaj część');
  await part(wasilewska, 2, 'Inicjatywy lokalne: materiały, 2024, dotacja', railway, '600,00');
  await wasilewska.press('Dodaj część');
  await part(wasilewska, 3, 'Promocja: druk i promocja, 2024, wkład własny', railway, '150,00');
  await wasilewska.type('Część poza zadaniem', '118,60');
  if (!story.screen.javaScript) await wasilewska.press('Przelicz');
  await wasilewska.sees('Wszystko podzielone co do grosza.');
  await wasilewska.press('Zapisz podział');
  expect(balancesOf(story)).toMatchObject({ [materials]: standing(6000_00, { committed: 2272_98 }) });

  const kmiec = await story.person(accountant);
  await kmiec.turnTo('Wydatki');
  await kmiec.follow(books);
  await kmiec.follow('Zaksięguj');
  await kmiec.press('Zaksięguj');
  await kmiec.sees('Dokument zaksięgowany.');
  expect(balancesOf(story)).toMatchObject({
    [materials]: standing(6000_00, { committed: 651_58, owed: 1621_40 }),
    [ownPromotion]: standing(1000_00, { owed: 150_00 }),
  });
}

export const materials = '4 materiały 2024 grant';
export const ownPromotion = '6 druk i promocja 2024 own';

async function part(
  person: Person,
  number: number,
  line: string,
  { code, title }: Application,
  amount: string,
): Promise<void> {
  await person.choose(`Część ${number}: pozycja i źródło`, line);
  await person.choose(`Inicjatywa, część ${number}`, `${code} ${title}`);
  await person.type(`Kwota, zł, część ${number}`, amount);
}

/** C6. Controlled by one person, approved by another, paid in two payments; the budget page says where every grosz stands. */
export async function payInvoice(story: Story): Promise<void> {
  const kmiec = await story.person(accountant);
  await kmiec.turnTo('Pulpit');
  await kmiec.follow('Sprawdź pod względem formalnym i rachunkowym: 1 dokument');
  await kmiec.follow(books);
  await kmiec.press('Potwierdzam wstępną kontrolę');
  await kmiec.sees('Wstępna kontrola zapisana.');
  expect(await kmiec.reads()).not.toContain('Zatwierdzam do wypłaty');

  const markowska = await story.person(director);
  await markowska.turnTo('Pulpit');
  await markowska.follow('Zatwierdź do wypłaty: 1 dokument');
  await markowska.follow(books);
  await markowska.press('Zatwierdzam do wypłaty');
  await markowska.sees('Zatwierdzono do wypłaty.');

  story.itIs('2024-06-20T13:00:00.000Z');
  await kmiec.turnTo('Pulpit');
  await kmiec.follow('Zapłać i wpisz datę z wyciągu: 1 dokument');
  await kmiec.follow(books);
  await pay(kmiec, '1 000,00', '19.06.2024');
  await kmiec.sees('Zostaje do zapłaty 890,00 zł');
  expect(balancesOf(story)[materials]).toEqual(standing(6000_00, { committed: 651_58, owed: 1621_40 }));
  await pay(kmiec, '890,00', '20.06.2024');
  await kmiec.sees('Dokument jest zapłacony w całości');
  expect(balancesOf(story)).toEqual({
    '4 wynagrodzenia i honoraria 2024 grant': standing(9000_00, { committed: 3900_00 }),
    [materials]: standing(6000_00, { committed: 651_58, spent: 1621_40 }),
    '4 druk i promocja 2024 grant': standing(2500_00, { committed: 260_00 }),
    '4 wynajem 2024 grant': standing(1800_00, { committed: 740_00 }),
    '4 transport 2024 grant': standing(2200_00, { committed: 1780_00 }),
    '4 poczęstunek 2024 grant': standing(1500_00, { committed: 900_00 }),
    [ownPromotion]: standing(1000_00, { spent: 150_00 }),
  });
  await readBudget(kmiec);
}

async function pay(person: Person, amount: string, on: string): Promise<void> {
  await person.type('Kwota zapłaty', amount);
  await person.type('Dzień zapłaty', on);
  await person.type('Komu', 'Księgarnia Pod Lipą');
  await person.type('Wyciąg nr', '44/2024');
  await person.press('Zapisz zapłatę');
}

/** Plan, reserved, committed, owed, spent and left: for each pot, and for a line of each source. */
async function readBudget(person: Person): Promise<void> {
  await person.turnTo('Budżet');
  await person.sees('119 600,00 zł', '14 100,00 zł');
  await person
    .at('region', 'Dotacja')
    .sees(
      'Wydano 1 621,40 zł Zobowiązania 0,00 zł W porozumieniach 8 231,58 zł Zarezerwowano 0,00 zł Zostaje 109 747,02 zł',
    );
  await person
    .at('region', 'Wkład własny')
    .sees('Wydano 150,00 zł Zobowiązania 0,00 zł W porozumieniach 0,00 zł Zarezerwowano 0,00 zł Zostaje 13 950,00 zł');
  await person.at('row', /^(Inicjatywy lokalne )?materiały dotacja/).sees('6 000,00', '651,58', '1 621,40', '3 727,02');
  await person.follow('2024');
  await person.at('row', /druk i promocja wkład własny/).sees('150,00', '850,00');
}
