import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { secondCall } from '../support/story/ground.ts';

let app: TestApp;
afterEach(() => app.close());

/** The text of what one role for one call must not change. */
const institution = () => app.deps.db.get(sql`select name, version from organisations`);
const drafts = () => app.deps.db.get(sql`select count(*) as drafts from budget_versions where state = 'draft'`);

test('Ryszard, coordinator of one call alone, changes neither the institution nor the budget of all calls', async () => {
  app = await startTestApp({ beginning: 'open' });
  const joanna = app.as(app.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
  const role = { role: 'coordinator' as const, callId: secondCall(app) };
  const ryszard = app.as(app.person('Ryszard Wiatr', 'ryszard@example.org', [role]));
  const before = [institution(), drafts()];

  const read = await ryszard.get('/administracja/instytucja');
  const buttons = read.forms
    .filter(({ action }) => action === '/administracja/instytucja')
    .flatMap((one) => one.buttons);
  expect([read.status, buttons]).toEqual([200, []]);
  const budget = await ryszard.get('/budzet');
  expect([budget.status, budget.forms.filter(({ action }) => action === '/budzet/nowy-szkic')]).toEqual([200, []]);

  const form = (await joanna.get('/administracja/instytucja')).forms.find(
    ({ action }) => action === '/administracja/instytucja',
  );
  const [csrf, once] = tokensOf(read.forms);
  const send = (url: string, fields: [string, string][]) =>
    ryszard.send({
      method: 'POST',
      url,
      payload: new URLSearchParams([...fields, ['_csrf', csrf], ['_once', once]]).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: app.url },
    });
  const own = (form?.filled ?? []).filter(([name]) => !name.startsWith('_') && name !== 'name');
  const posted = [
    await send('/administracja/instytucja', [...own, ['name', 'Biblioteka Ryszarda']]),
    await send('/budzet/nowy-szkic', []),
  ];
  expect(posted.map(({ status }) => status)).toEqual([404, 404]);
  expect([institution(), drafts()]).toEqual(before);
});

/** Every page of a signed-in person has the form that signs out. */
function tokensOf(forms: readonly { filled: [string, string][] }[]): [string, string] {
  const fields = new Map(forms.flatMap(({ filled }) => filled));
  return [fields.get('_csrf') ?? '', fields.get('_once') ?? ''];
}
