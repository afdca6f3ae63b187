import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startDraft } from '../../src/features/applications/commands/start.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type SubmittedStory, startedDraft, submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
let krasnowo: SubmittedStory;
beforeEach(async () => {
  app = await startTestApp({ at: '2024-03-04T10:00:00.000Z' });
  krasnowo = submittedApplication(app.deps, {
    ...{ leader: 'Wanda Jakubowska', email: 'wanda@example.org', title: 'Kolej na opowieść', kind: 'organisation' },
    groupName: 'Koło w Krasnowie',
    applicant: {
      ...{ phone: '601 222 333', street: 'Krasnowo 17', postalCode: '16-503', city: 'Krasnowo' },
      ...{ registerKind: 'kgw', registerNumber: '1423', groupMembers: 'Zofia Kalwejt', guardianName: 'Jan Kalwejt' },
    },
  });
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const newest = () => {
  const { id } = app.deps.db.get<{ id: number }>(sql`select max(id) as id from applications`) ?? { id: 0 };
  return readDraft(app.deps.db, id)?.applicant;
};

test('Wanda, who applied before, is asked once whether to copy her data, and finds them in the first section', async () => {
  const wanda = app.as({ id: krasnowo.personId });
  const page = await wanda.get('/wnioski/nowy?nabor=1&kto=organisation');
  expect(plain(page.text)).toContain('Przepisać dane z wniosku PB/2024/01 „Kolej na opowieść”?');
  const section = await wanda.submit('/wnioski/nowy');
  expect(plain(section.text)).toContain('dane przepisaliśmy z poprzedniego');
  expect(newest()).toMatchObject({
    ...{ applicantKind: 'organisation', name: 'Koło w Krasnowie', leaderName: 'Wanda Jakubowska' },
    ...{ phone: '601 222 333', street: 'Krasnowo 17', postalCode: '16-503', city: 'Krasnowo' },
    ...{ registerKind: 'kgw', registerNumber: '1423', groupMembers: '', guardianName: '' },
  });
});

test('for another kind of applicant only telephone and address are copied; „Nie” copies nothing', async () => {
  const wanda = app.as({ id: krasnowo.personId });
  await wanda.get('/wnioski/nowy?nabor=1');
  await wanda.submit('/wnioski/nowy', { kind: 'informal_group' });
  expect(newest()).toMatchObject({ street: 'Krasnowo 17', name: '', registerKind: '', registerNumber: '' });
  await wanda.get('/wnioski/nowy?nabor=1');
  await wanda.submit('/wnioski/nowy', { kind: 'organisation', from: '0' });
  expect(newest()).toMatchObject({ street: '', name: '', registerNumber: '', leaderName: 'Wanda Jakubowska' });
});

test('nobody copies from an application that somebody else leads, and a visitor is not asked', async () => {
  const ona = startedDraft(app.deps, { leader: 'Ona Žukauskienė', email: 'ona@example.org', title: 'Skrzynia' });
  const page = await app.as({ id: ona.personId }).get('/wnioski/nowy?nabor=1');
  expect(page.html).not.toContain('name="from"');
  app.deps.db.raw
    .prepare("insert into application_members (application_id, person_id, role) values (?, ?, 'co_author')")
    .run(krasnowo.id, ona.personId);
  const begun = startDraft(app.deps, ona.actor, {
    ...{ callId: 1, kind: 'organisation', from: krasnowo.id, email: '', userAgent: 'Firefox' },
  });
  expect(begun.ok).toBe(true);
  expect(newest()).toMatchObject({ phone: '', street: '', name: '', registerNumber: '' });
  expect((await app.visitor().get('/wnioski/nowy?nabor=1')).html).not.toContain('name="from"');
});
