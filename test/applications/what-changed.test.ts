import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginAmendment } from '../../src/features/applications/amendments/commands.ts';
import { addAttachments, removeAttachment } from '../../src/features/applications/commands/attach.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { completeDraft, fillIn, type StartedStory } from '../support/story/applications.ts';
import { coordinatorOf } from '../support/story/jury.ts';

let app: TestApp;
let draft: StartedStory;
let group: Client;

const story = {
  ...{ leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki, jedna półka' },
  kind: 'organisation' as const,
};
const check = '/wnioski/2/czesci/sprawdz';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const nothing = 'Na razie nic nie jest inaczej';

async function attach(applicationId: number, words: string): Promise<void> {
  const blob = await app.deps.files.receive(Readable.from([`%PDF-1.7 ${words}`]), 1000);
  if (!blob.ok) throw new Error(blob.code);
  const files = [{ field: 'file', name: 'skan.pdf', blob: blob.value }];
  expect(addAttachments(app.deps, draft.actor, { applicationId, label: 'Zgoda sołtysa', files })).toMatchObject({
    ok: true,
  });
}

function detach(applicationId: number): void {
  const id = app.deps.db.get<{ id: number }>(
    sql`select id from attachments where application_id = ${applicationId} and removed_at is null`,
  )?.id;
  expect(removeAttachment(app.deps, draft.actor, { applicationId, attachmentId: id ?? 0 })).toMatchObject({ ok: true });
}

const send = (applicationId: number) =>
  submitApplication(app.deps, draft.actor, {
    applicationId,
    revision: readDraft(app.deps.db, applicationId)?.revision ?? 0,
  });
const seen = async () => plain((await group.get(check)).text);

/** Birutė's association sent its application with a scan, then began to change it. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-06T10:00:00.000Z' });
  draft = completeDraft(app.deps, story);
  group = app.as({ id: draft.personId });
  await attach(1, 'zły skan');
  expect(send(1)).toMatchObject({ ok: true });
  expect(beginAmendment(app.deps, draft.actor, 1)).toMatchObject({ ok: true, value: { copyId: 2 } });
});
afterEach(() => app.close());

describe('a file replaced by another of the same name', () => {
  test('is a change: the group sees it and sends it, and staff read what it was', async () => {
    expect(await seen()).toContain(nothing);
    detach(2);
    await attach(2, 'dobry skan');
    const words = 'usunięto: Zgoda sołtysa (skan.pdf)dodano: Zgoda sołtysa (skan.pdf): inny plik';
    const page = await seen();
    expect(page.replaceAll('\n', '')).toContain(words);
    expect(page).not.toContain(nothing);
    await group.submit('/wnioski/2/zlozenie');
    expect(app.deps.db.get(sql`select max(number) as last from application_versions`)).toEqual({ last: 2 });
    const staff = await app.as({ id: coordinatorOf(app.deps).personId }).get('/wnioski/1/wersje');
    expect(plain(staff.text).replaceAll('\n', '')).toContain(words);
  });

  test('by the very same file is no change, as sending says', async () => {
    detach(2);
    await attach(2, 'zły skan');
    expect(await seen()).toContain(nothing);
    expect(send(2)).toMatchObject({ ok: false, code: 'nothing_changed' });
  });
});

test('the kind of a register alone is a change, said with its name', async () => {
  fillIn(app.deps, draft.actor, 2, { ...story, applicant: { registerKind: 'starosta', registerNumber: '12' } });
  expect(send(2)).toMatchObject({ ok: true });
  expect(beginAmendment(app.deps, draft.actor, 1)).toMatchObject({ ok: true, value: { copyId: 3 } });
  fillIn(app.deps, draft.actor, 3, { ...story, applicant: { registerKind: 'kgw', registerNumber: '12' } });
  const page = plain((await group.get('/wnioski/3/czesci/sprawdz')).text);
  expect(page).toContain('Co się zmieni');
  expect(page).toContain('dodano: Krajowy Rejestr KGW, nr 12');
  expect(page).not.toContain(nothing);
  expect(send(3)).toMatchObject({ ok: true });
});
