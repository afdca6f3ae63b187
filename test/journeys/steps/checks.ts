import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { comic, night, railway, shelf } from '../applications.ts';
import { joanna } from '../cast.ts';
import type { Person } from '../person.ts';
import type { Story } from '../story.ts';

const forAPersonsEyes = [
  'Wnioskodawca może wziąć udział',
  'Działania odbędą się na obszarze konkursu',
  'W kosztorysie nie ma kosztów',
  'Załączniki da się otworzyć',
  'Wnioskodawca nie jest pracownikiem biblioteki',
] as const;

/** C3. The coordinator checks what the system cannot know; three go on to the jury, one is for another county. */
export async function checkFormally(story: Story): Promise<void> {
  story.itIs('2024-03-18T09:00:00.000Z');
  const wasilewska = await story.person(joanna);
  await wasilewska.turnTo('Pulpit');
  await wasilewska.follow('Oceń formalnie: 4 wnioski');
  for (const { title } of [shelf, railway, comic]) {
    await openCard(wasilewska, title);
    for (const criterion of forAPersonsEyes) await wasilewska.at('group', criterion).tick('tak');
    await wasilewska.tick('Przyjęty: trafia do komisji');
    await decide(wasilewska, 'jest przyjęty.');
  }

  await openCard(wasilewska, night.title);
  for (const criterion of forAPersonsEyes) await wasilewska.at('group', criterion).tick('tak');
  await wasilewska.at('group', 'Działania odbędą się na obszarze konkursu').tick(/^\s*nie\s*$/);
  await wasilewska.tick('Odrzucony z powodów formalnych');
  await wasilewska.press('Zapisz i rozstrzygnij');
  await wasilewska.sees('Brakuje powodu. Przeczyta go grupa');
  await wasilewska.type('Powód odrzucenia', reason);
  await decide(wasilewska, 'jest odrzucony.');
  await wasilewska.sees('Sprawdzono 4 z 4.');

  expect(story.app.deps.db.all(sql`select number, state from applications order by number`)).toEqual([
    { number: 1, state: 'accepted' },
    { number: 2, state: 'accepted' },
    { number: 3, state: 'accepted' },
    { number: 4, state: 'rejected' },
  ]);
  const subject = 'wynik oceny formalnej';
  expect((await story.letterTo(shelf.leader.email, subject)).text).toContain('przeszedł ocenę formalną');
  const rejection = await story.letterTo(night.leader.email, `Wniosek PB/2024/04: ${subject}`);
  expect(rejection.text).toContain(`Powód:\n${reason}`);
  expect(rejection.envelope.to).toEqual([night.leader.email]);
}

const reason = 'Augustów leży poza powiatem sejneńskim (§ 1 regulaminu).';

async function openCard(coordinator: Person, title: string): Promise<void> {
  await coordinator.follow(title);
  await coordinator.sees('Karta oceny formalnej');
}

async function decide(coordinator: Person, outcome: string): Promise<void> {
  await coordinator.press('Zapisz i rozstrzygnij');
  await coordinator.sees(outcome);
  await coordinator.follow('Ocena formalna');
}
