import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OwnProof, ownProofHolds, readOwnProof } from '../../src/features/ranking/own-proof.ts';
import { adoptedRanking } from '../../src/features/ranking/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { preparedDecisions, publishedResults } from '../support/story/decisions.ts';
import { storyFor } from '../support/story/ground.ts';
import { nth, type ScoredStory } from '../support/story/jury.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
});
afterEach(() => app.close());

const addressOf = (story: ScoredStory, index: number) =>
  `/wnioski/${nth(story.applications, index).id}/wynik/sprawdzenie.json`;
const awards = [{ index: 3, reason: 'Tyle zostało w puli.' }];

function fileIn(text: string): OwnProof {
  const read = readOwnProof(text);
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

test('a group takes the cards of its own application and counts the same points; nobody else’s are in the file', async () => {
  const story = publishedResults(app, storyFor(app), awards);
  const birute = app.as({ id: nth(story.applications, 0).personId });
  const page = await birute.get(`/wnioski/${nth(story.applications, 0).id}/wynik`);
  expect(page.links.get('Pobierz karty Waszego wniosku do sprawdzenia (JSON)')).toBe(addressOf(story, 0));
  const answer = await birute.send({ method: 'GET', url: addressOf(story, 0) });
  expect(answer.headers['content-disposition']).toContain('wynik-PB-2024-01.json');
  const text = answer.body.toString('utf8');
  const file = fileIn(text);

  expect(ownProofHolds(file)).toBe(true);
  const adopted = adoptedRanking(app.deps.db, 1);
  const own = adopted?.rows.find(({ applicationId }) => applicationId === nth(story.applications, 0).id);
  expect(file).toMatchObject({
    ...{ number: 1, call: 'PB/2024', ranking: adopted?.inputsFingerprint },
    row: { number: 1, place: own?.place, totalHundredths: own?.totalHundredths, cards: own?.cards },
  });
  expect(file.cards).toHaveLength(own?.cards ?? -1);
  for (const word of [...story.jury.map(({ actor }) => actor.name), '"number": 2', 'rows', 'applications'])
    expect(text).not.toContain(word);

  const [best = []] = file.cards;
  const raised = { ...file, cards: [best.map(() => 0), ...file.cards.slice(1)] };
  expect(ownProofHolds(raised), 'a card changed').toBe(false);
  expect(ownProofHolds({ ...file, row: { ...file.row, meetsThreshold: !file.row.meetsThreshold } })).toBe(false);
});

test('nobody takes it before the results are published, and afterwards only the group itself', async () => {
  const waiting = preparedDecisions(app, storyFor(app));
  const group = app.as({ id: nth(waiting.applications, 0).personId });
  expect((await group.get(addressOf(waiting, 0))).status, 'before the publication').toBe(404);
  await app.close();

  app = await startTestApp({ beginning: 'open' });
  const story = publishedResults(app, storyFor(app), awards);
  const others = [
    nth(story.applications, 1).personId,
    nth(story.jury, 0).personId,
    nth(story.jury, 2).personId,
    story.coordinator.personId,
  ];
  for (const id of others) {
    const answer = await app.as({ id }).get(addressOf(story, 0));
    expect([answer.status, answer.body.toString('utf8').includes('meritHundredths')]).toEqual([404, false]);
  }
  expect((await app.visitor().get(addressOf(story, 0))).body.toString('utf8')).not.toContain('meritHundredths');
});
