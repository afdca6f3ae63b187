import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { readSubmitted } from '../../src/features/applications/content.ts';
import { shownContent } from '../../src/features/applications/pages/content.ts';
import { doubtsAbout, type RegisterKind } from '../../src/features/applications/registers/registers.ts';
import { registerText } from '../../src/features/applications/registers/texts.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { root } from '../support/data-folder.ts';
import { completeDraft, submittedApplication } from '../support/story/applications.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a number of a register', () => {
  it.each<[RegisterKind | '', string, string[]]>([
    ['krs', '0000123456', []],
    ['krs', 'KRS 0000 123 456', []],
    ['krs', '123456', ['krs_doubtful']],
    ['krs', 'KRS 123456', ['krs_doubtful']],
    ['krs', '0000123456, NIP 525-000-10-03', []],
    ['krs', '0000123456, NIP 525-000-10-08', ['nip_doubtful']],
    ['other', 'REGON 123456785', []],
    ['other', 'REGON: 123456786', ['regon_doubtful']],
    ['kgw', '1423', []],
    ['church', 'parafia w Berżnikach', []],
    ['', 'KRS 12', ['krs_doubtful']],
    ['none', '', []],
  ])('%s %s', (kind, number, expected) => expect(doubtsAbout(kind, number)).toEqual(expected));

  it.each<[RegisterKind | undefined, string, string]>([
    ['krs', '0000123456', 'KRS 0000123456'],
    ['krs', 'KRS 0000123456', 'KRS 0000123456'],
    ['kgw', '1423', 'Krajowy Rejestr KGW, nr 1423'],
    ['kgw', 'Krajowy Rejestr KGW, nr 1423', 'Krajowy Rejestr KGW, nr 1423'],
    ['starosta', 'nr 12', 'ewidencja starosty, nr 12'],
    ['church', '', 'rejestr kościelny'],
    ['other', 'REGON 123456785', 'REGON 123456785'],
    ['none', '', 'nie ma w żadnym rejestrze'],
    [undefined, 'KRS 0000123456', 'KRS 0000123456'],
    [undefined, '', ''],
  ])('of %s, %s is written %s', (registerKind, registerNumber, expected) =>
    expect(
      plain(registerText(registerKind === undefined ? { registerNumber } : { registerKind, registerNumber })),
    ).toBe(expected),
  );
});

describe('an organisation', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startTestApp({ at: '2024-03-04T10:00:00.000Z' });
  });
  afterEach(() => app.close());
  const krasnowo = {
    ...{ leader: 'Wanda Jakubowska', email: 'wanda@example.org', title: 'Kolej na opowieść' },
    kind: 'organisation' as const,
  };

  test('says in which register it stands; a doubtful number is pointed at and keeps nobody from sending', async () => {
    const draft = completeDraft(app.deps, { ...krasnowo, applicant: { registerKind: '', registerNumber: '' } });
    const wanda = app.as({ id: draft.personId });
    const section = `/wnioski/${draft.id}/czesci/wnioskodawca`;
    const check = `/wnioski/${draft.id}/czesci/sprawdz`;
    expect((await wanda.get(check)).text).toContain('Wybierzcie rejestr');

    await wanda.get(section);
    await wanda.submit(section, { registerKind: 'krs', registerNumber: '123456', stay: '1' });
    expect(plain((await wanda.get(section)).text)).toContain('Numer KRS ma dziesięć cyfr');
    const ready = await wanda.get(check);
    expect(plain(ready.text)).toContain('to nie przeszkadza w złożeniu wniosku');
    expect(plain(ready.text)).toContain('Rejestr i numer\nKRS 123456');
    await wanda.submit(`/wnioski/${draft.id}/zlozenie`);
    expect(readSubmitted(app.deps.db, draft.id)?.content.applicant).toMatchObject({
      ...{ registerKind: 'krs', registerNumber: '123456' },
    });
  });

  test('that stands in no register applies as a group; a register nobody knows is none chosen', async () => {
    const draft = completeDraft(app.deps, krasnowo);
    const wanda = app.as({ id: draft.personId });
    const section = `/wnioski/${draft.id}/czesci/wnioskodawca`;
    await wanda.get(section);
    const page = await wanda.submit(section, { registerKind: 'none', registerNumber: '' });
    expect(plain(page.text)).toContain('składa wniosek jako grupa nieformalna. Zmieńcie wyżej, kto składa wniosek.');
    await wanda.submit(section, { registerKind: 'krasnal', stay: '1' });
    expect(app.deps.db.get(sql`select register_kind from applicants where application_id = ${draft.id}`)).toEqual({
      register_kind: '',
    });
  });

  test('sent before registers were asked reads as it did', () => {
    const { id } = submittedApplication(app.deps, krasnowo);
    const sent = readSubmitted(app.deps.db, id);
    if (sent === undefined) throw new Error('nothing was sent');
    const { registerKind: _, ...applicant } = sent.content.applicant;
    const before = { ...sent.content, applicant: { ...applicant, registerNumber: 'Krajowy Rejestr KGW 1423' } };
    expect(shownContent(before).applicant.items).toContainEqual({
      ...{ label: 'Rejestr i numer', value: 'Krajowy Rejestr KGW 1423' },
    });
  });

  test('begun before registers were asked has its own read from its number', () => {
    const numbers = ['', 'KRS 0000123456', 'Krajowy Rejestr KGW, nr 3', 'ewidencja starosty 12', 'REGON 123456785'];
    for (const registerNumber of numbers) completeDraft(app.deps, { ...krasnowo, applicant: { registerNumber } });
    const { raw } = app.deps.db;
    raw.exec('alter table applicants drop column register_kind; drop index application_versions_of_fingerprint');
    raw.exec(readFileSync(join(root, 'migrations', '0037_registers.sql'), 'utf8'));
    expect(
      raw.prepare('select register_number, register_kind from applicants order by application_id').raw().all(),
    ).toEqual([
      ['', ''],
      ['KRS 0000123456', 'krs'],
      ['Krajowy Rejestr KGW, nr 3', 'kgw'],
      ['ewidencja starosty 12', 'starosta'],
      ['REGON 123456785', 'other'],
    ]);
  });
});
