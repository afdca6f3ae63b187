import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { submittedApplication } from '../../support/story/applications.ts';
import type { Application } from '../applications.ts';
import { comic, consents, night, railway, shelf } from '../applications.ts';
import { attachmentOf, expectWords, scan } from '../papers.ts';
import { oneLine, type Person } from '../person.ts';
import type { Story } from '../story.ts';
import { codeIn, linkIn } from './letters.ts';

/** C2. One group meets everything that can happen on the way, one writes straight on; two more send theirs meanwhile. */
export async function sendApplications(story: Story): Promise<void> {
  await sendShelf(story);
  await sendStraight(story, railway);
  for (const { leader, ...application } of [comic, night]) {
    submittedApplication(story.app.deps, { ...application, leader: leader.name, email: leader.email });
  }
  expect(
    story.app.deps.db.all(sql`select number, state, requested_grosze as requested from applications order by id`),
  ).toEqual([
    { number: 1, state: 'submitted', requested: 3779_60 },
    { number: 2, state: 'submitted', requested: 7850_00 },
    { number: 3, state: 'submitted', requested: 2400_00 },
    { number: 4, state: 'submitted', requested: 2100_00 },
  ]);
}

/** A wrong amount corrected, live sums, a file, something missing, the address confirmed by the code, a receipt and a copy by post. */
async function sendShelf(story: Story): Promise<void> {
  const birute = await begin(story, shelf);
  await writeApplicant(birute, shelf);
  await writeAnswers(birute, shelf);
  await writeSchedule(birute, shelf);
  await writeCosts(birute, shelf);
  await birute.type('Cena, zł, pozycja 2', '1.047,50');
  await recount(story, birute);
  await birute.sees('do poprawy', 'Razem 2 732,10 zł');
  await goOn(birute);
  await birute.sees('Jedną rzecz trzeba poprawić');
  await birute.type('Cena, zł, pozycja 2', '41,90');
  await recount(story, birute);
  await birute.sees('Razem 3 779,60 zł', 'Poczęstunek, najwyżej 10% całości 332,10 zł, czyli 8,79%');
  await goOn(birute);

  await birute.attach(
    'Wybierzcie pliki',
    await scan('list-domu-litewskiego.pdf', 'Dom Litewski uzyczy sali na szesc spotkan.'),
  );
  await birute.type('Co to jest?', 'List od Domu Litewskiego');
  await birute.press('Dodaj');
  await birute.sees('Dodano załącznik.', 'list-domu-litewskiego.pdf');
  await birute.follow('Dalej: Zgody i oświadczenia');
  await goOn(birute);
  await birute.sees('Czego jeszcze brakuje', 'Najpierw uzupełnijcie to, czego brakuje.');
  await birute.follow('Zmień: zgody i oświadczenia');
  await consent(birute);
  await birute.sees('Wniosek jest kompletny', 'Najpierw potwierdźcie adres e-mail.');

  await birute.press('Wyślij kod');
  await birute.type('Kod z listu', codeIn(await story.letterTo(shelf.leader.email, 'Potwierdź adres e-mail')));
  await birute.press('Wchodzę');
  await birute.press('Złóż wniosek');
  await birute.sees('Wniosek PB/2024/01 jest złożony.', 'Wpłynął 27 lutego 2024 r., godz. 12.00', '3 779,60 zł');
  await expectCopyByPost(story);
}

async function expectCopyByPost(story: Story): Promise<void> {
  const letter = await story.letterTo(shelf.leader.email, 'Wniosek PB/2024/01 złożony: Dwa języki, jedna półka');
  expect(letter.envelope.to).toEqual([shelf.leader.email]);
  expect(oneLine(letter.text ?? '')).toContain('Wnioskowana kwota: 3 779,60 zł');
  const copy = attachmentOf(letter);
  expect(copy.name).toBe('wniosek-PB-2024-01.pdf');
  expectWords(copy.bytes, [
    'Dwa języki, jedna półka',
    '3 779,60 zł (słownie: trzy tysiące siedemset siedemdziesiąt dziewięć złotych 60/100)',
    'Birutė Jurkūnienė',
    'List od Domu Litewskiego (list-domu-litewskiego.pdf)',
    shelf.answers['Jak zaprosicie ludzi'] ?? '',
  ]);
}

/** Writes everything without a stumble, confirms the address by the letter's link and sends it. */
export async function sendStraight(story: Story, application: Application): Promise<void> {
  const leader = await begin(story, application);
  await writeApplicant(leader, application);
  await writeAnswers(leader, application);
  await writeSchedule(leader, application);
  await writeCosts(leader, application);
  await goOn(leader);
  await leader.follow('Dalej: Zgody i oświadczenia');
  await consent(leader);
  await leader.sees('Wniosek jest kompletny');
  await leader.press('Wyślij kod');
  await leader.open(linkIn(await story.letterTo(application.leader.email, 'Potwierdź adres e-mail')));
  await leader.press('To mój adres, potwierdzam');
  await leader.press('Złóż wniosek');
  await leader.sees('Wniosek jest złożony');
}

/** From the call's page to the first chapter, with nothing but an e-mail address. */
async function begin(story: Story, { leader, kind }: Application): Promise<Person> {
  const person = await story.person(leader);
  await person.open('/');
  await person.at('region', 'Gotowi?').follow('Zacznij pisać wniosek');
  await person.tick(kind);
  await person.type('Wasz adres e-mail', leader.email);
  await person.press('Zacznijcie pisać');
  await person.sees('Zaczęliście wniosek.', 'Kto składa');
  return person;
}

async function writeApplicant(person: Person, { applicant, register }: Application): Promise<void> {
  if (register !== undefined) await person.choose('W jakim rejestrze jesteście?', register);
  for (const [label, words] of Object.entries(applicant)) await person.type(label, words);
  await goOn(person);
}

const chapters = ['Pomysł', 'Ludzie', 'Przebieg', 'Potem'] as const;

async function writeAnswers(person: Person, { title, answers }: Application): Promise<void> {
  await person.type('Tytuł inicjatywy', title);
  const left = new Map(Object.entries(answers));
  for (const chapter of chapters) {
    await person.sees(chapter);
    const page = await person.reads();
    for (const [label, words] of left) {
      if (!page.includes(label)) continue;
      await person.type(label, words);
      left.delete(label);
    }
    await goOn(person);
  }
  expect([...left.keys()]).toEqual([]);
}

async function writeSchedule(person: Person, { schedule }: Application): Promise<void> {
  for (const [index, { activity, starts, ends, place }] of schedule.entries()) {
    const row = `pozycja ${index + 1}`;
    if (index > 0) await person.press('Dodaj działanie');
    await person.type(`Pozycja ${index + 1}: co zrobicie`, activity);
    await person.type(`Początek, ${row}`, starts);
    if (ends) await person.type(`Koniec, ${row}`, ends);
    await person.type(`Gdzie, ${row}`, place);
  }
  await goOn(person);
}

async function writeCosts(person: Person, { costs }: Application): Promise<void> {
  for (const [index, cost] of costs.entries()) {
    const row = `pozycja ${index + 1}`;
    if (index > 0) await person.press('Dodaj pozycję');
    await person.type(`Pozycja ${index + 1}: za co`, cost.name);
    await person.choose(`Pozycja ${index + 1}: kategoria`, cost.category);
    await person.type(`Ilość, ${row}`, cost.quantity);
    await person.type(`Jednostka, ${row}`, cost.unit);
    await person.type(`Cena, zł, ${row}`, cost.price);
  }
}

async function consent(person: Person): Promise<void> {
  for (const label of consents) await person.tick(label);
  await goOn(person);
}

/** With JavaScript the sums count themselves as soon as the field is left. */
async function recount({ screen }: Story, person: Person): Promise<void> {
  await (screen.javaScript ? person.page.keyboard.press('Tab') : person.press('Przelicz'));
}

function goOn(person: Person): Promise<void> {
  return person.press('Zapisz i przejdź dalej');
}
