import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { beginAmendment } from '../../src/features/applications/amendments/commands.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { startTestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { fillIn, submittedApplication } from '../support/story/applications.ts';
import { acceptApplication, coordinatorOf, momentOf } from '../support/story/jury.ts';

test('a juror opens the papers of the version in force alone; the group and the staff those of every version', {
  timeout: 60_000,
}, async () => {
  const app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
  onTestFinished(() => app.close());
  const { deps, clock } = app;
  const story = { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki: nasz wójt to gbur' };
  const sent = submittedApplication(deps, story);
  await app.drain();
  const begun = beginAmendment(deps, sent.actor, 1);
  if (!begun.ok) throw new Error(begun.code);
  const { copyId } = begun.value;
  fillIn(deps, sent.actor, copyId, { ...story, title: 'Dwa języki, jedna półka' });
  const revision = readDraft(deps.db, copyId)?.revision ?? 0;
  expect(submitApplication(deps, sent.actor, { applicationId: copyId, revision })).toMatchObject({ ok: true });
  await app.drain();
  clock.set(momentOf(deps, 1, 'formal_check'));
  acceptApplication(deps, { id: 1, callId: 1 });
  const tomas = app.person('Tomas Vaina', 'tomas@example.org', ['juror']);
  deps.db.raw.exec(`insert into jury_members (call_id, person_id, function, appointed_at) values (1, ${tomas.id}, 'member', '2024-03-20T10:00:00.000Z');
    insert into jury_declarations (member_id, text_version, signed_at) select id, '1', '2024-03-21T10:00:00.000Z' from jury_members`);

  const files = deps.db
    .all<{ id: number }>(
      sql`select file_id as id from documents where subject_kind = 'application' and kind in ('application', 'application_receipt') order by id`,
    )
    .map(({ id }) => id);
  expect(files).toHaveLength(4);
  const [firstPaper, firstReceipt, paper, receipt] = files;
  const opened = async (who: Client) => {
    const given: number[] = [];
    for (const id of files) if ((await who.send({ method: 'GET', url: `/pliki/${id}` })).status === 200) given.push(id);
    return given;
  };
  const linked = async (who: Client, path: string) => {
    const { html } = await who.get(path);
    return files.filter((id) => html.includes(`"/pliki/${id}"`));
  };
  const juror = app.as(tomas);
  expect(await opened(juror)).toEqual([paper, receipt]);
  for (const path of ['/wnioski/1', '/wnioski/1/dokumenty'])
    expect([path, await linked(juror, path)]).toEqual([path, [paper, receipt]]);
  const zip = await juror.send({ method: 'GET', url: '/wnioski/1/dokumenty.zip' });
  const whole = await app.as({ id: sent.personId }).send({ method: 'GET', url: '/wnioski/1/dokumenty.zip' });
  const inZip = (body: Buffer) => body.toString('latin1').includes('wcze');
  expect([zip.status, inZip(zip.body), whole.status, inZip(whole.body)]).toEqual([200, false, 200, true]);

  for (const who of [app.as({ id: sent.personId }), app.as({ id: coordinatorOf(deps).personId })]) {
    expect(await opened(who)).toEqual([firstPaper, firstReceipt, paper, receipt]);
    expect(await linked(who, '/wnioski/1')).toHaveLength(4);
    expect(await linked(who, '/wnioski/1/dokumenty')).toHaveLength(4);
  }
});
