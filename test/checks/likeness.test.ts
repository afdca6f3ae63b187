import { afterEach, describe, expect, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import {
  type Compared,
  groundsBetween,
  prepare,
  sharedWords,
  stemsOf,
} from '../../src/features/checks/likeness/likeness.ts';
import { likeEach, likeOne } from '../../src/features/checks/likeness/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { submittedApplication } from '../support/story/applications.ts';
import { coordinatorOf } from '../support/story/jury.ts';

const bench: Compared = {
  ...{ applicationId: 1, code: 'PB/2024/01', leaderId: 7, phone: '87 516 20 11', registerNumber: '', name: '' },
  ...{ title: 'Ławki z wierszem nad jeziorem', text: '' },
};
const other: Compared = { ...bench, applicationId: 2, leaderId: 8, phone: '600 100 200', title: 'Muzyka na rynku' };
const between = (a: Compared, b: Compared) => groundsBetween(prepare(a), prepare(b));

describe('two applications', () => {
  test('that share nothing have no ground, and nothing empty counts as the same', () => {
    expect(between(bench, other)).toEqual([]);
    expect(between({ ...bench, phone: '', title: '' }, { ...other, phone: '', title: '' })).toEqual([]);
  });

  test.each<[string, Partial<Compared>, Partial<Compared>]>([
    ['leader', { leaderId: 7 }, { leaderId: 7 }],
    ['phone', { phone: '87 516-20-11' }, { phone: '+48875162011' }],
    ['register', { registerNumber: '0000 123 456' }, { registerNumber: '0000123456' }],
    ['name', { name: 'Koło „Jaćwiezianki”' }, { name: 'kolo jacwiezianki' }],
  ])('of the same %s are pointed out by it, whichever comes first', (kind, one, two) => {
    const [a, b] = [
      { ...bench, ...one },
      { ...other, ...two },
    ];
    expect(between(a, b)).toEqual([{ kind }]);
    expect(between(b, a)).toEqual([{ kind }]);
  });

  test('with nearly one title are, in any case of the words; one common word is not enough', () => {
    expect(between(bench, { ...other, title: 'Ławka z wierszami nad jeziorem' })).toEqual([
      { kind: 'title', percent: 100 },
    ]);
    expect(between({ ...bench, title: 'Biblioteka' }, { ...other, title: 'Biblioteki' })).toEqual([]);
    expect(between(bench, { ...other, title: 'Wierszem po rynku, czyli muzyka jesienią' })).toEqual([]);
  });

  test('with a copied description are, with one on the same subject are not', () => {
    const words = (from: number, to: number) =>
      Array.from(
        { length: to - from },
        (_, index) => `słowo${String.fromCodePoint(97 + ((from + index) % 26))}${from + index}xx`,
      ).join(' ');
    const text = words(10, 60);
    expect(between({ ...bench, text }, { ...other, text: `${text} ${words(60, 70)}` })).toMatchObject([
      { kind: 'text' },
    ]);
    expect(between({ ...bench, text: words(10, 30) }, { ...other, text: words(10, 30) })).toEqual([]);
  });

  test('share the words that both have, of all that either has', () => {
    expect(sharedWords(stemsOf('dom łąka rzeka droga'), stemsOf('rzeki drogi mosty'))).toEqual({
      percent: 50,
      words: 2,
    });
    expect(sharedWords(stemsOf(''), stemsOf(''))).toEqual({ percent: 0, words: 0 });
  });
});

describe('on the card and the list', () => {
  let app: TestApp;
  afterEach(() => app.close());

  test('both are named with their ground; nobody else’s, and nothing of one’s own', async () => {
    app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
    const callId = currentCall(app.deps.db)?.id ?? 0;
    const phone = { phone: '+48875162011' };
    const answers = { summary: 'Co sobotę czytamy razem.' };
    const first = submittedApplication(app.deps, {
      ...{
        leader: 'Birutė Jurkianis',
        email: 'birute@example.org',
        title: 'Ławki z wierszem',
        applicant: phone,
        answers,
      },
    });
    const second = submittedApplication(app.deps, {
      ...{ leader: 'Ona Jurkianis', email: 'ona@example.org', title: 'Potańcówka w remizie', applicant: phone },
    });
    const joanna = coordinatorOf(app.deps);
    const grounds = likeOne(app.deps.db, joanna, callId, first.id);
    expect(grounds).toMatchObject([{ code: second.code, grounds: expect.stringContaining('ten sam telefon') }]);
    expect(likeEach(app.deps.db, joanna, callId).get(second.id)).toMatchObject([{ code: first.code }]);
    const page = await app.as({ id: joanna.personId }).get(`/wnioski/${first.id}/ocena-formalna`);
    expect(page.html).toContain(`<a href="/wnioski/${second.id}/ocena-formalna">${second.code}</a>`);
    const elsewhere = { ...joanna, grants: [{ role: 'coordinator' as const, callId: callId + 1 }] };
    expect(likeOne(app.deps.db, elsewhere, callId, first.id)).toEqual([]);
    const own = { ...joanna, personId: second.personId };
    expect(likeOne(app.deps.db, own, callId, first.id)).toEqual([]);
  });
});
