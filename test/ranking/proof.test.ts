import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { offendersIn, type RankingProof, readProof } from '../../src/features/ranking/proof.ts';
import { adoptedRanking } from '../../src/features/ranking/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { adopted, nth, type ScoredStory, scored } from '../support/story/jury.ts';

let app: TestApp;
let story: ScoredStory;
let callId: number;
const address = () => `/nabory/${callId}/ranking/sprawdzenie.json`;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  story = scored(app, {
    callId,
    applications: [
      { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
      { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
      { leader: 'Antoni Krupa', email: 'antoni@example.org', title: 'Opowieści z pogranicza' },
    ],
    given: [
      [3, 4, 3, 4],
      [4, 4, 3, null],
      [2, 3, 2, 3],
    ],
  });
});
afterEach(() => app.close());

function proofIn(text: string): RankingProof {
  const read = readProof(text);
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

test('an adopted ranking is counted again from its file, which names nobody and whose fingerprint the minutes have', async () => {
  adopted(app, story);
  const chair = app.as({ id: nth(story.jury, 0).personId });
  const file = (await chair.send({ method: 'GET', url: address() })).body;
  expect(createHash('sha256').update(file).digest('hex')).toBe(adoptedRanking(app.deps.db, callId)?.inputsFingerprint);

  const proof = proofIn(file.toString());
  expect(offendersIn(proof)).toEqual([]);
  expect(proof.rows.map(({ number, place }) => [place, number])).toEqual([
    [1, 2],
    [2, 1],
    [3, 3],
  ]);
  for (const name of ['Jurkianis', 'Ławki', ...story.jury.map((member) => member.actor.name)])
    expect(file.toString()).not.toContain(name);
  // Marianna and Halina gave the first one less than Tomas and Piotr: their columns are not to be told apart.
  expect(proof.applications[0]?.cards.map((card) => card[0])).toEqual([4, 4, 3, 3]);

  const page = await chair.get(`/nabory/${callId}/ranking`);
  expect(page.links.get('Pobierz dane rankingu do sprawdzenia (JSON)')).toBe(address());
});

test('is for the chair and the inspector; not for a juror, a group, or whoever is excluded from an application', async () => {
  const inspector = app.as(app.person('Irena Sawko', 'irena@example.org', ['inspector']));
  expect((await inspector.get(address())).status, 'before the adoption').toBe(404);
  adopted(app, story);
  expect((await inspector.get(address())).status).toBe(200);
  const others = [nth(story.jury, 1).personId, nth(story.jury, 3).personId, nth(story.applications, 0).personId];
  for (const id of others) {
    const answer = await app.as({ id }).get(address());
    expect([answer.status, answer.text.includes('meritHundredths')]).not.toContain(200);
    expect(answer.text).not.toContain('meritHundredths');
  }
});

test.each([
  ['a point', (proof: RankingProof) => ({ ...proof, applications: raised(proof) }), [1, 2]],
  ['a place', (proof: RankingProof) => ({ ...proof, rows: [...proof.rows].map(swapped) }), [1, 2]],
  ['a row left out', (proof: RankingProof) => ({ ...proof, rows: proof.rows.slice(1) }), [2]],
  ['the threshold', (proof: RankingProof) => ({ ...proof, rules: { ...proof.rules, thresholdPercent: 72 } }), [1]],
])('%s changed in the file is found', (_what, change, offending) => {
  adopted(app, story);
  const proof = proofIn(adoptedRanking(app.deps.db, callId)?.proof ?? '');
  expect(offendersIn(change(proof))).toEqual(offending);
});

const raised = ({ applications }: RankingProof) =>
  applications.map((one) =>
    one.number === 1 ? { ...one, cards: one.cards.map((card) => card.map((points) => Math.min(5, points + 1))) } : one,
  );
const swapped = (row: RankingProof['rows'][number]) => (row.place < 3 ? { ...row, place: 3 - row.place } : row);

test('the command says that the file holds, and ends with 1 where it does not or is none', () => {
  adopted(app, story);
  const folder = mkdtempSync(join(tmpdir(), 'ranking-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const run = (content: string) => {
    const path = join(folder, 'ranking.json');
    writeFileSync(path, content);
    try {
      return execFileSync('node', ['--import', 'tsx', 'scripts/verify-ranking.ts', path], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string };
      return `${status} ${stderr}`;
    }
  };
  const { proof = '', inputsFingerprint } = adoptedRanking(app.deps.db, callId) ?? {};
  expect(run(proof)).toContain(
    `SHA-256 ${inputsFingerprint}\nCounted again, every place and every figure is the same.`,
  );
  expect(run(proof.replace('"place":1', '"place":9'))).toMatch(/^1 .*the applications 2/s);
  expect(run('[]')).toMatch(/^1 .*is not a ranking to verify/s);
});
