import { afterAll, beforeAll, test } from 'vitest';
import { firstAdministratorLink } from '../../src/features/accounts/links.ts';
import { openBrowser } from '../support/browser.ts';
import { blankDay } from '../support/data-folder.ts';
import { barn } from './czarnia.ts';
import type { Person } from './person.ts';
import { sendStraight } from './steps/applications.ts';
import { beginStory, type Story } from './story.ts';

/**
 * A second library sets up its call of 2023 through the screens alone, in a data folder of its own: 22 000 zł, from 2 000 to 12 000 zł, groups of two, announced
 * on 13 February, applications to 17 March at 15.00, the jury on 23 March, results by 26 March, the work from 1 April to 30 October.
 */
const browser = openBrowser();
const halina = { name: 'Halina Bączek', email: 'biblioteka.czarnia@example.pl' };
const anotherHouse = /sejn|para-?buch|łąkow|puńsk|krasnow|16-500/i;

let desk: Story;
let staff: Person;

beforeAll(async () => {
  const screen = { javaScript: true, mustNotSay: anotherHouse };
  desk = await beginStory(browser, { ...screen, name: 'czarnia', width: 1280 }, { beginning: 'blank', at: blankDay });
  staff = await desk.person(halina);
});
afterAll(() => desk.close());

let failed: string | undefined;
/** One after another: after a step that failed the later ones are not begun. */
function step(title: string, walk: () => Promise<void>): void {
  test(title, async () => {
    if (failed !== undefined) throw new Error(`the walk ended in: ${failed}`);
    failed = title;
    await walk().catch(async (error: unknown) => {
      await desk.pictureEveryone();
      throw error;
    });
    desk.expectAllWell();
    failed = undefined;
  });
}

/** One row of a list, opened by its name. */
async function inRow(person: Person, name: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const row = person.page.locator('details', { has: person.page.locator('summary', { hasText: name }) });
  if ((await row.getAttribute('open')) === null) await row.locator('summary').click();
  for (const [label, words] of Object.entries(fields)) await row.getByLabel(label).fill(words);
}

async function toSettings(): Promise<void> {
  await staff.open('/nabory/zarzadzanie');
  await staff.follow('„Z sąsiadami po książkę”');
}

step('the first person opens the door and names her library', async () => {
  await staff.open(firstAdministratorLink(desk.app.deps) ?? '');
  await staff.type('Imię i nazwisko', halina.name);
  await staff.type('Adres e-mail', halina.email);
  await staff.press('Zaczynam');
  await staff.sees('Dzień dobry', 'Nasza biblioteka');
  await staff.follow('Dane instytucji');
  for (const [label, words] of [
    ['Nazwa w dopełniaczu', 'Gminnej Biblioteki Publicznej w Czarni'],
    ['Nazwa', 'Gminna Biblioteka Publiczna w Czarni'],
    ['Ulica i numer', 'Czarnia 41'],
    ['Kod pocztowy', '07-431'],
    ['Miejscowość w miejscowniku', 'Czarni'],
    ['Miejscowość', 'Czarnia'],
    ['Obszar działania', 'gmina Czarnia'],
    ['Telefon', '29 000 00 00'],
    ['Adres e-mail', halina.email],
  ] as const)
    await staff.page.getByLabel(label, { exact: true }).fill(words);
  await staff.type('Kiedy można dzwonić', 'od poniedziałku do piątku w godz. 8.00–16.00');
  await staff.press('Zapisz');
  await staff.sees('Zapisano. Zmiany widać od razu', 'Gminna Biblioteka Publiczna w Czarni');
});

step('she writes down her project and who pays for it', async () => {
  await staff.open('/pulpit');
  await staff.follow('Zadanie: partnerzy i potrzeby z diagnozy');
  await staff.follow('Zmień zadanie i dofinansowanie');
  await staff.type('Nazwa zadania', 'Biblioteka bliżej sąsiadów');
  await staff.type('Nazwa krótka', 'Biblioteka bliżej');
  await staff.type('Program', 'BLISKO');
  await staff.type('Kto dofinansowuje', 'Narodowe Centrum Kultury');
  await staff.type('Skrót nazwy', 'NCK');
  await staff.type('Zdanie o dofinansowaniu', 'Dofinansowano ze środków Narodowego Programu Rozwoju Czytelnictwa 2.0.');
  await staff.type('Koniec zadania', '31.12.2022');
  await staff.press('Zapisz');
  await staff.sees('Zadanie kończy się, zanim się zacznie.');
  await staff.type('Koniec zadania', '15.11.2023');
  await staff.press('Zapisz');
  await staff.sees('Biblioteka bliżej sąsiadów', 'Narodowe Centrum Kultury', '15 listopada 2023 r.');
});

step('she writes down what people told her they miss, and who helps', async () => {
  await staff.sees('Diagnoza jeszcze powstaje.', 'Jeszcze nie ma partnerów.');
  for (const [need, source] of [
    ['Miejsce spotkań w każdej wsi', 'Rozmowy przy wymianie książek, jesień 2022'],
    ['Zapisanie gwary i opowieści najstarszych', 'Ankieta w bibliotece, listopad 2022'],
  ] as const) {
    await staff.follow('Dodaj potrzebę');
    await staff.type('Potrzeba', need);
    await staff.type('Skąd o niej wiecie', source);
    await staff.press('Zapisz');
    await staff.sees('Potrzeba jest na liście.', need, source);
  }
  await staff.follow('Dodaj partnera');
  await staff.type('Nazwa', 'Ochotnicza Straż Pożarna w Czarni');
  await staff.choose('Rodzaj', 'organizacja');
  await staff.type('Co wnosi', 'Remiza i stoły na spotkania.');
  await staff.press('Zapisz');
  await staff.sees('Partner jest na liście.', 'Ochotnicza Straż Pożarna w Czarni');
});

step('the grant for residents comes into the budget and into force', async () => {
  await staff.turnTo('Budżet');
  await staff.sees('Budżet jeszcze nie obowiązuje');
  await staff.follow('Otwórz szkic budżetu');
  await staff.type('Dotacja', '22 000');
  for (const [category, amount] of [
    ['wynagrodzenia i honoraria', '9 000'],
    ['materiały', '6 000'],
    ['druk i promocja', '2 000'],
    ['wynajem', '1 500'],
    ['transport', '1 500'],
    ['poczęstunek', '1 500'],
    ['licencje', '500'],
  ] as const)
    await staff.page.getByLabel(`Inicjatywy mieszkańców, 2023, ${category}`, { exact: false }).fill(amount);
  await staff.press('Wprowadź w życie');
  await staff.sees('Nowa wersja budżetu obowiązuje od teraz.', '22 000,00 zł');
});

step('what the library adds of its own comes in as another task', async () => {
  await staff.press('Przygotuj nową wersję');
  await staff.unfold('Działania: zmień nazwę albo dodaj nowe');
  await staff.type('Nazwa działania', 'Spotkania po wsiach');
  await staff.press('Dodaj działanie');
  await staff.sees('Działanie jest dodane. Teraz dodaj jego pozycje.');
  await staff.unfold('Dodaj pozycję');
  await staff.page.getByLabel('Działanie', { exact: true }).selectOption({ label: '2. Spotkania po wsiach' });
  await staff.type('Rodzaj kosztu', 'przejazdy bibliotekarki');
  await staff.type('Rok', '2023');
  await staff.page.getByLabel('wkład własny', { exact: true }).check();
  await staff.page.getByLabel('Kwota', { exact: true }).fill('1 500');
  await staff.press('Dodaj pozycję');
  await staff.sees('2. Spotkania po wsiach, 2023');
  await staff.page.getByLabel('Wkład własny', { exact: true }).fill('1 500');
  await staff.press('Wprowadź w życie');
  await staff.sees('Nowa wersja budżetu obowiązuje od teraz.', '2. Spotkania po wsiach, 2023', '1 500,00 zł');
});

step('the call is made from the preset of her programme by eight decisions', async () => {
  await staff.open('/pulpit');
  await staff.follow('Konkursy: lista i nowy konkurs');
  await staff.follow('Nowy konkurs');
  await staff.follow('BLISKO');
  await staff.type('Nazwa konkursu', 'Z sąsiadami po książkę');
  await staff.type('Rok', '2023');
  await staff.type('Skrót', 'ZS');
  await staff.type('Pula konkursu', '22 000');
  await staff.type('Najmniej', '2 000');
  await staff.type('Najwięcej', '12 000');
  await staff.type('Ostatni dzień', '17.03.2023');
  await staff.type('Godzina', '15.00');
  await staff.type('Od', '1.04.2023');
  await staff.type('Do', '30.10.2023');
  await staff.type('Osoba, miejsce, godziny', 'Halina Bączek, biblioteka w Czarni, w godz. 8.00–16.00');
  await staff.press('Utwórz szkic konkursu');
  await staff.sees('Szkic konkursu jest gotowy.');
});

step('she changes what her call has otherwise: who, how much, which stages and when', async () => {
  await staff.follow('Kto może złożyć wniosek');
  await staff.page.getByLabel('Szkoła lub parafia', { exact: true }).uncheck();
  await staff.type('Warunki: Grupa nieformalna', 'co najmniej 2 osoby, w tym jedna pełnoletnia');
  await staff.type('Najmniejsza grupa nieformalna', '2');
  await staff.press('Zapisz, kto może złożyć wniosek');
  await staff.follow('Zmień kwoty i limity');
  await staff.type('Co najmniej tyle inicjatyw', '2');
  await staff.press('Zapisz kwoty i limity');
  await staff.follow('Etapy konkursu');
  await staff.page.getByLabel('Konsultacje projektu regulaminu').uncheck();
  await staff.page.getByLabel('Konsultacje wniosków: ile terminów').fill('1');
  await staff.press('Zapisz etapy');
  await staff.follow('Zmień terminy');
  for (const [stage, fields] of Object.entries(dates)) {
    const part = staff.at('group', stage);
    for (const [label, words] of Object.entries(fields)) await part.type(label, words);
  }
  await staff.press('Zapisz terminy');
  await staff.sees('23 marca 2023 r., godz. 10.00–13.00', '13 lutego – 17 marca 2023 r., godz. 15.00');
});

const dates: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Ogłoszenie konkursu': { 'Pierwszy dzień': '13.02.2023', 'Ostatni dzień': '13.02.2023' },
  'Spotkanie informacyjne': {
    'Pierwszy dzień': '20.02.2023',
    'Ostatni dzień': '20.02.2023',
    Miejsce: 'świetlica w Czarni',
  },
  'Konsultacje wniosków': {
    'Pierwszy dzień': '6.03.2023',
    'Ostatni dzień': '6.03.2023',
    Miejsce: 'biblioteka w Czarni',
  },
  'Nabór wniosków': { 'Pierwszy dzień': '13.02.2023' },
  'Sprawdzenie formalne': { 'Ostatni dzień': '20.03.2023' },
  'Poprawki wniosków': { 'Pierwszy dzień': '20.03.2023', 'Ostatni dzień': '21.03.2023' },
  'Oświadczenia komisji': { 'Pierwszy dzień': '20.03.2023', 'Ostatni dzień': '21.03.2023' },
  'Ocena komisji': { 'Pierwszy dzień': '21.03.2023', 'Ostatni dzień': '22.03.2023' },
  'Posiedzenie komisji': {
    ...{ 'Pierwszy dzień': '23.03.2023', 'Od godziny': '10.00', 'Ostatni dzień': '23.03.2023', 'Do godziny': '13.00' },
    Miejsce: 'biblioteka w Czarni',
  },
  'Wyniki i lista rezerwowa': { 'Pierwszy dzień': '24.03.2023', 'Ostatni dzień': '26.03.2023' },
  'Rozmowy o kosztorysie i porozumienia': { 'Pierwszy dzień': '27.03.2023', 'Ostatni dzień': '31.03.2023' },
};

step('costs with a cap, criteria with weights, a question of her own and a § of her own', async () => {
  await staff.follow('Rodzaje kosztów');
  await inRow(staff, 'transport', { 'Najwyżej tyle kwoty inicjatywy': '20' });
  await staff.press('Zapisz i dodaj kolejny');
  await inRow(staff, 'nowy wiersz', { Nazwa: 'noclegi gości' });
  await staff.press('Zapisz rodzaje kosztów');
  await staff.follow('Kryteria oceny');
  await inRow(staff, 'Trwałość', { Waga: '2' });
  await staff.press('Zapisz kryteria oceny');
  await staff.sees('105 punktów');
  await staff.follow('Zmień formularz');
  await staff.page
    .getByRole('link', { name: /Dodaj pytanie/ })
    .first()
    .click();
  await staff.follow('krótki tekst');
  await staff.type('Treść pytania', 'W której wsi się spotkacie?');
  await staff.press('Zapisz pytanie');
  await staff.page.locator('summary', { hasText: 'Gotowe pytanie' }).first().click();
  await staff.page.getByLabel('Gotowe pytanie').first().selectOption({ label: 'Potrzeby z diagnozy' });
  await staff.page.getByRole('button', { name: 'Dodaj gotowe' }).first().click();
  await staff.sees('Na które potrzeby');
  await staff.press('Opublikuj formularz');
  await toSettings();
  await staff.follow('Treść regulaminu');
  const rules = staff.page.getByLabel('Tekst');
  await rules.fill(
    `${await rules.inputValue()}\n\n§ Spotkania w świetlicach\n1. Świetlicę gminną grupa dostaje bez opłat.`,
  );
  await staff.press('Zapisz');
  await staff.press('Opublikuj wersję 2');
});

step('the checklist leads to what is missing until nothing is, and the call is announced on its day', async () => {
  desk.itIs('2023-02-13T08:00:00.000Z');
  await toSettings();
  await staff.sees('Te koszty nie mają pozycji budżetu: noclegi gości.');
  await staff.press('Ogłoś konkurs');
  await staff.sees('szkic', 'Te koszty nie mają pozycji budżetu: noclegi gości.');
  await staff.follow('Popraw rodzaje kosztów');
  const row = staff.page.locator('details', { hasText: 'noclegi gości' });
  if ((await row.getAttribute('open')) === null) await row.locator('summary').click();
  await row.getByLabel('Pozycja budżetu').selectOption({ label: 'transport, 2023' });
  await staff.press('Zapisz rodzaje kosztów');
  await staff.sees('Wszystko, co potrzebne do ogłoszenia, jest na miejscu.', 'Nie zapisano zarządzenia');
  await staff.press('Ogłoś konkurs');
  await staff.sees('ogłoszony', '13 lutego 2023 r., godz. 9.00');
});

step('a visitor reads the call', async () => {
  desk.itIs('2023-02-27T17:30:00.000Z');
  const reader = await desk.person({ name: 'Agata', email: 'agata@example.org' }, 360);
  await reader.open('/');
  await reader.sees(
    '„Z sąsiadami po książkę”',
    'Do podziału 22 000,00 zł',
    'od 2 000,00 zł do 12 000,00 zł',
    'co najmniej 2 osoby, w tym jedna pełnoletnia',
    'Wnioski przyjmujemy do piątku 17 marca 2023 r., godz. 15.00',
    '23 marca 2023 r., godz. 10.00–13.00',
    'Gminna Biblioteka Publiczna w Czarni',
  );
  await reader.follow('Regulamin konkursu');
  await reader.sees('Gminna Biblioteka Publiczna w Czarni', 'Świetlicę gminną grupa dostaje bez opłat.');
  await reader.open('/projekt');
  await reader.sees('Miejsce spotkań w każdej wsi', 'Remiza i stoły na spotkania.');
  for (const path of ['/nabory', '/dostepnosc', '/dane-osobowe', '/pomoc', '/nabory/1/bip', '/nabory/1/dane-osobowe'])
    await reader.open(path);
});

step('two neighbours send their application from a telephone', async () => {
  await desk.person(barn.leader, 360);
  await sendStraight(desk, barn);
  await staff.open('/wnioski');
  await staff.sees('ZS/2023/01', 'Kurpiowskie bajanie w stodole');
});

step('nor do her other pages say whose house they were made for', async () => {
  for (const path of [
    ...['/pulpit', '/budzet', '/historia', '/skrzynka', '/pisma/wzory', '/administracja/osoby', '/nabory/zarzadzanie'],
    ...[
      '/nabory/1/komisja',
      '/nabory/1/zarzadzenia',
      '/nabory/1/publikacje',
      '/nabory/1/opinie',
      '/nabory/1/formularz',
    ],
    ...['/nabory/1/kryteria-formalne', '/nabory/1/teksty/regulamin', '/nabory/1/dokumenty', '/raporty', '/wydatki'],
  ])
    await staff.open(path);
});
