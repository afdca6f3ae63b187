import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { comic, railway, shelf } from '../applications.ts';
import { joanna, jury } from '../cast.ts';
import { expectWords } from '../papers.ts';
import { means } from '../scores.ts';
import type { Story } from '../story.ts';

/** C4. The jury meets and adopts the order; its minutes come as a document to sign. */
export async function adoptRanking(story: Story): Promise<void> {
  story.itIs('2024-04-17T13:00:00.000Z');
  const wasilewska = await story.person(joanna);
  await wasilewska.turnTo('Ranking');
  await wasilewska.sees('Pula 10 500,00 zł', means.shelf, means.railway, means.comic);
  await wasilewska.follow('Spotkanie bez ekranu: przyjmij ranking');
  await wasilewska.type('Dzień posiedzenia', '17.04.2024');
  await wasilewska.type('Miejsce', 'czytelnia biblioteki');
  for (const { name } of jury) await wasilewska.tick(name);
  await wasilewska.press('Przyjmuję ranking');
  await wasilewska.sees('przyjęty przez komisję', '17 kwietnia 2024 r., czytelnia biblioteki');

  await wasilewska.waitsFor('Pobierz protokół (PDF)');
  const minutes = await wasilewska.download('Pobierz protokół (PDF)');
  expect(minutes.name).toBe('protokol-komisji-2024-04-17.pdf');
  expectWords(minutes.bytes, [
    ...jury.map(({ name }) => name),
    `${railway.code} „${railway.title}”: Halina Rapczyńska`,
    'Próg to 60,00 punktów: 3 wnioski go osiągnęły. Pula konkursu to 10 500,00 zł.',
  ]);

  expect(
    story.app.deps.db.all(sql`
      select a.title, r.place, r.total_hundredths as mean, r.cards from ranking_rows r join applications a on a.id = r.application_id
      order by r.place`),
  ).toEqual([
    { title: shelf.title, place: 1, mean: 9025, cards: 4 },
    { title: railway.title, place: 2, mean: 8167, cards: 3 },
    { title: comic.title, place: 3, mean: 7125, cards: 4 },
  ]);
}
