import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { guessRelations, type JurorFacts } from '../../src/features/jury/relations/guesses.ts';
import { surnameStems } from '../../src/features/jury/relations/surnames.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { nth, type ScoredStory, scored } from '../support/story/jury.ts';

describe('surnames of one family', () => {
  test.each([
    ['Anna Kowalska', 'Jan Kowalski'],
    ['Zofia Nowicka', 'Piotr Nowicki'],
    ['Teresa Zawadzka', 'Adam Zawadzki'],
    ['Vytautas Kazlauskas', 'Ona Kazlauskienė'],
    ['Vytautas Kazlauskas', 'Rasa Kazlauskaitė'],
    ['Daiva Maksimavičiūtė', 'Jonas Maksimavičius'],
    ['Andrius Vaičiulis', 'Birutė Vaičiulytė'],
    ['Petras Butkus', 'Danutė Butkuvienė'],
    ['Łucja Żółkoś', 'Stefan Zolkos'],
    ['Maria Czarna', 'Tadeusz Czarny'],
    ['Ewa Wiśniewska-Bajor', 'Karol Wiśniewski'],
    ['Halina Nowak', 'Marek Nowak'],
  ])('%s and %s meet', (one, other) => {
    expect(surnameStems(one).some((stem) => surnameStems(other).includes(stem))).toBe(true);
  });

  test.each([
    ['Anna Kowalska', 'Jan Kowalczyk'],
    ['Vytautas Kazlauskas', 'Jan Kozłowski'],
    ['Halina Nowak', 'Anna Nowacka'],
    ['Anna Kot', 'Piotr Lis'],
    ['Anna Zielińska', 'Anna Wiśniewska'],
    ['', 'Anna Zielińska'],
  ])('„%s” and „%s” do not', (one, other) => {
    expect(surnameStems(one).some((stem) => surnameStems(other).includes(stem))).toBe(false);
  });
});

describe('what is alike in the data', () => {
  const juror: JurorFacts = {
    ...{ name: 'Halina Rapczyńska', email: 'halina@meblarz.example', phone: '+48 601 222 333' },
    ...{ represents: 'Stowarzyszenie „Brzeg”', addresses: ['ul. Łąkowa 4, Sejny'] },
  };
  const stranger = {
    ...{ names: ['Jan Nowak'], emails: ['jan@gmail.com'], phones: ['500 000 000'] },
    ...{ organisation: 'Koło Gospodyń „Kalina”', address: 'ul. Piłsudskiego 12, Sejny' },
  };
  const grounds = (changed: Partial<typeof stranger>, shared: string[] = []) =>
    guessRelations(juror, { ...stranger, ...changed }, new Set(shared)).map(({ ground, words }) => [ground, words]);

  test('is named with its ground, and nothing is guessed of a stranger', () => {
    expect(grounds({})).toEqual([]);
    expect(grounds({ names: ['Jan Nowak', 'Kazimierz Rapczyński'] })).toEqual([['surname', 'Kazimierz Rapczyński']]);
    expect(grounds({ phones: ['601-222-333'] })).toEqual([['phone', '+48 601 222 333']]);
    expect(grounds({ address: 'Łąkowa 4, Sejny' })).toEqual([['address', 'Łąkowa 4, Sejny']]);
    expect(grounds({ organisation: 'Stowarzyszenie Brzeg' })).toEqual([['organisation', 'Stowarzyszenie Brzeg']]);
    expect(grounds({ emails: ['biuro@meblarz.example'] })).toEqual([['mail_domain', 'meblarz.example']]);
  });

  test('a domain of many people says nothing, nor do empty fields', () => {
    expect(grounds({ emails: ['biuro@meblarz.example'] }, ['meblarz.example'])).toEqual([]);
    const nobody = { name: '', email: '', phone: '', represents: '', addresses: [] };
    expect(
      guessRelations(nobody, { names: [''], emails: [''], phones: [''], organisation: '', address: '' }, new Set()),
    ).toEqual([]);
    expect(guessRelations({ ...nobody, email: 'a@wp.pl' }, { ...stranger, emails: ['b@wp.pl'] }, new Set())).toEqual(
      [],
    );
  });
});

describe('the chair asks', () => {
  let app: TestApp;
  let story: ScoredStory;
  let path: string;
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');

  beforeEach(async () => {
    app = await startTestApp({ beginning: 'open' });
    const callId = currentCall(app.deps.db)?.id ?? 0;
    path = `/nabory/${callId}/komisja`;
    story = scored(app, {
      callId,
      applications: [
        { leader: 'Kazimierz Rapczyński', email: 'kazimierz@example.org', title: 'Ławki z wierszem' },
        { leader: 'Piotr Maksimowicz', email: 'piotr@example.org', title: 'Dwa języki, jedna półka' },
        { leader: 'Zenon Zubrycki', email: 'zenon@example.org', title: 'Opowieści z pogranicza' },
      ],
      given: [
        [4, 4, 3, null],
        [3, 3, 3, null],
        [null, 3, 3, 3],
      ],
    });
  });
  afterEach(() => app.close());

  const chair = () => app.as({ id: nth(story.jury, 0).personId });
  const halina = () => nth(story.jury, 2).memberId;

  test('Halina about a surname, writes down what she heard, and the question is gone', async () => {
    const page = plain((await chair().get(`${path}/powiazania`)).text);
    expect(page).toContain('Halina Rapczyńska i wniosek PB/2024/01');
    expect(page).toContain('podobne nazwisko: Kazimierz Rapczyński');
    expect(page, 'Piotr has excluded himself').not.toContain('PB/2024/02');
    expect(page, 'her own exclusion').not.toContain('PB/2024/03');

    const browser = chair();
    await browser.get(`${path}/powiazania`);
    const after = await browser.submit(`${path}/${halina()}/powiazania/${story.applications[0]?.id}`, {
      note: 'Zbieżność nazwisk.',
    });
    expect(after.text).toContain('Nie ma otwartych pytań');
    expect(app.deps.db.all(sql`select member_id as member, note from relation_answers`)).toEqual([
      { member: halina(), note: 'Zbieżność nazwisk.' },
    ]);
    const coordinator = app.as({ id: story.coordinator.personId });
    expect((await coordinator.get(path)).text).not.toContain('Warto zapytać o powiązania');
  });

  test('not about an application closed to her; nor does a juror, the director or a group find the page', async () => {
    const zenon = `${path}/${nth(story.jury, 0).memberId}/powiazania/${story.applications[2]?.id}`;
    const browser = chair();
    const page = await browser.get(`${path}/powiazania`);
    expect(page.text).not.toMatch(/Zubrycki|Opowieści/u);
    expect(page.forms.map(({ action }) => action)).not.toContain(zenon);
    const others = [
      app.as({ id: nth(story.jury, 1).personId }),
      app.as(app.person('Tomasz Rutka', 'tomasz@example.org', ['director'])),
      app.as({ id: nth(story.applications, 0).personId }),
    ];
    for (const other of others) {
      const answer = await other.get(`${path}/powiazania`);
      expect([403, 404]).toContain(answer.status);
      expect(answer.text).not.toContain('Rapczyńska');
    }
  });

  test('whoever coordinates reads on the jury’s page that there is something to ask', async () => {
    const page = await app.as({ id: story.coordinator.personId }).get(path);
    expect(plain(page.text)).toContain('1 para osoby z komisji i wniosku ma w danych coś wspólnego');
    expect(page.links.get('Zobacz pytania')).toBe(`${path}/powiazania`);
  });
});
