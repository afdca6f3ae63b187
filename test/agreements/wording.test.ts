import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issueAgreement } from '../../src/features/agreements/commands/issue.ts';
import { confirmFunds, openAgreement } from '../../src/features/agreements/commands/prepare.ts';
import type { AgreementContent, GroupParty } from '../../src/features/agreements/content.ts';
import type { AgreementPaper } from '../../src/features/agreements/documents/agreement.ts';
import { agreementVariantOf } from '../../src/features/agreements/documents/wording.ts';
import { agreementDocuments } from '../../src/features/agreements/documents.ts';
import { agreementOf } from '../../src/features/agreements/queries.ts';
import { sampleAgreements } from '../../src/features/agreements/sample.ts';
import { saveWording } from '../../src/features/correspondence/wording-commands.ts';
import { noOccasion } from '../../src/pdf/data-fingerprint.ts';
import { drawKind } from '../../src/pdf/draw.ts';
import { defaultText } from '../../src/pdf/wording/versions.ts';
import { writtenBy } from '../pdf/written.ts';
import { plain } from '../support/papers.ts';
import {
  accountantOf,
  agreedInitiative,
  directorOf,
  issuedAgreement,
  type PublishedStory,
  publishedResults,
} from '../support/story/decisions.ts';
import { type Ground, groundOf, storyFor } from '../support/story/ground.ts';

const kind = agreementDocuments.agreement;
let ground: Ground<PublishedStory>;
beforeAll(async () => {
  ground = await groundOf((app) => {
    const told = publishedResults(app, storyFor(app), [{ index: 3, reason: 'Zostało tyle w puli.' }]);
    for (const id of told.initiativeOf.values()) agreedInitiative(app.deps, id);
    return told;
  });
});
beforeEach(() => ground.begin());
afterEach(() => ground.end());
afterAll(() => ground.app.close());

/** Halina’s. */
const id = () => ground.told.initiativeOf.get(ground.told.applications[2]?.id ?? 0) ?? 0;
const page = () => `/inicjatywy/${id()}/porozumienie`;
const agreement = () => agreementOf(ground.app.deps.db, id());
const content = () => JSON.parse(agreement()?.content ?? '{}') as AgreementContent;
const coordinator = () => ground.app.as({ id: ground.told.coordinator.personId });

/** Joanna changes „w dwóch egzemplarzach” in the text for informal groups. */
function reworded(words: string, base = 0) {
  const text = defaultText(kind, 'informal_group').replace('w dwóch egzemplarzach', words);
  const which = { kind, variant: 'informal_group' };
  const saved = saveWording(ground.app.deps, ground.told.coordinator, which, { text, note: '', base, from: null });
  if (!saved.ok) throw new Error(saved.code);
}

/** Drafted and confirmed: only the issue is left. */
function readyToIssue(): void {
  const { app, told } = ground;
  openAgreement(app.deps, told.coordinator, { initiativeId: id() });
  confirmFunds(app.deps, accountantOf(app.deps), { initiativeId: id() });
}

test('each kind of applicant has the text that fits it; without a group an organisation signs for itself', () => {
  const of = (group: Partial<GroupParty>) =>
    agreementVariantOf({ group: { ...sampleAgreements.informal_group.content.group, members: '', ...group } });
  expect([of({ kind: 'person' }), of({ kind: 'minor' })]).toEqual(['person', 'person']);
  expect(of({ kind: 'informal_group', members: 'Ewa\nAdam' })).toBe('informal_group');
  expect([of({ kind: 'organisation' }), of({ kind: 'school_or_parish' })]).toEqual(['organisation', 'organisation']);
  expect(of({ kind: 'organisation', members: 'Ewa\nAdam' })).toBe('organisation_with_group');
  expect(of({ kind: 'organisation_with_group', members: 'Ewa\nAdam' })).toBe('organisation_with_group');
});

test('each variant says who the other side is, in words of its own and with its own places to sign', () => {
  const wordsOf = (paper: AgreementPaper) =>
    plain(
      writtenBy((sheet) => kind.draw(sheet, paper))
        .map(({ text }) => text)
        .join('\n'),
    );
  expect(wordsOf(sampleAgreements.informal_group)).toContain('Grupę tworzą: Birutė Jurkianis, Zygmunt Jodzis');
  expect(wordsOf(sampleAgreements.informal_group)).toContain('Za Grupę\nBirutė Jurkianis');
  expect(wordsOf(sampleAgreements.person)).toContain('Lider nie skończył 18 lat. Porozumienie podpisuje');
  expect(wordsOf(sampleAgreements.person)).toContain('Lider, opiekun osoby niepełnoletniej\nTeresa Krakowska');
  expect(wordsOf(sampleAgreements.organisation)).toContain('Organizacja oświadcza, że osoba, która podpisuje');
  expect(wordsOf(sampleAgreements.organisation)).toContain('Za Organizację\nEwa Sidorowicz');
  expect(wordsOf(sampleAgreements.organisation_with_group)).toContain('dla grupy, którą tworzą: Birutė Jurkianis');
  for (const paper of Object.values(sampleAgreements)) {
    expect(wordsOf(paper)).toContain('Kwoty określa § 3.');
    expect(wordsOf(paper)).not.toMatch(/dotacj|\{\{|\[§|r\.\./iu);
  }
});

test('an agreement weighs no more than 100 kB in any of its variants', async () => {
  for (const paper of Object.values(sampleAgreements))
    expect((await drawKind(kind, paper)).length).toBeLessThan(100_000);
});

describe('the text of an issued agreement', () => {
  test('is frozen whole with the version it was filled from, which its document names too', () => {
    reworded('w trzech egzemplarzach');
    issuedAgreement(ground.app.deps, id());
    const { wording } = content();
    expect(wording).toMatchObject({ variant: 'informal_group', number: 1 });
    const version = ground.app.deps.db.get<{ id: number }>(sql`select id from document_texts`);
    expect(wording?.textId).toBe(version?.id);
    expect(
      ground.app.deps.db.get(sql`select text_id as textId from documents where id = ${agreement()?.documentId}`),
    ).toEqual({ textId: version?.id });
    expect(JSON.stringify(wording?.blocks)).toContain('w trzech egzemplarzach');
  });

  test('stays, whatever becomes of the wording and of the program’s own text', () => {
    reworded('w trzech egzemplarzach');
    issuedAgreement(ground.app.deps, id());
    reworded('w czterech egzemplarzach', 1);
    const written = writtenBy((sheet) =>
      kind.draw(sheet, kind.load(ground.app.deps.db, agreement()?.id ?? 0, noOccasion)),
    );
    const words = written.map(({ text }) => text).join(' ');
    expect(words).toContain('w trzech egzemplarzach');
    expect(words).not.toContain('w czterech');
  });

  test('is on the agreement’s page word for word, for the group and for staff', async () => {
    issuedAgreement(ground.app.deps, id());
    const halina = ground.app.as({ id: ground.told.applications[2]?.personId ?? 0 });
    const written = writtenBy((sheet) =>
      kind.draw(sheet, kind.load(ground.app.deps.db, agreement()?.id ?? 0, noOccasion)),
    );
    for (const browser of [halina, coordinator()]) {
      const shown = plain((await browser.get(page())).text).replace(/\s+/gu, ' ');
      for (const { text } of written) expect(shown).toContain(plain(text).replace(/\s+/gu, ' '));
    }
  });

  test('of an agreement issued before texts had versions is drawn as it was', () => {
    const { wording: _later, ...old } = sampleAgreements.informal_group.content;
    const paper: AgreementPaper = {
      ...sampleAgreements.informal_group,
      content: {
        ...old,
        clauses: [
          { title: 'Przedmiot', points: ['Biblioteka i Grupa działają razem.'] },
          { title: 'Kwota', points: [{ text: 'Kwota, w tym:', points: ['książki'] }], hasPlan: true },
        ],
      },
    };
    const texts = writtenBy((sheet) => kind.draw(sheet, paper)).map(({ text }) => plain(text));
    for (const words of ['§ 1. Przedmiot', 'Biblioteka i Grupa działają razem.', '§ 2. Kwota', 'książki', 'Za Grupę'])
      expect(texts).toContain(words);
    expect(texts.indexOf('Uzgodniony kosztorys')).toBeGreaterThan(texts.indexOf('książki'));
  });
});

describe('B6: before it is issued', () => {
  test('whoever may issue it reads it on the page, and nobody else does', async () => {
    readyToIssue();
    expect(plain((await coordinator().get(page())).text)).toContain('§ 3. Kwota i kosztorys');
    const halina = ground.app.as({ id: ground.told.applications[2]?.personId ?? 0 });
    const teresa = ground.app.as({ id: accountantOf(ground.app.deps).personId });
    for (const browser of [halina, teresa])
      expect(plain((await browser.get(page())).text)).not.toContain('§ 3. Kwota i kosztorys');
  });

  test('a text changed since it was read is told, shown anew, and only then issued', async () => {
    readyToIssue();
    const joanna = coordinator();
    await joanna.get(page());
    reworded('w trzech egzemplarzach');
    const told = await joanna.post(`${page()}/wydanie`);
    expect([told.status, plain(told.text)]).toEqual([
      422,
      expect.stringContaining('Treść porozumienia zmieniła się, kiedy strona była otwarta'),
    ]);
    expect(plain(told.text)).toContain('w trzech egzemplarzach');
    expect(agreement()?.state).toBe('confirmed');
    await joanna.submit(`${page()}/wydanie`);
    expect(JSON.stringify(content().wording)).toContain('w trzech egzemplarzach');
  });

  test('so is a change of what stands in its fields', async () => {
    readyToIssue();
    const joanna = coordinator();
    await joanna.get(page());
    ground.app.deps.db.raw.exec("update organisations set director_name = 'Regina Bielska'");
    expect((await joanna.post(`${page()}/wydanie`)).status).toBe(422);
    expect(issueAgreement(ground.app.deps, directorOf(ground.app.deps), { initiativeId: id() }).ok).toBe(true);
    expect(content().library.representative).toBe('Regina Bielska');
  });
});
