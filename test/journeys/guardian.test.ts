import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readActor } from '../../src/features/accounts/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser, shot, type Visitor } from '../support/browser.ts';
import { fillIn } from '../support/story/applications.ts';
import { coordinatorOf } from '../support/story/jury.ts';
import { codeIn } from './steps/letters.ts';

const browser = openBrowser();
const leader = 'Ugnė Vaznelytė';
const email = 'ugne@example.org';
const mother = { name: 'Rasa Vaznelienė', email: 'rasa@example.org' };

let app: TestApp;
let child: Visitor;
beforeAll(async () => {
  app = await startTestApp({ beginning: 'draft', listening: true, mail: true });
});
afterAll(() => app.close());

const letterTo = async (address: string, subject: string) => {
  await app.drain();
  return app.mailbox.waitFor(
    ({ envelope, subject: about }) => envelope.to.includes(address) && (about ?? '').startsWith(subject),
  );
};
/** Everything a page must be on a phone. */
async function expectWell({ page }: Visitor, name: string): Promise<void> {
  await shot(page, name);
  expect([name, await hasSidewaysScroll(page)]).toEqual([name, false]);
  expect([name, await axeFindings(page)]).toEqual([name, []]);
}

test('the coordinator wants the consent before an application is sent, and the rules say so', async () => {
  const joanna = await browser.newVisitor({ origin: app.url });
  const session = app.as({ id: coordinatorOf(app.deps).personId }).cookies.get('session') ?? '';
  await joanna.context.addCookies([{ name: 'session', value: session, url: app.url }]);
  await joanna.page.goto('/nabory/1/kto');
  await joanna.page.getByLabel('Przed złożeniem wniosku').check();
  await expectWell(joanna, 'guardian-setting');
  await joanna.page.getByRole('button', { name: 'Zapisz, kto może złożyć wniosek' }).click();
  await joanna.page.getByText('Zapisano, kto może złożyć wniosek.').waitFor();
  await joanna.page.goto('/nabory/1/ustawienia');
  await joanna.page.getByRole('button', { name: 'Ogłoś' }).click();
  await joanna.page.goto('/nabory/1/regulamin');
  await joanna.page.getByText('przed złożeniem wniosku', { exact: true }).waitFor();
});

test('a girl of fifteen learns that she may apply with a guardian, and writes', async () => {
  app.clock.set('2024-03-04T17:40:00.000Z');
  child = await browser.newVisitor({ origin: app.url, width: 360 });
  const { page } = child;
  await page.goto('/nabory/1/czy-mozesz?kto=person&wiek=young&miejsce=tu&sprawdz=1');
  await page.getByText('Rodzic albo opiekun prawny musi się na to zgodzić', { exact: false }).waitFor();
  await page.goto('/wnioski/nowy?nabor=1&kto=minor');
  await page.getByLabel('Wasz adres e-mail').fill(email);
  await page.getByRole('button', { name: 'Zacznijcie pisać' }).click();
  await page.getByRole('heading', { name: '1. Kto składa' }).waitFor();
  const personId = app.deps.db.get<{ id: number }>(sql`select max(id) as id from people`)?.id ?? 0;
  const actor = readActor(app.deps.db, personId);
  if (actor === undefined) throw new Error('nobody began');
  fillIn(app.deps, actor, 1, {
    ...{ leader, email, title: 'Książkowe rolki po sejneńsku', kind: 'minor', applicant: { guardianName: '' } },
  });
  await page.reload();
  await page.getByLabel('Imię i nazwisko opiekuna').fill(mother.name);
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click();
  await page.getByRole('link', { name: 'Zgoda opiekuna' }).waitFor();
  await expectWell(child, 'guardian-applicant');
  await page.goto('/wnioski/1/czesci/sprawdz');
  await page.getByText('Potrzebna jest zgoda opiekuna.', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Złóż wniosek', disabled: false }).count()).toBe(0);
  await expectWell(child, 'guardian-check');
});

test('she confirms her own address and sends her mother a link', async () => {
  const { page } = child;
  await page.getByRole('link', { name: 'Zgoda opiekuna' }).first().click();
  await page.getByText('potwierdźcie swój adres e-mail', { exact: false }).waitFor();
  await page.goto('/wnioski/1');
  await page.getByRole('button', { name: 'Wyślij kod' }).click();
  await page.getByLabel('Kod z listu').fill(codeIn(await letterTo(email, 'Potwierdź adres e-mail')));
  await page.getByRole('button', { name: 'Wchodzę' }).click();
  await page.goto('/wnioski/1');
  await expectWell(child, 'guardian-home');
  await page.getByRole('link', { name: 'Zgoda opiekuna: zobaczcie, co zrobić' }).click();
  await page.getByLabel('Adres e-mail opiekuna').fill(email);
  await page.getByRole('button', { name: 'Wyślij list do opiekuna' }).click();
  await page.getByText('To adres osoby, która pisze wniosek.', { exact: false }).first().waitFor();
  await page.getByLabel('Adres e-mail opiekuna').fill(mother.email);
  await page.getByRole('button', { name: 'Wyślij list do opiekuna' }).click();
  await page.getByText(`List z linkiem poszedł na adres ${mother.email}.`).waitFor();
  await page.getByText('Na co zgadza się opiekun').click();
  await expectWell(child, 'guardian-page');
});

test('her mother opens the link on her own phone, reads and consents', async () => {
  const letter = await letterTo(mother.email, `Prośba o zgodę opiekuna: ${leader}`);
  const link = /http\S+\/zgoda-opiekuna\/\S+/.exec(letter.text ?? '')?.[0] ?? '';
  const rasa = await browser.newVisitor({ origin: app.url, width: 360 });
  await rasa.page.goto(link.replace(/[A-Za-z0-9_-]{4}$/, 'AAAA'));
  await rasa.page.getByRole('heading', { name: 'Ten link nie działa' }).waitFor();
  await expectWell(rasa, 'guardian-shut');
  await rasa.page.goto(link);
  await rasa.page.getByText('Książkowe rolki po sejneńsku', { exact: false }).first().waitFor();
  await expectWell(rasa, 'guardian-door');
  await rasa.page.getByRole('button', { name: 'Wyrażam zgodę' }).click();
  await rasa.page.getByRole('heading', { name: 'Dziękujemy, zgoda jest zapisana' }).waitFor();
  await expectWell(rasa, 'guardian-said');
  expect((await rasa.context.cookies()).map(({ name }) => name)).not.toContain('session');
  await rasa.page.goto(link);
  await rasa.page.getByRole('heading', { name: 'Ten link nie działa' }).waitFor();
});

test('and the application goes', async () => {
  await letterTo(email, 'Zgoda opiekuna: Książkowe rolki');
  const { page } = child;
  await page.goto('/wnioski/1/opiekun');
  await page.getByText(`Zgoda jest. Opiekun: ${mother.name}.`).waitFor();
  await expectWell(child, 'guardian-given');
  await page.goto('/wnioski/1/czesci/sprawdz');
  await page.getByText('Wniosek jest kompletny').waitFor();
  await page.getByRole('button', { name: 'Złóż wniosek' }).click();
  await page.getByText('Wniosek PB/2024/01 jest złożony.').waitFor();
  await page.goto('/wnioski/1');
  await expectWell(child, 'guardian-sent');
  expect(app.deps.db.all(sql`select word, way, recorded_by as by from guardian_consents`)).toEqual([
    { word: 'given', way: 'link', by: null },
  ]);
});
