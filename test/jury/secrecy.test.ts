import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAttachments } from '../../src/features/applications/commands/attach.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { excludeFrom } from '../../src/features/jury/commands/conflicts.ts';
import { saveScoreCard } from '../../src/features/reviews/commands/save.ts';
import { sendScoreCard } from '../../src/features/reviews/commands/send.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { completeDraft, submittedApplication } from '../support/story/applications.ts';
import {
  acceptApplication,
  adopted,
  appointedJury,
  coordinatorOf,
  declare,
  justificationBy,
  momentOf,
  nth,
  pointsOf,
  type StoryJuror,
  score,
} from '../support/story/jury.ts';

const secret = 'skrzynia po dziadku Jonasie';
const title = 'Ławki z wierszem';

let app: TestApp;
let callId: number;
let jury: StoryJuror[];
let hidden: { id: number };
let open: { id: number };
let fileId: number;

/** An application with a secret phrase and an attachment, and another one; Piotr is excluded from the first. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  const { deps } = app;
  callId = currentCall(deps.db)?.id ?? 0;
  const draft = completeDraft(deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title,
    answers: { summary: secret, idea: secret },
    schedule: [{ activity: `Otwarcie: ${secret}`, starts: '20.05.2024', ends: '', place: 'rynek' }],
  });
  const blob = await deps.files.receive(Readable.from(['%PDF-1.7\n% list poparcia\n%%EOF\n']), 1_000_000);
  if (!blob.ok) throw new Error(blob.code);
  addAttachments(deps, draft.actor, {
    applicationId: draft.id,
    label: 'List partnera',
    files: [{ field: 'file', name: 'list.pdf', blob: blob.value }],
  });
  submitApplication(deps, draft.actor, {
    applicationId: draft.id,
    revision: readDraft(deps.db, draft.id)?.revision ?? 0,
  });
  fileId =
    deps.db.get<{ id: number }>(sql`select file_id as id from attachments where application_id = ${draft.id}`)?.id ?? 0;
  hidden = draft;
  open = submittedApplication(deps, {
    leader: 'Jadwiga Sawicka',
    email: 'jadwiga@example.org',
    title: 'Dwa języki, jedna półka',
  });
  app.clock.set(momentOf(deps, callId, 'formal_check'));
  for (const { id } of [hidden, open]) acceptApplication(deps, { id, callId });
  jury = appointedJury(deps, callId);
  app.clock.set(momentOf(deps, callId, 'declarations'));
  for (const juror of jury) declare(deps, callId, juror, juror === nth(jury, 3) ? [hidden] : []);
  app.clock.set(momentOf(deps, callId, 'scoring'));
});
afterEach(() => app.close());

const doors = () => [
  `/wnioski/${hidden.id}`,
  `/wnioski/${hidden.id}/ocena`,
  `/wnioski/${hidden.id}/ocena/wyslanie`,
  `/wnioski/${hidden.id}/wylaczenie`,
  `/pliki/${fileId}`,
];

async function bodiesOf(browser: Client, paths: readonly string[]): Promise<[number, string][]> {
  const pages: [number, string][] = [];
  for (const path of paths) {
    const page = await browser.get(path);
    pages.push([page.status, page.body.toString('utf8')]);
  }
  return pages;
}

describe('a juror excluded by declaration', () => {
  test('finds every door of the application closed, the same as one that is not there', async () => {
    const piotr = app.as({ id: nth(jury, 3).personId });
    const anybody = app.as({ id: nth(jury, 2).personId });
    expect(
      (
        await bodiesOf(
          anybody,
          doors().filter((path) => !path.endsWith('wyslanie')),
        )
      ).map(([status]) => status),
      'the doors exist',
    ).toEqual([200, 200, 200, 200]);
    expect((await anybody.get(`/wnioski/${hidden.id}/ocena`)).text, 'and hold the secret').toContain(secret);

    for (const [status, body] of await bodiesOf(piotr, doors())) {
      expect(status).toBe(404);
      expect(body).not.toContain(secret);
      expect(body).not.toContain(title);
    }
  });

  test('has it in no list and no count, and can neither save nor send a card', async () => {
    const piotr = nth(jury, 3);
    const list = await app.as({ id: piotr.personId }).get('/oceny');
    expect(list.text.replaceAll('\u00a0', ' ')).toContain('0 z 1, ok. 15 min.');
    expect(list.html).not.toContain(title);
    const card = {
      applicationId: hidden.id,
      revision: 0,
      points: pointsOf(app.deps, callId, 5),
      justification: justificationBy(piotr.name),
    };
    expect(saveScoreCard(app.deps, piotr.actor, card)).toMatchObject({ code: 'absent' });
    expect(sendScoreCard(app.deps, piotr.actor, { applicationId: hidden.id, revision: 1 })).toMatchObject({
      code: 'absent',
    });
    expect(app.deps.db.all(sql`select * from score_cards`)).toEqual([]);
  });

  test('who is a coordinator too stays shut out of it as staff', async () => {
    const piotr = nth(jury, 3);
    app.deps.db.raw.exec(
      `insert into role_grants (person_id, role, granted_at) values (${piotr.personId}, 'coordinator', '2024-03-01T00:00:00.000Z')`,
    );
    const browser = app.as({ id: piotr.personId });
    for (const [status, body] of await bodiesOf(browser, [...doors(), `/wnioski/${hidden.id}/ocena-formalna`])) {
      expect(status).toBe(404);
      expect(body).not.toContain(secret);
    }
    for (const path of ['ocena-formalna', 'oceny']) {
      const page = await browser.get(`/nabory/${callId}/${path}`);
      expect(page.status).toBe(200);
      expect(page.html, path).not.toContain(title);
      expect(page.html, path).toContain('Dwa języki');
    }
    const conflicts = await browser.get(`/nabory/${callId}/komisja`);
    expect(conflicts.text).not.toContain('siostra należy do grupy');
  });
});

describe('a conflict discovered while scoring', () => {
  test('closes the application at once: the begun card goes, the sent one no longer counts', async () => {
    const [marianna, tomas] = [nth(jury, 0), nth(jury, 1)];
    const begun = {
      applicationId: hidden.id,
      revision: 0,
      points: pointsOf(app.deps, callId, 2),
      justification: 'Zaczęte',
    };
    saveScoreCard(app.deps, marianna.actor, begun);
    score(app.deps, callId, tomas, hidden.id, 5);

    const browser = app.as({ id: marianna.personId });
    const path = `/wnioski/${hidden.id}/wylaczenie`;
    await browser.get(path);
    const wrong = await browser.post(path, { ground: 'other', note: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Brakuje kilku słów wyjaśnienia');
    await browser.get(path);
    const after = await browser.submit(path, { ground: 'other', note: 'Pracowałam z tą grupą nad wnioskiem.' });
    expect(after.text.replaceAll('\u00a0', ' ')).toContain('Wniosek PB/2024/01 jest dla Ciebie zamknięty.');
    for (const [status, body] of await bodiesOf(browser, doors())) {
      expect(status).toBe(404);
      expect(body).not.toContain(secret);
    }
    expect(saveScoreCard(app.deps, marianna.actor, { ...begun, revision: 1 })).toMatchObject({ code: 'absent' });

    expect(excludeFrom(app.deps, tomas.actor, { applicationId: hidden.id, ground: 'employment', note: '' }).ok).toBe(
      true,
    );
    expect(excludeFrom(app.deps, tomas.actor, { applicationId: hidden.id, ground: 'kin', note: '' })).toMatchObject({
      code: 'absent',
    });
    expect(
      app.deps.db.all(
        sql`select member_id as member, kind, ground, note from recusals where application_id = ${hidden.id} order by id`,
      ),
    ).toEqual([
      { member: nth(jury, 3).memberId, kind: 'exclusion', ground: 'kin', note: 'siostra należy do grupy' },
      { member: marianna.memberId, kind: 'exclusion', ground: 'other', note: 'Pracowałam z tą grupą nad wnioskiem.' },
      { member: tomas.memberId, kind: 'exclusion', ground: 'employment', note: '' },
    ]);
    const progress = await app.as({ id: coordinatorOf(app.deps).personId }).get(`/nabory/${callId}/oceny`);
    expect(progress.text.replaceAll('\u00a0', ' ')).toContain(
      'Ławki z wierszem\nPB/2024/01\njeszcze nie, potrzeba 3\n0 z 1',
    );
  });

  test('turns a disclosure into an exclusion', () => {
    const halina = nth(jury, 2);
    app.deps.db.raw.exec(`insert into recusals (member_id, application_id, kind, ground, note, declared_at)
      values (${halina.memberId}, ${open.id}, 'disclosure', 'acquaintance', 'sąsiadka', '2024-03-22T10:00:00.000Z')`);
    expect(excludeFrom(app.deps, halina.actor, { applicationId: open.id, ground: 'own_benefit', note: '' }).ok).toBe(
      true,
    );
    expect(
      app.deps.db.all(sql`select kind, ground, declared_at as at from recusals where member_id = ${halina.memberId}`),
    ).toEqual([{ kind: 'exclusion', ground: 'own_benefit', at: app.clock.now() }]);
  });
});

test('the adopted ranking tells an excluded juror the place alone', async () => {
  for (const juror of jury) {
    if (juror !== nth(jury, 3)) score(app.deps, callId, juror, hidden.id, [5, 5, 5, 4, 4, 1, 1, 0, 0]);
    score(app.deps, callId, juror, open.id, 3);
  }
  adopted(app, { callId, applications: [], jury, coordinator: coordinatorOf(app.deps) });
  const page = await app.as({ id: nth(jury, 3).personId }).get(`/nabory/${callId}/ranking`);
  expect(page.text).toContain('Wyłączenie: bez szczegółów');
  expect(page.text).toContain('60,00');
  expect(page.html).not.toMatch(/86,00|Ławki|Birutė/);
});
