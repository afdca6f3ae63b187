import { expect } from 'vitest';
import { firstAdministratorLink } from '../../../src/features/accounts/links.ts';
import { accountant, director, joanna, jury } from '../cast.ts';
import type { Person, Who } from '../person.ts';
import type { Story } from '../story.ts';
import { codeIn, linkIn } from './letters.ts';

/** The first administrator comes by the address the server printed, adds the library's people and seats the jury. */
export async function gatherPeople(story: Story): Promise<void> {
  const wasilewska = await story.person(joanna);
  await wasilewska.open(firstAdministratorLink(story.app.deps) ?? '');
  await wasilewska.type('Imię i nazwisko', joanna.name);
  await wasilewska.type('Adres e-mail', joanna.email);
  await wasilewska.press('Zaczynam');
  await wasilewska.sees('Dzień dobry', 'Budżet jest przykładem: uzupełnij go z umowy z dotującym');

  await addPerson(wasilewska, director, 'dyrektor');
  await addPerson(wasilewska, accountant, 'księgowość');
  await seatJury(wasilewska);

  for (const [who, role] of [
    [director, 'dyrektor'],
    [accountant, 'księgowość'],
  ] as const) {
    const letter = await story.letterTo(who.email, `Masz nową rolę: ${role}`);
    expect(letter.text).toContain(`${story.app.url}/wejscie`);
  }
}

async function addPerson(administrator: Person, who: Who, role: string): Promise<void> {
  await administrator.turnTo('Osoby');
  await administrator.follow('Dodaj osobę');
  await administrator.type('Imię i nazwisko', who.name);
  await administrator.type('Adres e-mail', who.email);
  await administrator.press('Dodaj');
  await administrator.sees('Dodano osobę.');
  await administrator.choose('Rola', role);
  await administrator.choose('Gdzie', 'w całej instytucji');
  await administrator.press('Nadaj rolę');
  await administrator.sees('Nadano rolę.', `${role}, w całej instytucji`);
}

async function seatJury(coordinator: Person): Promise<void> {
  await coordinator.turnTo('Komisja');
  for (const seat of jury) {
    await coordinator.type('Imię i nazwisko', seat.name);
    await coordinator.type('Adres e-mail', seat.email);
    // „Członek” also begins the name of whoever has no vote.
    await coordinator.tick(new RegExp(`^\\s*${seat.function}\\s*$`));
    await coordinator.type('Kogo reprezentuje', seat.represents);
    await coordinator.press('Powołaj i wyślij zaproszenie');
    await coordinator.sees(`${seat.name} jest w komisji.`);
  }
  await coordinator.sees('Oświadczenia złożyło 0 z 4.');
}

/** Asks for a letter and comes in by its link. */
export async function enterByLink(story: Story, who: Who): Promise<Person> {
  const person = await story.person(who);
  await person.open('/');
  await person.follow('Zaloguj się');
  await comeIn(story, person);
  await person.sees(who.name);
  return person;
}

/** At the door: asks for a letter, comes in by its link, and stands where the way led. */
export async function comeIn(story: Story, person: Person): Promise<void> {
  await askForLetter(person);
  await person.open(linkIn(await story.letterTo(person.email, 'Link do wejścia')));
  await person.press('Wchodzę');
}

/** Asks for a letter and types its code where she asked. */
export async function enterByCode(story: Story, who: Who): Promise<Person> {
  const person = await story.person(who);
  await person.open('/');
  await person.follow('Zaloguj się');
  await askForLetter(person);
  await person.type('Kod z listu', codeIn(await story.letterTo(who.email, 'Link do wejścia')));
  await person.press('Wchodzę');
  await person.sees(who.name);
  return person;
}

async function askForLetter(person: Person): Promise<void> {
  await person.type('Adres e-mail', person.email);
  await person.press('Wyślij mi list');
}
