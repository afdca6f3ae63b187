import { afterEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
afterEach(() => app.close());

const menuOf = (html: string) =>
  [...(/<nav class="nav"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '').matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(
    (match) => match[1],
  );

describe('the menu', () => {
  it('shows each person the ways that somebody gave them, and no other', async () => {
    app = await startTestApp();
    const menus = async (...roles: Parameters<TestApp['person']>[2][]) =>
      Promise.all(
        roles.map(async (held, index) =>
          menuOf((await app.as(app.person('Halina Buraczewska', `h${index}@example.org`, held)).get('/pulpit')).html),
        ),
      );
    expect(await menus([], ['juror'], ['accountant'], ['administrator'])).toEqual([
      ['Konkurs', 'Pulpit', 'Wnioski', 'Wyniki'],
      ['Konkurs', 'Pulpit', 'Wnioski', 'Moje oceny'],
      ['Konkurs', 'Pulpit', 'Wnioski', 'Inicjatywy', 'Budżet', 'Wydatki', 'Raporty'],
      ['Konkurs', 'Pulpit', 'Wnioski', 'Pisma', 'Osoby'],
    ]);
    expect(menuOf((await app.visitor().get('/')).html)).toEqual(['Konkurs', 'Wyniki', 'Zaloguj się']);
  });
});

it('leads nobody to results of a call that is still a draft', async () => {
  app = await startTestApp({ beginning: 'draft' });
  expect(menuOf((await app.visitor().get('/')).html)).toEqual(['Konkurs', 'Zaloguj się']);
});

describe('the home page', () => {
  it('greets by name and says what waits for the roles held', async () => {
    app = await startTestApp();
    const joanna = await app.as(app.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator'])).get('/pulpit');
    expect(joanna.text).toContain('Dzień dobry\nJoanna Wasilewska');
    expect(joanna.text).toContain('Budżet jest przykładem: uzupełnij go z umowy z dotującym');
    const irena = await app.as(app.person('Irena Sawicka', 'irena@example.org', ['director'])).get('/pulpit');
    expect(irena.text).toContain('Nic teraz nie czeka.');
    expect(irena.text).not.toContain('Budżet jest przykładem');
  });
});

describe('the history', () => {
  it('tells the coordinator who did what; an applicant has no door to it', async () => {
    app = await startTestApp();
    const joanna = app.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']);
    const page = await app.as(joanna).get('/historia');
    expect(page.status).toBe(200);
    expect(page.text).toContain('system');
    expect((await app.as(joanna).get('/historia?strona=999')).status).toBe(404);
    expect((await app.as(app.person('Jonas Vaičiulis', 'jonas@example.org')).get('/historia')).status).toBe(403);
  });
});

describe('the outbox', () => {
  it('shows a letter without the link and code that open a door', async () => {
    app = await startTestApp();
    app.person('Jonas Vaičiulis', 'jonas@example.org');
    const visitor = app.visitor();
    await visitor.get('/wejscie');
    await visitor.post('/wejscie', { email: 'jonas@example.org' });
    const desk = app.as(app.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
    expect((await desk.get('/skrzynka')).text).toContain('jonas@example.org');
    const letter = await desk.get('/skrzynka/1');
    expect(letter.text).toContain('jonas@example.org');
    expect(letter.text).toContain('[jednorazowy link]');
    expect(letter.html).not.toMatch(/\/wejscie\/[A-Za-z0-9_-]{20}/);
    expect(letter.text).not.toMatch(/\b\d{6}\b/);
  });
});
