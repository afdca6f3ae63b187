import { expect } from 'vitest';
import { currentCall } from '../../../src/features/calls/queries.ts';
import { director, joanna } from '../cast.ts';
import type { Story } from '../story.ts';

/** The coordinator completes what goes into agreements, and keeps a part of the pool for the autumn before anybody applies. */
export async function settleTerms(story: Story): Promise<void> {
  const wasilewska = await story.person(joanna);
  await wasilewska.turnTo('Osoby');
  await wasilewska.follow('Instytucja');
  const directorPart = wasilewska.at('group', 'Dyrektor');
  await wasilewska.type('NIP', '844 200 12 34');
  await directorPart.type('Imię i nazwisko', director.name);
  await directorPart.type('Stanowisko', 'Dyrektorka');
  await wasilewska.press('Zapisz');
  await wasilewska.sees('Ten NIP jest błędny');
  await wasilewska.type('NIP', libraryNip);
  await wasilewska.press('Zapisz');
  await wasilewska.sees('Zapisano. Zmiany widać od razu');

  await wasilewska.turnTo('Konkurs');
  await wasilewska.follow('Ustawienia konkursu');
  await wasilewska.follow('Zmień kwoty i limity');
  await wasilewska.type('Pula konkursu', '10 500');
  await wasilewska.type('Co najmniej tyle inicjatyw', '2');
  await wasilewska.press('Zapisz kwoty i limity');
  await wasilewska.sees('Kwoty i limity są zapisane.', 'Pula 10 500,00 zł');
  expect(currentCall(story.app.deps.db)).toMatchObject({
    poolGrosze: 10_500_00,
    minInitiatives: 2,
    minGrosze: 2000_00,
  });
}

export const libraryNip = '8442001236';
