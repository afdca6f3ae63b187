import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { announceCall } from '../../src/features/calls/commands/lifecycle.ts';
import { changeTimetable } from '../../src/features/calls/commands/timetable.ts';
import { notePlace, type PlaceFacts } from '../../src/features/calls/publications/commands.ts';
import { readPlaces, readPublications } from '../../src/features/calls/publications/queries.ts';
import { readCall } from '../../src/features/calls/queries.ts';
import { day } from '../../src/lib/days.ts';
import { refused } from '../../src/lib/result.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestPerson } from '../support/house.ts';
import { plain } from '../support/papers.ts';

let app: TestApp;
let marta: TestPerson;
const page = '/nabory/1/publikacje';

beforeEach(async () => {
  app = await startTestApp({ beginning: 'draft', at: '2024-02-12T07:00:00.000Z' });
  marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
  announceCall(app.deps, marta.actor, 1);
});
afterEach(() => app.close());

const published = () => readPublications(app.deps.db, 1).map(({ what }) => what);
const facts = (changes: Partial<PlaceFacts> = {}): PlaceFacts => ({
  ...{ publicationId: 1, isResults: false, place: 'bip', address: 'https://bip.example.org/12', note: '' },
  placedOn: day('2024-02-12'),
  ...changes,
});

function moveJury(place: string, reason: string): void {
  const { stages, version } = readCall(app.deps.db, 1) ?? { stages: [], version: 0 };
  const moved = stages.map((stage) => (stage.kind === 'jury_meeting' ? { ...stage, place } : stage));
  const changed = changeTimetable(app.deps, marta.actor, { callId: 1, version, stages: moved, reason });
  if (!changed.ok) throw new Error(changed.code);
}

describe('what a call publishes', () => {
  test('is kept as it read then: the announcement, the rules, the clause, and later a change of dates', async () => {
    expect(published()).toEqual(['privacy', 'rules', 'announcement']);
    moveJury('sala nad czytelnią', 'Remont czytelni.');
    expect(published()[0]).toBe('timetable');
    app.deps.db.raw.exec("update calls set pool_grosze = 2000000, title = 'Inny tytuł' where id = 1");
    const irena = app.as(app.person('Irena Gajewska', 'irena@example.org', ['inspector']));
    const list = await irena.get(page);
    expect(plain(list.text)).toContain('Ogłoszenie o konkursie');
    expect(list.forms.filter(({ action }) => action === page)).toEqual([]);
    const announcement = plain((await irena.get(`${page}/1`)).text);
    expect(announcement).toContain('Pula konkursu');
    expect(announcement).toContain('24 000,00 zł');
    const change = plain((await irena.get(`${page}/4`)).text);
    expect(change).toContain('Remont czytelni.');
    expect(change).toContain('sala nad czytelnią');
    expect(() => app.deps.db.raw.exec("update call_publications set content = '{}'")).toThrow('publication_frozen');
    expect(() => app.deps.db.raw.exec('delete from call_publications')).toThrow('publication_frozen');
  });

  test('has a paper for the notice board, made once from the kept copy', () => {
    const asked = app.deps.db.all(sql`
      select d.kind, d.subject_kind as of, d.subject_id as id from documents d join call_publications k on k.document_id = d.id order by k.id`);
    expect(asked).toEqual([
      { kind: 'call_notice', of: 'call_publication', id: 1 },
      { kind: 'call_rules', of: 'call', id: 1 },
    ]);
  });
});

describe('where else it was published', () => {
  test('Marta writes down with an address, a day and a screenshot, and says it again when it was wrong', async () => {
    const browser = app.as(marta);
    await browser.get(page);
    const bare = await browser.post(page, { what: 'publication:1', place: 'bip', placedOn: '12.02.2024' });
    expect([bare.status, plain(bare.text).includes('Wpisz adres strony albo nazwij miejsce')]).toEqual([422, true]);
    await browser.submit(
      page,
      { what: 'publication:1', place: 'bip', address: 'https://bip.example.org/12', placedOn: '12.02.2024' },
      { scan: { name: 'zrzut.pdf', content: '%PDF-1.7 bip' } },
    );
    await browser.get(`${page}?popraw=1`);
    await browser.submit(page, { address: 'https://bip.example.org/13' });
    expect(readPlaces(app.deps.db, 1).map(({ address, holds, scans }) => [address, holds, scans.length])).toEqual([
      ['https://bip.example.org/12', false, 1],
      ['https://bip.example.org/13', true, 1],
    ]);
    expect(plain((await browser.get(page)).text)).toContain('https://bip.example.org/13');
    await browser.get(`${page}?popraw=2`);
    await browser.submit(page, { takeBack: 'tak' });
    expect(readPlaces(app.deps.db, 1).filter(({ holds }) => holds)).toEqual([]);
    expect(() => app.deps.db.raw.exec("update publication_places set note = 'x'")).toThrow('place_noted');
  });

  test('an address that is no web address becomes words, never a link', async () => {
    notePlace(app.deps, marta.actor, { callId: 1, facts: facts({ address: 'javascript:alert(1)', place: 'other' }) });
    const { html, text } = await app.as(marta).get(page);
    expect(text).toContain('javascript:alert(1)');
    expect(html).not.toContain('href="javascript:');
  });

  test('of a day to come, or of what the call never published, is refused', () => {
    const note = (changes: Partial<PlaceFacts>) =>
      notePlace(app.deps, marta.actor, { callId: 1, facts: facts(changes) });
    expect(note({ placedOn: day('2024-02-13') })).toEqual(refused('placed_later', { field: 'placedOn' }));
    expect(note({ publicationId: 99 })).toEqual(refused('what_unknown', { field: 'what' }));
    expect(note({ isResults: true })).toEqual(refused('what_unknown', { field: 'what' }));
    const ewa = app.person('Ewa Księgowa', 'ewa@example.org', ['accountant']);
    expect(notePlace(app.deps, ewa.actor, { callId: 1, facts: facts() })).toEqual(refused('absent'));
  });
});
