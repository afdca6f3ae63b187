import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { appointMember } from '../../src/features/jury/commands/members.ts';
import { pointsText } from '../../src/features/ranking/texts.ts';
import type { TestBrowser } from '../support/browser.ts';
import { submittedApplication } from '../support/story/applications.ts';
import { acceptApplication, coordinatorOf, momentOf } from '../support/story/jury.ts';
import { joanna } from './cast.ts';
import { type Chapter, walkChapters } from './chapters.ts';
import { five, givenBy, halina, marianna, need, piotr, tomas, twelve, wanda } from './five-jurors.ts';
import { expectWords, scan } from './papers.ts';
import type { Person } from './person.ts';
import { criteria } from './scores.ts';
import { enterByCode, enterByLink } from './steps/people.ts';
import { beginStory, type Story } from './story.ts';

type Seat = (typeof five)[number];

let callId = 0;
const justification = 'Pomysł jest potrzebny, a grupa policzyła go uczciwie i ma na niego siły.';

walkChapters(begin, [
  ['five jurors come by their letters and declare: two step aside, one discloses', declare],
  ...five.map(
    (seat): Chapter => [`${seat.name} scores what is open, and reads no word of what is closed`, scoreAlone(seat)],
  ),
  ['the late one is reminded by one press, and learns plainly that the time is over', remindTheLateOne],
  ['the meeting stands on the chair’s screen, on phones and on the wall; the excluded see a closed door', meet],
  ['the tie is broken by the chair’s vote, the ranking adopted, the minutes signed and scanned', adoptAndSign],
]);

/** Twelve applications past the formal check; the jury is appointed and has its letters. */
async function begin(browser: TestBrowser): Promise<Story> {
  const story = await beginStory(browser, { name: 'five-jurors', width: 1280, javaScript: false });
  const { deps, clock } = story.app;
  callId = currentCall(deps.db)?.id ?? 0;
  const applications = twelve.map((idea) => submittedApplication(deps, { ...idea, callId }));
  clock.set(momentOf(deps, callId, 'formal_check'));
  for (const { id } of applications) acceptApplication(deps, { id, callId });
  for (const seat of five) expect(appointMember(deps, coordinatorOf(deps), { ...seat, callId }).ok).toBe(true);
  clock.set(momentOf(deps, callId, 'declarations'));
  return story;
}

async function declare(story: Story): Promise<void> {
  for (const [index, seat] of five.entries()) {
    await story.letterTo(seat.email, 'Zaproszenie do komisji konkursowej');
    const juror = await (index % 2 === 0 ? enterByLink(story, seat) : enterByCode(story, seat));
    await juror.turnTo('Moje oceny');
    await juror.follow('Złóż oświadczenie');
    if (seat === halina) await stepsAside(juror, 'Spiżarnia opowieści', 'Danutė to moja bratowa.');
    if (seat === piotr) {
      await stepsAside(juror, 'Teatr cieni', 'Edita jest moją siostrą.');
      const known = juror.at('group', 'Kronika naszej ulicy');
      await known.choose('Co Cię łączy z tym wnioskiem', 'Ujawnienie – znajomość albo sąsiedztwo');
      await known.type('Kilka słów wyjaśnienia', 'Mieszkamy przy tej samej ulicy.');
    }
    await juror.tick('Podpisuję to oświadczenie');
    await juror.press('Składam oświadczenie');
    await juror.sees('Treść wniosków jest już otwarta.');
  }
}

async function stepsAside(juror: Person, title: string, why: string): Promise<void> {
  const row = juror.at('group', title);
  await row.choose(
    'Co Cię łączy z tym wnioskiem',
    'Wyłączenie – pokrewieństwo lub powinowactwo do drugiego stopnia albo wspólny dom',
  );
  await row.type('Kilka słów wyjaśnienia', why);
}

function scoreAlone(seat: Seat): Chapter[1] {
  return async (story) => {
    story.app.clock.set(momentOf(story.app.deps, callId, 'scoring'));
    const juror = await story.person(seat);
    const all = givenBy(seat);
    const mine = all.filter(({ give }) => give !== 'excluded');
    await juror.turnTo('Moje oceny');
    await juror.sees(`0 z ${mine.length}`);
    for (const { title, give } of all) if (give === 'excluded') expect(await juror.reads()).not.toContain(title);
    for (const { code, title, give } of mine) {
      if (give === 'late') continue;
      await juror.follow(title);
      await (code === mine[0]?.code ? fillsCard(juror, Number(give)) : marksCard(juror, Number(give)));
      await juror.press('Przejrzyj i wyślij');
      await juror.sees(`Razem: 7 z 7 kryteriów ${Number(give) * 20} / 100`);
      await juror.press('Wysyłam kartę');
      await juror.turnTo('Moje oceny');
    }
    await juror.sees(seat === wanda ? '10 z 12' : 'wszystkie karty wysłane');
  };
}

/** The same points in every weighed criterion, no bonus. */
async function fillsCard(juror: Person, points: number): Promise<void> {
  for (const [index, name] of criteria.entries()) {
    await juror.unfold(name);
    await juror.at('group', name).tick(String(index < 7 ? points : 0));
  }
  await juror.type('Uzasadnienie', justification);
}

/** The same at one stroke: what it is to go through a card by hand, the first one of each juror has shown. */
async function marksCard({ page }: Person, points: number): Promise<void> {
  await page.evaluate(
    ({ value: given, words }) => {
      for (const group of document.querySelectorAll('details.crit fieldset')) {
        const levels = [...group.querySelectorAll<HTMLInputElement>('input[type=radio]')];
        const chosen = levels.find(({ value }) => value === (levels.length === 2 ? '0' : given)) ?? levels[0];
        if (chosen) chosen.checked = true;
      }
      const justification = document.querySelector<HTMLTextAreaElement>('textarea[name=justification]');
      if (justification) justification.value = words;
    },
    { value: String(points), words: justification },
  );
}

async function remindTheLateOne(story: Story): Promise<void> {
  const coordinator = await enterByLink(story, joanna);
  await coordinator.turnTo('Ranking');
  await coordinator.sees('Wysłano 56 z 58 kart.');
  await coordinator.follow('Postęp oceny: kto wysłał karty i przypomnienia');
  await coordinator.press('Przypomnij osobom z niewysłanymi kartami');
  await story.letterTo(wanda.email, 'Do wysłania: 2 karty');

  const late = await story.person(wanda);
  await late.follow('Oceń następny: PB/2024/09');
  await fillsCard(late, 5);
  story.app.clock.set(momentOf(story.app.deps, callId, 'jury_meeting'));
  await late.press('Przejrzyj i wyślij');
  await late.sees('Czas na oceny minął');
}

async function meet(story: Story): Promise<void> {
  const chair = await story.seat(marianna, 1280);
  await chair.open(`/nabory/${callId}/posiedzenie`);
  await chair.type('Miejsce', 'czytelnia biblioteki');
  for (const { name } of five) await chair.tick(name);
  await chair.tick('Pokażemy omawiany wniosek na ekranie');
  await chair.press('Otwieram posiedzenie');
  await chair.sees('Na sali 5 osób, kworum: 3.', 'Za chwilę następny punkt');
  const wall = await story.seat(marianna, 1280);
  await wall.open(`/nabory/${callId}/posiedzenie/ekran`);
  const [secretary, recused] = [await story.seat(tomas, 360), await story.seat(halina, 360)];
  for (const phone of [secretary, recused]) {
    await phone.open('/oceny');
    await phone.follow('Wejdź na posiedzenie');
    await phone.sees('Za chwilę następny punkt');
  }

  await chair.press('Następny: PB/2024/01');
  for (const screen of [wall, secretary, recused]) await freshly(screen, 'Ławki z wierszem', '100,00');
  expect(await wall.reads()).not.toMatch(/Vaina|Rapczyńska|Krejczman/);

  await chair.press('Następny: PB/2024/02');
  await freshly(secretary, 'Dwa języki, jedna półka', '92,00');
  await secretary.follow('Zmień punkty: Tomas Vaina');
  await secretary.type(need, '4');
  await secretary.type('Powód zmiany', 'Po rozmowie: diagnoza mówi o tym mniej, niż myślałem.');
  await secretary.press('Zmień punkty');
  await secretary.sees('Punkty zmienione.', '91,20');

  await chair.follow('Następny: PB/2024/03. Najpierw ktoś wychodzi');
  await chair.sees('Na sali jest osoba wyłączona z tego punktu: Halina Rapczyńska.');
  await chair.tick('Osoby wyłączone wyszły na czas rozmowy.');
  await chair.press('Pokaż wniosek komisji');
  await freshly(wall, 'Spiżarnia opowieści', '85,00');
  await freshly(recused, 'Ten punkt jest dla Ciebie zamknięty');
  expect(await recused.reads()).not.toMatch(/Spiżarnia|Pečiulienė|85,00|PB\/2024\/03/);
  await chair.follow('Zapisz ustalenia: PB/2024/03');
  await chair.type('Kto przedstawił wniosek', 'Wanda Krejczman');
  await chair.type('Przebieg rozmowy', 'Słoiki zostają po projekcie w szkole.');
  await chair.type('Kwota ustalona przez komisję', '2 400');
  await chair.type('Warunek albo powód', 'Bez wynajmu samochodu: zawiezie biblioteka.');
  await chair.press('Zapisz ustalenia');
  await chair.sees('Ustalono 2 400,00 zł z puli');
  await recused.open('/');
  expect(await recused.reads()).not.toMatch(/Spiżarnia|Pečiulienė/);
}

/** By the page’s own poll, nothing pressed. */
async function freshly(person: Person, ...words: string[]): Promise<void> {
  for (const expected of words) await expect.poll(() => person.reads(), { timeout: 15_000 }).toContain(expected);
}

async function adoptAndSign(story: Story): Promise<void> {
  const chair = await story.seat(marianna, 1280);
  await chair.open(`/nabory/${callId}/posiedzenie/zakonczenie`);
  await chair.sees('Te wnioski mają równe punkty');
  await chair.choose('PB/2024/04 Rower z książkami', '2');
  await chair.choose('PB/2024/05 Pieśni znad Marychy', '1');
  await chair.press('Przyjmuję ranking i kończę posiedzenie');
  await chair.sees('przyjęty przez komisję');

  const [bench, rail, jars, bike, songs, ...others] = twelve;
  const inOrder = [bench, { ...rail, mean: '91,20' }, jars, songs, bike, ...others];
  expect(ranked(story.app)).toEqual(inOrder.map((idea) => `${idea?.title} ${idea?.mean}`));
  await chair.sees(...inOrder.map((idea) => idea?.title ?? ''), 'Komisja, zł', '2 400,00 8 500,00');

  const coordinator = await story.person(joanna);
  await coordinator.open(`/nabory/${callId}/ranking`);
  await coordinator.waitsFor('Pobierz protokół (PDF)');
  const minutes = await coordinator.download('Pobierz protokół (PDF)');
  expectWords(minutes.bytes, [
    ...five.map(({ name }) => name),
    'PB/2024/03 „Spiżarnia opowieści”: Halina Rapczyńska – PB/2024/08 „Teatr cieni”: Piotr Maksimowicz',
    'Bez wyłączenia ujawniono: – PB/2024/07: Piotr Maksimowicz, znajomość albo sąsiedztwo',
    'PB/2024/03 Spiżarnia opowieści 80 80 wył. 80 100',
    'PB/2024/09 Czytanie pod lipą 60 60 80 60 –',
    'PB/2024/02, Tomas Vaina, kryterium „Odpowiedź na potrzeby z diagnozy”: było 5, jest 4.',
    'Poza salą na czas rozmowy: Halina Rapczyńska. Przedstawienie wniosku: Wanda Krejczman. Słoiki zostają po projekcie w szkole. Kwota ustalona przez komisję: 2 400,00 zł.',
    '4 Pieśni znad Marychy PB/2024/05, Grupa „Pieśni znad Marychy”; remis: o kolejności zdecydował głos przewodniczącego',
    'Podpisy przewodniczący / przewodnicząca Marianna Zubrycka',
  ]);
  await coordinator.follow('Dodaj skan');
  await coordinator.type('Dzień ostatniego podpisu', '17.04.2024');
  await coordinator.attach(
    'Skan lub zdjęcie podpisanego protokołu',
    await scan('protokol.pdf', 'Protokol z podpisami'),
  );
  await coordinator.press('Zapisz skan');
  await coordinator.sees('Skan podpisanego protokołu zapisany.', 'podpisany 17 kwietnia 2024 r.');
  const signed = await coordinator.download('Skan');
  expectWords(signed.bytes, ['Protokol z podpisami']);
}

/** Titles with their points, as the adopted ranking has them, from the first place. */
function ranked({ deps }: Story['app']): string[] {
  return deps.db
    .all<{ title: string; points: number }>(sql`
      select a.title, r.total_hundredths as points from ranking_rows r join applications a on a.id = r.application_id order by r.place`)
    .map(({ title, points }) => `${title} ${pointsText(points)}`);
}
