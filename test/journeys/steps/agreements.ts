import { expect } from 'vitest';
import { type Application, railway, shelf } from '../applications.ts';
import { balancesOf, standing } from '../balances.ts';
import { accountant, director, joanna } from '../cast.ts';
import { attachmentOf, expectWords, scan } from '../papers.ts';
import type { Person } from '../person.ts';
import type { Story } from '../story.ts';
import { enterByCode } from './people.ts';
import { libraryNip } from './settings.ts';

/** C5. What group and library agree on is within the award and is what the budget keeps for them. */
export async function negotiate(story: Story): Promise<void> {
  story.itIs('2024-04-29T10:00:00.000Z');
  const wasilewska = await story.person(joanna);
  await openPlan(wasilewska, shelf);
  await wasilewska.type('Kwota, zł, pozycja 5', '300,00');
  await agree(story, wasilewska, '3 747,50 zł');

  await openPlan(wasilewska, railway);
  await wasilewska.type('Ilość, pozycja 1', '6');
  await wasilewska.type('Kwota, zł, pozycja 1', '2 800,00');
  await wasilewska.press('Uzgodnione');
  await wasilewska.sees('przyznana kwota to 6 500,00 zł');
  await wasilewska.type('Kwota, zł, pozycja 1', '');
  await wasilewska.type('Kwota, zł, pozycja 3', '740,00');
  await wasilewska.type('Ilość, pozycja 4', '3');
  await wasilewska.type('Kwota, zł, pozycja 4', '');
  await wasilewska.type('Kwota, zł, pozycja 5', '600,00');
  await agree(story, wasilewska, '6 105,48 zł');

  expect(balancesOf(story)).toEqual(heldBy('reserved'));
}

async function openPlan(coordinator: Person, { title }: Application): Promise<void> {
  await openInitiative(coordinator, title);
  await coordinator.follow('Uzgodnij kosztorys');
}

async function agree(story: Story, coordinator: Person, total: string): Promise<void> {
  if (!story.screen.javaScript) await coordinator.press('Przelicz');
  await coordinator.sees(total);
  await coordinator.press('Uzgodnione');
  await coordinator.sees('Kosztorys jest uzgodniony.');
}

export async function openInitiative(person: Person, title: string): Promise<void> {
  await person.turnTo('Inicjatywy');
  await person.follow(title);
}

/** C5. The accountant first, then the agreement as issued, sent, signed on paper and kept. */
export async function signAgreements(story: Story): Promise<void> {
  story.itIs('2024-05-07T09:00:00.000Z');
  const wasilewska = await story.person(joanna);
  for (const { title } of [shelf, railway]) {
    await openInitiative(wasilewska, title);
    await wasilewska.follow('Porozumienie');
    await wasilewska.press('Przygotuj projekt porozumienia');
  }
  const kmiec = await enterByCode(story, accountant);
  await kmiec.turnTo('Pulpit');
  await kmiec.sees('Potwierdź, że mieści się w planie finansowym: 2 porozumienia');
  for (const initiative of [shelf, railway]) {
    await openAgreement(kmiec, initiative);
    await kmiec.press('Mieści się w planie finansowym');
  }
  for (const initiative of [shelf, railway]) {
    await openAgreement(wasilewska, initiative);
    await wasilewska.press('Wydaj porozumienie');
  }
  await expectAgreementByPost(story);
  await readAsGroup(story);

  story.itIs('2024-05-10T12:00:00.000Z');
  expect(balancesOf(story)).toEqual(heldBy('reserved'));
  const paper = await scan('podpisane.pdf', 'Porozumienie, podpisy obu stron.');
  for (const initiative of [shelf, railway]) {
    await openAgreement(wasilewska, initiative);
    await wasilewska.type('Dzień podpisania', '10.05.2024');
    await wasilewska.attach('Skan lub zdjęcie', paper);
    await wasilewska.press('Zapisz podpisane porozumienie');
    await wasilewska.sees('w realizacji');
  }
  expect(balancesOf(story)).toEqual(heldBy('committed'));
  const signed = await wasilewska.download('Podpisane porozumienie');
  expect(signed.bytes.equals(paper.buffer)).toBe(true);
}

async function openAgreement(staff: Person, { code, title }: Application): Promise<void> {
  await openInitiative(staff, title);
  await staff.follow(`Porozumienie ${code}/P`);
}

async function expectAgreementByPost(story: Story): Promise<void> {
  const letter = await story.letterTo(
    shelf.leader.email,
    'Porozumienie PB/2024/01/P do podpisu: Dwa języki, jedna półka',
  );
  expect(letter.envelope.to).toEqual([shelf.leader.email]);
  const paper = attachmentOf(letter);
  expect(paper.name).toBe('porozumienie-PB-2024-01-P.pdf');
  expectWords(paper.bytes, [
    'Porozumienie o współpracy nr PB/2024/01/P, inicjatywa „Dwa języki, jedna półka”',
    `Biblioteka Publiczna w Sejnach, ul. Łąkowa 1, 16-500 Sejny, NIP ${libraryNip}`,
    `${director.name}, Dyrektorka`,
    'Czytelnicy z Puńskiej (Grupa nieformalna)',
    'Birutė Jurkūnienė',
    '§ 3',
    'Na realizację inicjatywy Biblioteka przeznacza do 3 747,50 zł (słownie: trzy tysiące siedemset czterdzieści siedem złotych 50/100).',
    '5. Herbata i ciasto poczęstunek 6 spotkanie 55,35 300,00',
    `Kwota mieści się w planie finansowym Biblioteki: ${accountant.name}`,
  ]);
  const other = await story.letterTo(railway.leader.email, 'Porozumienie PB/2024/02/P do podpisu: Kolej na opowieść');
  expectWords(attachmentOf(other).bytes, ['6 105,48 zł (słownie: sześć tysięcy sto pięć złotych 48/100)']);
}

/** The group sees what waits for its signature, and the same document. */
async function readAsGroup(story: Story): Promise<void> {
  const birute = await story.person(shelf.leader);
  await birute.turnTo('Pulpit');
  await birute.follow('Podpiszcie z biblioteką: 1 porozumienie');
  await birute.follow(shelf.title);
  await birute.follow('Porozumienie PB/2024/01/P');
  await birute.sees('Porozumienie jest gotowe i czeka na Wasz podpis.');
}

/** 3 747,50 zł and 6 105,48 zł by budget line, held as reservations or as commitments. */
function heldBy(kind: 'reserved' | 'committed') {
  return {
    '4 wynagrodzenia i honoraria 2024 grant': standing(9000_00, { [kind]: 3900_00 }),
    '4 materiały 2024 grant': standing(6000_00, { [kind]: 2272_98 }),
    '4 druk i promocja 2024 grant': standing(2500_00, { [kind]: 260_00 }),
    '4 wynajem 2024 grant': standing(1800_00, { [kind]: 740_00 }),
    '4 transport 2024 grant': standing(2200_00, { [kind]: 1780_00 }),
    '4 poczęstunek 2024 grant': standing(1500_00, { [kind]: 900_00 }),
  };
}
