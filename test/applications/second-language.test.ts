import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSubmitted } from '../../src/features/applications/content.ts';
import { readFormVersion } from '../../src/features/calls/call-texts.ts';
import { editForm, publishForm } from '../../src/features/calls/form/commands.ts';
import { readyQuestion } from '../../src/features/calls/form/library.ts';
import { readWorkingForm } from '../../src/features/calls/form/queries.ts';
import { type Question, questionsOf } from '../../src/features/calls/form/questions.ts';
import { drawFormPaper } from '../../src/features/calls/form-paper/paper.ts';
import { partsOf } from '../../src/features/calls/form-paper/parts.ts';
import { sampleBlankForm } from '../../src/features/calls/form-paper/sample.ts';
import { draw, kept, opened, pageTexts } from '../pdf/inspect.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { plain } from '../support/papers.ts';
import { completeDraft, submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
let person: TestPerson;
let marta: Client;
const form = '/nabory/1/formularz';
const lithuanian = 'Dvi kalbos, viena lentyna: šaltų žiemų skaitymai ąčęėįųū';
const birute = { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki, jedna półka' };

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  person = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
  marta = app.as(person);
});
afterEach(() => app.close());

/** Presses „Dodaj gotowe” in the section about the idea. */
async function take(ready: string) {
  const page = await marta.get(form);
  const own = page.forms.find(({ filled }) => filled.some(([name, value]) => name === 'do' && value === 'take_ready'));
  return marta.send({
    ...{ method: 'POST', url: own?.action ?? '' },
    headers: { origin: app.url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...Object.fromEntries(own?.filled ?? []), section: 'idea', ready }).toString(),
  });
}

async function publish() {
  await marta.get(form);
  return marta.submit(`${form}/publikacja`);
}

/** The form with a title in Lithuanian, published. */
function withSecondTitle(language: 'lt' | 'uk' = 'lt'): void {
  const question = { ...readyQuestion('second_title', []), language } as Question;
  const edit = { do: 'add_question', section: 'idea', question } as const;
  editForm(app.deps, person.actor, { callId: 1, revision: readWorkingForm(app.deps.db, 1).revision, edit });
  publishForm(app.deps, person.actor, 1, readWorkingForm(app.deps.db, 1).revision);
}

const stored = () => questionsOf(readWorkingForm(app.deps.db, 1).form).find(({ code }) => code === 'second_title');

describe('Marta asks for the title in a second language', () => {
  test('taken ready, it opens to have its language chosen, and is not published before', async () => {
    const taken = await take('second_title');
    expect(taken.headers['location']).toBe(`${form}/pytania/second_title`);
    expect(stored()).toMatchObject({ kind: 'short', language: '' });
    await marta.get(form);
    const refusal = await marta.post(`${form}/publikacja`);
    expect(refusal.status).toBe(422);
    expect(plain(refusal.text)).toContain('Nie wybrano, w jakim języku grupy mają odpowiedzieć.');

    // Other words alone choose nothing.
    await marta.get(`${form}/pytania/second_title`);
    await marta.submit(`${form}/pytania/second_title`, { hint: 'Jak na plakacie.' });
    expect(stored()).toMatchObject({ hint: 'Jak na plakacie.', language: '' });

    await marta.get(`${form}/pytania/second_title`);
    await marta.submit(`${form}/pytania/second_title`, { language: 'lt' });
    expect(stored()).toMatchObject({ language: 'lt' });
    expect(plain((await marta.get(form)).text)).toContain('krótki tekst po litewsku, nieobowiązkowe');
    expect(plain((await publish()).text)).toContain('Opublikowano wersję 2 formularza.');
    const asked = questionsOf(readFormVersion(app.deps.db, 1).content);
    expect(asked.find(({ code }) => code === 'second_title')).toMatchObject({ language: 'lt', optional: true });
  });

  test('and a language off the list, or Polish, is the language of the form', async () => {
    await take('second_title');
    for (const language of ['klingon', 'pl']) {
      await marta.get(`${form}/pytania/second_title`);
      await marta.post(`${form}/pytania/second_title`, { language });
      expect(stored()).not.toHaveProperty('language');
    }
  });

  test('a question asked before languages were is unchanged by its page', async () => {
    const before = questionsOf(readWorkingForm(app.deps.db, 1).form);
    await marta.get(`${form}/pytania/summary`);
    await marta.submit(`${form}/pytania/summary`);
    expect(questionsOf(readWorkingForm(app.deps.db, 1).form)).toEqual(before);
  });
});

describe('Birutė answers in Lithuanian', () => {
  test('in a field of that language; the page to check says it with its language', async () => {
    withSecondTitle();
    const draft = completeDraft(app.deps, { ...birute, answers: { second_title: lithuanian } });
    const her = app.as({ id: draft.personId });
    const section = await her.get(`/wnioski/${draft.id}/czesci/idea`);
    expect(section.html).toMatch(/<input [^>]*name="answers\[second_title\]"[^>]* lang="lt"/);
    expect(section.html.match(/ lang="lt"/g)).toHaveLength(1);
    expect(plain(section.text)).toContain('Taki, jaki ma stać obok polskiego na plakacie. Napiszcie to po litewsku.');
    const check = await her.get(`/wnioski/${draft.id}/czesci/sprawdz`);
    expect(check.html).toContain(`<div class="prose" lang="lt"><p>${lithuanian}`);
  });

  test('and it is frozen with its language; whoever reads the application gets both', async () => {
    withSecondTitle();
    const sent = submittedApplication(app.deps, { ...birute, answers: { second_title: lithuanian } });
    const { content, fingerprint } = readSubmitted(app.deps.db, sent.id) ?? {};
    const answers = content?.answers ?? [];
    expect(answers.filter((answer) => 'language' in answer)).toEqual([
      {
        ...{ code: 'second_title', section: 'Pomysł', label: 'Tytuł inicjatywy w drugim języku' },
        ...{ text: lithuanian, language: 'lt' },
      },
    ]);
    const json = app.deps.db.get<{ content: string }>(sql`select content from application_versions`)?.content ?? '';
    expect(canonicalize(JSON.parse(json))).toBe(json);
    expect(createHash('sha256').update(json).digest('hex')).toBe(fingerprint);

    for (const reader of [app.as({ id: sent.personId }), marta]) {
      const { html } = await reader.get(`/wnioski/${sent.id}`);
      expect(html).toContain(`<div class="prose" lang="lt"><p>${lithuanian}`);
    }
    expect((await marta.get(`/wnioski/${sent.id}/ocena-formalna`)).html).toContain(
      `<div class="prose" lang="lt"><p>${lithuanian}`,
    );
  });

  test.each([
    ['lt', lithuanian],
    ['uk', 'Дві мови, одна полиця: ґанок, їжак, Європа'],
  ] as const)(
    'the paper of what was sent has every letter of %s and names the language of that passage',
    async (language, title) => {
      withSecondTitle(language);
      const sent = submittedApplication(app.deps, { ...birute, answers: { second_title: title } });
      await app.drain();
      const file = app.deps.db.get<{ id: number }>(sql`
      select d.file_id as id from documents d where d.kind = 'application' and d.state = 'made' order by d.id desc`)?.id;
      const paper = kept((await app.as({ id: sent.personId }).get(`/pliki/${file}`)).body);
      expect(pageTexts(paper).join(' ')).toContain(title);
      expect(opened(paper).match(/\/Lang \([a-zA-Z-]+\)/g)).toEqual(['/Lang (pl-PL)', `/Lang (${language})`]);
    },
  );

  test('a later version says what changed in its language', async () => {
    withSecondTitle();
    const sent = submittedApplication(app.deps, { ...birute, answers: { second_title: 'Viena lentyna' } });
    const her = app.as({ id: sent.personId });
    await her.get(`/wnioski/${sent.id}`);
    await her.submit(`/wnioski/${sent.id}/zmiana`);
    const copy = app.deps.db.get<{ id: number }>(sql`select max(id) as id from applications`)?.id;
    await her.get(`/wnioski/${copy}/czesci/idea`);
    await her.submit(`/wnioski/${copy}/czesci/idea`, { 'answers[second_title]': 'Dvi lentynos' });
    const { html } = await her.get(`/wnioski/${copy}/czesci/sprawdz`);
    expect(html).toMatch(/<dd lang="lt"><del><span class="vh" lang="pl">usunięto: <\/span>Viena<\/del>/);
  });
});

test('a form on paper says in which language to answer, and what was ticked stands in one list, not in a list in a list', async () => {
  const question = { ...readyQuestion('second_title', []), language: 'lt' } as Question;
  const consents = [
    { code: 'rules', text: 'Znamy regulamin.' },
    { code: 'statement', text: 'Oświadczamy, że:\n- pomysł jest nasz,\n- dane są prawdziwe.' },
  ];
  const asked = {
    ...sampleBlankForm.asked,
    form: { sections: [{ code: 's', title: 'Pomysł', questions: [question] }], consents },
  };
  const written = {
    ...{ kind: '', applicant: {}, title: '', schedule: [], costs: [], attachments: [] },
    ...{ answers: { second_title: lithuanian }, consents: ['rules', 'statement'] },
  };
  const about = { title: 'Wniosek', subtitle: '', lead: [], confirmation: '', signatures: [], foot: '' };
  const qr = { address: 'https://oddolnie.example.org/wnioski/7', label: 'W internecie' };
  const blank = await draw((sheet) => drawFormPaper(sheet, { ...about, qr, parts: partsOf(asked) }));
  expect(pageTexts(blank).join(' ')).toContain('Napiszcie to po litewsku. Nieobowiązkowe. Najwyżej 120 znaków.');
  const filled = await draw((sheet) => drawFormPaper(sheet, { ...about, qr, parts: partsOf(asked, written) }));
  expect(pageTexts(filled).join(' ')).toContain(lithuanian);
  expect(pageTexts(filled).join(' ')).toContain(
    'Zaznaczono: – Znamy regulamin. Oświadczamy, że: – pomysł jest nasz, – dane są prawdziwe.',
  );
  expect(opened(filled)).toContain('/Lang (lt)');
});
