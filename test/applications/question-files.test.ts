import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeNewForm } from '../../src/features/applications/commands/form.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { readSubmitted } from '../../src/features/applications/content.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { editForm, publishForm } from '../../src/features/calls/form/commands.ts';
import type { FormEdit } from '../../src/features/calls/form/edits.ts';
import type { Question } from '../../src/features/calls/form/questions.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { heic, photoWithPlace } from '../support/pictures.ts';
import { completeDraft, type StartedStory } from '../support/story/applications.ts';

const asked = { hint: '', optional: false };
const questions: Question[] = [
  {
    ...{ ...asked, code: 'help_from', label: 'Kto pomoże?', kind: 'many' },
    options: [
      { code: 'osp', label: 'Straż' },
      { code: 'kgw', label: 'Koło gospodyń' },
    ],
  },
  { ...asked, code: 'support_letter', label: 'List od tych, którzy pomogą', kind: 'file', mostFiles: 2 },
  {
    ...{ ...asked, code: 'who_wrote', label: 'Kto podpisał list?', kind: 'short', maxLetters: 100 },
    shownIf: { question: 'support_letter', values: [] },
  },
];

let app: TestApp;
let draft: StartedStory;
let birute: Client;
const section = () => `/wnioski/${draft.id}/czesci/s1`;
const check = () => `/wnioski/${draft.id}/czesci/sprawdz`;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}`);
const field = 'answers.support_letter';
const names = () =>
  app.deps.db
    .all<{ name: string }>(
      sql`select f.name from attachments t join files f on f.id = t.file_id
        where t.question = 'support_letter' and t.removed_at is null order by t.id`,
    )
    .map(({ name }) => name);

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
  const marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']).actor;
  draft = completeDraft(app.deps, { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki' });
  const edits: FormEdit[] = [
    { do: 'add_section', code: 's1', title: 'Pomocnicy' },
    ...questions.map((question) => ({ do: 'add_question' as const, section: 's1', question })),
  ];
  edits.forEach((edit, revision) => {
    editForm(app.deps, marta, { callId: 1, revision, edit });
  });
  publishForm(app.deps, marta, 1, edits.length);
  takeNewForm(app.deps, draft.actor, { applicationId: draft.id });
  birute = app.as({ id: draft.personId });
});
afterEach(() => app.close());

describe('a question answered by a file', () => {
  test('is missing until there is one; the words typed beside it are saved with it, and it opens what hangs on it', async () => {
    expect(plain((await birute.get(check())).text)).toContain(
      'List od tych, którzy pomogą”: Dodajcie plik: PDF, JPG albo PNG.',
    );
    await birute.get(section());
    const page = await birute.submit(
      section(),
      { 'answers[help_from][]': ['osp', 'kgw'], stay: '1' },
      { [field]: { name: 'straż.pdf', content: pdf('Pomożemy.') } },
    );
    expect([page.status, names(), page.links.get('straż.pdf')]).toEqual([200, ['straż.pdf'], '/pliki/1']);
    expect(readDraft(app.deps.db, draft.id)?.answers).toMatchObject({
      help_from: 'osp\nkgw',
      support_letter: 'straż.pdf',
    });
    expect(plain((await birute.get(check())).text)).toContain('Kto podpisał list?”: Odpowiedzcie na to pytanie.');
  });

  test('keeps a file sent twice once, says when there are too many, and gives one back', async () => {
    const letter = { [field]: { name: 'straż.pdf', content: pdf('Pomożemy.') } };
    for (const file of [letter, letter]) {
      await birute.get(section());
      await birute.post(section(), { 'answers[help_from][]': ['osp'], stay: '1' }, file);
    }
    expect(names()).toEqual(['straż.pdf']);
    const stale = app.as({ id: draft.personId });
    await stale.get(section());
    await birute.get(section());
    await birute.post(section(), { stay: '1' }, { [field]: { name: 'koło.jpg', content: await photoWithPlace() } });
    const full = await stale.post(
      section(),
      { stay: '1' },
      { [field]: { name: 'sołtys.pdf', content: pdf('Ja też.') } },
    );
    expect([full.status, names()]).toEqual([422, ['straż.pdf', 'koło.jpg']]);
    expect(plain(full.text)).toContain('Pod tym pytaniem zmieści się najwyżej 2 pliki. Usuńcie zbędne.');

    const page = await birute.get(section());
    expect(page.forms.find(({ action }) => action === section())?.files).toEqual([]);
    expect((await birute.submit(section(), { detach: '1' })).links.has('straż.pdf')).toBe(false);
    expect(names()).toEqual(['koło.jpg']);
  });

  test('keeps the good one of two chosen files, and words refused with the other stay on the page', async () => {
    await birute.get(section());
    const chosen = [
      { name: 'list.heic', content: heic },
      { name: 'straż.pdf', content: pdf('Pomożemy.') },
    ];
    const page = await birute.post(section(), { 'answers[help_from][]': ['kgw'] }, { [field]: chosen });
    expect([page.status, names(), page.links.get('straż.pdf')]).toEqual([422, ['straż.pdf'], '/pliki/1']);
    expect(plain(page.text)).toContain('Pozostałe wybrane pliki są już dodane.');
    expect(new Map(page.forms.find(({ action }) => action === section())?.filled)).toContainEqual([
      'answers[help_from][]',
      'kgw',
    ]);
  });

  test('B4: refuses a photograph in HEIC at its field, and nothing typed beside it is lost', async () => {
    await birute.get(section());
    const page = await birute.post(
      section(),
      { 'answers[help_from][]': ['kgw'] },
      { [field]: { name: 'list.heic', content: heic } },
    );
    expect([page.status, names()]).toEqual([422, []]);
    expect(plain(page.text)).toContain('Ustawienia, Aparat, Formaty, wybierz „Najbardziej zgodny”');
    expect(page.html).toMatch(/id="answers-support-letter-error"/);
    expect(new Map(page.forms.find(({ action }) => action === section())?.filled)).toContainEqual([
      'answers[help_from][]',
      'kgw',
    ]);
  });

  test('is sent with the hash of its file, under its own words, and stays so', async () => {
    await birute.get(section());
    await birute.post(
      section(),
      { 'answers[help_from][]': ['osp'] },
      { [field]: { name: 'straż.pdf', content: pdf('Pomożemy.') } },
    );
    await birute.get(section());
    await birute.post(section(), { 'answers[who_wrote]': 'Naczelnik straży' });
    const revision = readDraft(app.deps.db, draft.id)?.revision ?? 0;
    expect(submitApplication(app.deps, draft.actor, { applicationId: draft.id, revision })).toMatchObject({ ok: true });
    const content = readSubmitted(app.deps.db, draft.id)?.content;
    expect(
      content?.answers.filter(({ section }) => section === 'Pomocnicy').map(({ code, text }) => [code, text]),
    ).toEqual([
      ['help_from', 'Straż'],
      ['support_letter', 'straż.pdf'],
      ['who_wrote', 'Naczelnik straży'],
    ]);
    expect(content?.attachments).toEqual([
      {
        ...{ fileId: 1, label: 'List od tych, którzy pomogą', name: 'straż.pdf', size: 19 },
        ...{ question: 'support_letter', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
  });
});
