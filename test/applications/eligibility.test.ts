import { afterEach, describe, expect, it, test } from 'vitest';
import {
  type Asked,
  type Eligibility,
  mayApply,
  type Who,
} from '../../src/features/applications/eligibility/policy.ts';
import { announceCall, returnToDraft } from '../../src/features/calls/commands/lifecycle.ts';
import { type ApplicantKind, readApplicantKinds, readCall } from '../../src/features/calls/queries.ts';
import { legalValues } from '../../src/features/calls/rules/field-texts.ts';
import { changeApplicants } from '../../src/features/calls/setup/applicants.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

describe('who may apply', () => {
  const everybody: ApplicantKind[] = ['person', 'informal_group', 'organisation', 'school_or_parish', 'minor'];
  const grownUps: ApplicantKind[] = ['organisation', 'person'];
  const forGroups: ApplicantKind[] = ['organisation_with_group'];
  const here = { isInArea: true };
  const yes = (as: ApplicantKind): Eligibility => ({ answer: 'yes', as });
  const leader = (as: ApplicantKind): Eligibility => ({ answer: 'with_adult', as, adult: 'leader' });

  it.each<[string, readonly ApplicantKind[], Who, Asked['age'], Eligibility]>([
    ['Weronika, 34 years', everybody, 'person', 'adult', yes('person')],
    ['Maja, 15 years', everybody, 'person', 'young', { answer: 'with_adult', as: 'minor', adult: 'guardian' }],
    ['Staś, 9 years', everybody, 'person', 'child', { answer: 'no', why: 'too_young', as: 'informal_group' }],
    ['four neighbours', everybody, 'informal_group', 'adult', yes('informal_group')],
    ['a band led by Kajetan, 16', everybody, 'informal_group', 'young', leader('informal_group')],
    ['children of one yard', everybody, 'informal_group', 'child', leader('informal_group')],
    ['a circle with a number', everybody, 'organisation', 'adult', yes('organisation')],
    ['a circle without one', everybody, 'unregistered', 'adult', yes('informal_group')],
    ['its youngest member', everybody, 'unregistered', 'young', leader('informal_group')],
    ['the parish', everybody, 'school_or_parish', 'adult', yes('school_or_parish')],
    ['pupils for their school', everybody, 'school_or_parish', 'young', leader('school_or_parish')],
    ['a carpenter’s firm', everybody, 'business', 'adult', { answer: 'no', why: 'business', as: 'informal_group' }],
    ['neighbours, groups out', grownUps, 'informal_group', 'adult', refusedAs('kind_not_admitted', 'person')],
    ['Maja, minors out', grownUps, 'person', 'young', refusedAs('minors_not_admitted', 'person')],
    ['a circle without a number', grownUps, 'unregistered', 'adult', refusedAs('kind_not_admitted', 'person')],
    [
      'Weronika, organisations alone',
      ['organisation'],
      'person',
      'adult',
      refusedAs('kind_not_admitted', 'organisation'),
    ],
    ['a circle, with a group only', forGroups, 'organisation', 'adult', yes('organisation_with_group')],
    ['a circle, both ways', [...everybody, ...forGroups], 'organisation', 'adult', yes('organisation')],
    ['its youngest, with a group only', forGroups, 'organisation', 'young', leader('organisation_with_group')],
    ['a circle, neither way', ['person'], 'organisation', 'adult', refusedAs('kind_not_admitted', 'person')],
    ['a school, nobody else', ['school_or_parish'], 'school_or_parish', 'adult', yes('school_or_parish')],
    ['a firm, only minors', ['minor'], 'business', 'adult', refusedAs('business', null)],
  ])('%s', (_story, admitted, who, age, expected) => {
    expect(mayApply(admitted, { who, age, ...here })).toEqual(expected);
  });

  it('nobody whose idea happens elsewhere, whoever they are', () => {
    expect(mayApply(everybody, { who: 'person', age: 'adult', isInArea: false })).toEqual(
      refusedAs('outside_area', null),
    );
  });

  function refusedAs(why: (Eligibility & { answer: 'no' })['why'], as: ApplicantKind | null): Eligibility {
    return { answer: 'no', why, as };
  }
});

let app: TestApp;
afterEach(() => app?.close());
/** Marta took the call back to its draft, set other applicants and announced it again. */
async function announcedWith(
  changes: { minLeaderAge?: number },
  become: (kind: ApplicantKind) => ApplicantKind[],
): Promise<void> {
  app = await startTestApp({ at: '2024-03-04T10:00:00.000Z' });
  const { deps } = app;
  const marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']).actor;
  expect(returnToDraft(deps, marta, 1)).toMatchObject({ ok: true });
  const call = readCall(deps.db, 1);
  if (call === undefined) throw new Error('the library has a call');
  const { version, minGroupSize, minLeaderAge, guardianConsent, area } = call;
  const kinds = readApplicantKinds(deps.db, 1).flatMap(({ kind, note }) =>
    become(kind).map((one) => ({ kind: one, note })),
  );
  const set = { callId: 1, version, minGroupSize, minLeaderAge, guardianConsent, area, kinds, ...changes };
  expect(changeApplicants(deps, marta, set)).toMatchObject({ ok: true });
  expect(announceCall(deps, marta, 1)).toMatchObject({ ok: true });
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('Kazimiera (75) finds out that her circle may apply, and is not asked again who they are', async () => {
  app = await startTestApp({ at: '2024-03-04T10:00:00.000Z' });
  const kazimiera = app.visitor();
  const call = await kazimiera.get('/');
  const asking = await kazimiera.get(call.links.get('Sprawdź, czy możesz') ?? '');
  expect(plain(asking.text)).toContain('od 13 do 17 lat');
  expect(plain(asking.text)).toContain('Tutaj: powiat sejneński');

  const told = await kazimiera.get('/nabory/1/czy-mozesz?kto=unregistered&wiek=adult&miejsce=tu&sprawdz=1');
  expect(plain(told.text)).toContain('Tak, możecie złożyć wniosek');
  expect(plain(told.text)).toContain('Koło albo klub bez wpisu do rejestru składa wniosek jako grupa nieformalna.');
  const start = await kazimiera.get(told.links.get('Zacznijcie jako grupa nieformalna') ?? '');
  expect(plain(start.text)).toContain('Składacie jako: Grupa nieformalna: sąsiedzi, przyjaciele, zespół.');
  expect(start.html).not.toContain('type="radio"');

  const slip = await kazimiera.post('/wnioski/nowy', { email: 'kazimiera' });
  expect(slip.status).toBe(422);
  expect(plain(slip.text)).toContain('Składacie jako: Grupa nieformalna');
  const section = await kazimiera.submit('/wnioski/nowy', { email: 'kazimiera@example.org' });
  expect(section.forms.flatMap(({ filled }) => filled)).toContainEqual(['applicantKind', 'informal_group']);
});

test('Maja (15) learns what an adult is needed for; a firm from elsewhere, what to do instead', async () => {
  app = await startTestApp({ at: '2024-03-04T10:00:00.000Z' });
  const maja = await app.visitor().get('/nabory/1/czy-mozesz?kto=person&wiek=young&miejsce=tu&sprawdz=1');
  expect(plain(maja.text)).toContain('Tak, razem z dorosłym');
  expect(plain(maja.text)).toContain('Rodzic albo opiekun prawny musi się na to zgodzić');
  expect(maja.links.get('Zacznijcie jako osoba niepełnoletnia')).toBe('/wnioski/nowy?nabor=1&kto=minor');

  const firm = await app.visitor().get('/nabory/1/czy-mozesz?kto=business&wiek=adult&miejsce=tu&sprawdz=1');
  expect(plain(firm.text)).toContain('Nie w ten sposób, ale jest inna droga');
  expect(plain(firm.text)).toContain('Możecie to zrobić jako grupa nieformalna: 3 osoby albo więcej');
  const elsewhere = await app.visitor().get('/nabory/1/czy-mozesz?kto=person&wiek=adult&miejsce=poza&sprawdz=1');
  expect(plain(elsewhere.text)).toContain('Tym razem nie');
  expect(elsewhere.html).not.toContain('/wnioski/nowy?');
});

test('where leaders are 21 at least, whoever is 18 is not told yes', async () => {
  await announcedWith({ minLeaderAge: 21 }, (kind) => (kind === 'minor' ? [] : [kind]));
  const page = await app.visitor().get('/nabory/1/czy-mozesz');
  expect(plain(page.text)).toContain('21 lat albo więcej');
  expect(plain(page.text)).toContain('mniej niż 21 lat');
  expect(plain(page.text)).not.toContain('18 lat');
  const answer = async (who: string, age: string) =>
    plain((await app.visitor().get(`/nabory/1/czy-mozesz?kto=${who}&wiek=${age}&miejsce=tu&sprawdz=1`)).text);
  expect(await answer('person', 'adult')).toContain('Tak, możecie złożyć wniosek');
  const alone = await answer('person', 'child');
  expect(alone).toContain('Osoba prowadząca musi mieć co najmniej 21 lat. Poproście kogoś starszego');
  expect(alone).toContain('3 osoby albo więcej, w tym jedna, która ma co najmniej 21 lat.');
  const together = await answer('informal_group', 'child');
  expect(together).toContain('Tak, razem z kimś starszym');
  expect(together).toContain('wpiszcie kogoś, kto ma co najmniej 21 lat: z tą osobą');
});

test('where organisations apply with a group only, one is told so and the rules speak of organisations', async () => {
  await announcedWith({}, (kind) => [kind === 'organisation' ? 'organisation_with_group' : kind]);
  const page = await app.visitor().get('/nabory/1/czy-mozesz?kto=organisation&wiek=adult&miejsce=tu&sprawdz=1');
  expect(plain(page.text)).toContain('Tak, możecie złożyć wniosek');
  expect(page.links.get('Zacznijcie jako organizacja z grupą')).toBe(
    '/wnioski/nowy?nabor=1&kto=organisation_with_group',
  );
  const call = readCall(app.deps.db, 1);
  expect(call && legalValues(app.deps.db, call)['organizacje']).toBe(true);
});

test('what was not chosen is named, with links to it; nonsense in the address is nothing chosen', async () => {
  app = await startTestApp({ at: '2024-03-04T10:00:00.000Z' });
  const page = await app.visitor().get('/nabory/1/czy-mozesz?kto=krasnal&wiek=adult&sprawdz=1');
  expect(page.status).toBe(200);
  expect(page.links.get('Zaznaczcie, kto chce złożyć wniosek.')).toBe('#kto');
  expect(page.links.get('Zaznaczcie, gdzie chcecie działać.')).toBe('#miejsce');
  expect(plain(page.text)).not.toContain('Zaznaczcie, ile lat');
  expect(page.text).not.toContain('krasnal');
});

test('after the deadline one still reads whether one could, and that it is too late; a call in preparation has no such page', async () => {
  app = await startTestApp({ at: '2024-03-16T10:00:00.000Z' });
  const page = await app.visitor().get('/nabory/1/czy-mozesz?kto=person&wiek=adult&miejsce=tu&sprawdz=1');
  expect(plain(page.text)).toContain('Wnioski przyjmowaliśmy do piątku 15 marca 2024 r., godz. 15.00');
  expect(page.html).not.toContain('/wnioski/nowy?');
  expect((await app.visitor().get('/')).links.has('Sprawdź, czy możesz')).toBe(false);
  await app.close();
  app = await startTestApp({ beginning: 'draft', at: '2024-02-10T10:00:00.000Z' });
  expect((await app.visitor().get('/nabory/1/czy-mozesz')).status).toBe(404);
});
