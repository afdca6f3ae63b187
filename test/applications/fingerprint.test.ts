import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSubmitted } from '../../src/features/applications/content.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { completeDraft, type SubmittedStory, submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
let kuchnia: SubmittedStory;
let fingerprint = '';
beforeEach(async () => {
  app = await startTestApp({ at: '2024-03-14T17:42:00.000Z' });
  completeDraft(app.deps, { leader: 'Ona Žukauskienė', email: 'ona@example.org', title: 'Skrzynia' });
  kuchnia = submittedApplication(app.deps, {
    ...{ leader: 'Teresa Krakowska', email: 'teresa@example.org', title: 'Kuchnia babci Anieli' },
    groupName: 'Koło w Żegarach',
  });
  fingerprint = readSubmitted(app.deps.db, kuchnia.id)?.fingerprint ?? '';
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('whoever holds a fingerprint reads the number and the moment, and nothing of the group or its idea', async () => {
  const page = await app.visitor().get(`/odcisk/${fingerprint}`);
  expect(page.status).toBe(200);
  expect(plain(page.text)).toContain('Wniosek nr PB/2024/01 przyjęty 14 marca 2024 r., godz. 18.42');
  for (const secret of ['Teresa', 'Krakowska', 'Kuchnia', 'Anieli', 'Żegarach', 'teresa@', '3 050', '600 100 200'])
    expect(plain(page.html)).not.toContain(secret);
});

test('typed from paper, in capitals and in groups, it is the same', async () => {
  const groups = fingerprint.toUpperCase().replace(/.{8}/g, '$& ');
  const page = await app.visitor().get(`/odcisk?odcisk=${encodeURIComponent(groups)}`);
  expect(plain(page.text)).toContain('Wniosek nr PB/2024/01 przyjęty');
});

test('a wrong one says so: one letter off, too short, somebody’s words, a part of a true one', async () => {
  const off = (fingerprint.startsWith('a') ? 'b' : 'a') + fingerprint.slice(1);
  const wrong = await app.visitor().get(`/odcisk/${off}`);
  expect([wrong.status, plain(wrong.text).includes('Żaden złożony u nas wniosek nie ma takiego odcisku.')]).toEqual([
    ...[404, true],
  ]);
  for (const typed of [fingerprint.slice(0, 63), '%', "' or 1=1 --", '<b>']) {
    const page = await app.visitor().get(`/odcisk?odcisk=${encodeURIComponent(typed)}`);
    expect([page.status, plain(page.text).includes('Odcisk ma 64 znaki'), page.html.includes('<b>')]).toEqual([
      ...[404, true, false],
    ]);
  }
  expect((await app.visitor().get('/odcisk')).status).toBe(200);
});

test('erased content keeps its fingerprint: it still says that the application was taken', async () => {
  app.deps.db.raw.exec('update application_versions set content = null');
  const page = await app.visitor().get(`/odcisk/${fingerprint}`);
  expect(plain(page.text)).toContain('Wniosek nr PB/2024/01 przyjęty');
  expect(app.deps.db.get(sql`select content from application_versions`)).toEqual({ content: null });
});

test('its receipt leads there', async () => {
  const receipt = await app.as({ id: kuchnia.personId }).get(`/wnioski/${kuchnia.id}/potwierdzenie`);
  expect(receipt.links.get('Sprawdzenie odcisku')).toBe(`/odcisk/${fingerprint}`);
});
