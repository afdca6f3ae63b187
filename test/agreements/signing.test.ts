import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { issueAgreement } from '../../src/features/agreements/commands/issue.ts';
import { confirmFunds, openAgreement } from '../../src/features/agreements/commands/prepare.ts';
import { agreementInvariants } from '../../src/features/agreements/invariants.ts';
import { agreementOf } from '../../src/features/agreements/queries.ts';
import { releaseReservations } from '../../src/features/budgets/commands/entries.ts';
import { readInitiative } from '../../src/features/initiatives/queries.ts';
import type { Client } from '../support/client.ts';
import {
  accountantOf,
  agreedInitiative,
  directorOf,
  issuedAgreement,
  type PublishedStory,
  publishedResults,
  signedAgreement,
} from '../support/story/decisions.ts';
import { type Ground, groundOf, storyFor } from '../support/story/ground.ts';

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

/** Halina’s, 6 000,00 in seven rows. */
const id = () => ground.told.initiativeOf.get(ground.told.applications[2]?.id ?? 0) ?? 0;
const page = () => `/inicjatywy/${id()}/porozumienie`;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const coordinator = () => ground.app.as({ id: ground.told.coordinator.personId });
const accountant = () => ground.app.as({ id: accountantOf(ground.app.deps).personId });
const leader = (index = 2) => ground.app.as({ id: ground.told.applications[index]?.personId ?? 0 });
const agreement = () => agreementOf(ground.app.deps.db, id());
const pdf = { name: 'podpisane.pdf', content: '%PDF-1.7 podpisane', type: 'application/pdf' };

/** Held for this initiative by budget line, nought left out. */
function held(kind: 'reservation' | 'commitment'): Record<string, number> {
  const rows = ground.app.deps.db.all<{ category: string; amount: number }>(sql`
    select l.category, sum(e.amount_grosze) as amount from budget_entries e join budget_lines l on l.id = e.line_id
    where e.kind = ${kind} and e.initiative_id = ${id()} group by l.id having sum(e.amount_grosze) <> 0 order by l.id`);
  return Object.fromEntries(rows.map(({ category, amount }) => [category, amount]));
}

const plan = {
  'wynagrodzenia i honoraria': 2000_00,
  materiały: 1500_00,
  'druk i promocja': 700_00,
  wynajem: 500_00,
  transport: 700_00,
  poczęstunek: 400_00,
  licencje: 200_00,
};

describe('the accountant comes first', () => {
  test('Joanna opens the draft, Teresa confirms the money, and only then can Joanna issue', async () => {
    const joanna = coordinator();
    await joanna.get(page());
    const drafted = await joanna.submit(`${page()}/projekt`);
    expect(drafted.forms.map(({ action }) => action)).not.toContain(`${page()}/wydanie`);
    expect(issueAgreement(ground.app.deps, ground.told.coordinator, { initiativeId: id() })).toMatchObject({
      ok: false,
      code: 'not_in_this_state',
    });
    const teresa = accountant();
    const asked = await teresa.get(page());
    expect(plain(asked.text)).toContain('Inicjatywy lokalne: materiały, 2024, dotacja\n1 500,00\n1 500,00\n0,00');
    const confirmed = await teresa.submit(`${page()}/plan-finansowy`);
    expect(plain(confirmed.text)).toContain('Potwierdzono: kwota mieści się w planie finansowym.');
    expect(agreement()).toMatchObject({
      number: 'PB/2024/03/P',
      state: 'confirmed',
      confirmedBy: accountantOf(ground.app.deps).personId,
    });
    const ready = await joanna.get(page());
    expect(plain(ready.text)).toContain('nie może tego zrobić Teresa Krupińska, bo potwierdza pieniądze');
    const issued = await joanna.submit(`${page()}/wydanie`);
    expect(plain(issued.text)).toContain('Porozumienie wydano.');
    expect(agreement()?.state).toBe('issued');
  });

  test('whoever confirmed the money does not issue, even with the role for it', () => {
    const { app } = ground;
    const teresa = accountantOf(app.deps);
    app.deps.db.write((tx) =>
      grantRole(tx, app.deps, { kind: 'system' }, { personId: teresa.personId, role: 'director', callId: null }),
    );
    openAgreement(app.deps, ground.told.coordinator, { initiativeId: id() });
    confirmFunds(app.deps, teresa, { initiativeId: id() });
    expect(issueAgreement(app.deps, teresa, { initiativeId: id() })).toMatchObject({ ok: false, code: 'same_person' });
    expect(issueAgreement(app.deps, directorOf(app.deps), { initiativeId: id() })).toMatchObject({ ok: true });
  });

  test('a reservation that does not cover the plan is not confirmed', async () => {
    const { app, told } = ground;
    openAgreement(app.deps, told.coordinator, { initiativeId: id() });
    app.deps.db.write((tx) =>
      releaseReservations(tx, app.deps, told.coordinator, { initiativeId: id(), reason: 'pomyłka' }),
    );
    const teresa = accountant();
    await teresa.get(page());
    const again = await teresa.post(`${page()}/plan-finansowy`);
    expect([again.status, plain(again.text)]).toEqual([
      422,
      expect.stringContaining('potrzeba 2 000,00 zł, a zarezerwowano 0,00 zł'),
    ]);
    expect(agreement()?.state).toBe('draft');
  });

  test('there is nothing to open before the plan is agreed, and only one draft after', () => {
    const { app, told } = ground;
    app.deps.db.raw.exec(`update initiatives set state = 'negotiation' where id = ${id()}`);
    expect(openAgreement(app.deps, told.coordinator, { initiativeId: id() })).toMatchObject({
      ok: false,
      code: 'plan_not_agreed',
    });
    app.deps.db.raw.exec(`update initiatives set state = 'agreed' where id = ${id()}`);
    expect(openAgreement(app.deps, told.coordinator, { initiativeId: id() })).toMatchObject({ ok: true });
    expect(openAgreement(app.deps, told.coordinator, { initiativeId: id() })).toMatchObject({
      ok: false,
      code: 'already_open',
    });
  });
});

describe('the issued agreement', () => {
  test('holds parties, dates and plan as they stood, whatever changes upstream', () => {
    const { app } = ground;
    issuedAgreement(app.deps, id());
    app.deps.db.raw.exec(
      "update organisations set name = 'Inna biblioteka', nip = '1111111111'; update initiatives set title = 'Inny tytuł'",
    );
    const content = JSON.parse(agreement()?.content ?? '{}');
    expect(content).toMatchObject({
      number: 'PB/2024/03/P',
      library: { name: 'Biblioteka Publiczna w Sejnach', address: 'ul. Łąkowa 1, 16-500 Sejny' },
      group: { name: 'Klub Seniora „Pogodna”', leaderName: 'Halina Baranowska', guardianName: '' },
      initiative: { code: 'PB/2024/03', title: 'Poczytaj mi, babciu' },
      dates: {
        from: '2024-05-13',
        to: '2024-09-30',
        lastPurchase: '2024-09-30',
        lastContractBill: '2024-10-15',
        groupReport: '2024-10-14',
        payments: '2024-11-15',
      },
      plan: { total: 6000_00, inWords: 'sześć tysięcy złotych 00/100' },
      funds: { confirmedBy: 'Teresa Krupińska' },
    });
    expect(content.plan.lines).toHaveLength(7);
    expect(() => app.deps.db.raw.exec("update agreements set content = '{}'")).toThrow('agreement_signed');
    expect(() => app.deps.db.raw.exec('delete from agreements')).toThrow('agreement_signed');
  });

  test('says who orders, pays and owns, protects children, and never speaks of a grant to the group', () => {
    issuedAgreement(ground.app.deps, id());
    const { wording } = JSON.parse(agreement()?.content ?? '{}');
    expect(wording).toMatchObject({ variant: 'informal_group', textId: null, number: 0 });
    const words = JSON.stringify(wording.blocks);
    for (const clause of [
      'Grupie ani jej członkom nie wypłaca się pieniędzy.',
      'Nabywcą na fakturach i rachunkach jest Biblioteka',
      'Grupa niczego nie kupuje bez zamówienia Biblioteki.',
      'Rzeczy kupione do inicjatywy są własnością Biblioteki.',
      'Rejestrze Sprawców Przestępstw na Tle Seksualnym',
      'Dofinansowano ze środków Ministra Kultury i Dziedzictwa Narodowego',
    ])
      expect(words).toContain(clause);
    expect(words).not.toMatch(/dotacj|\bgrant|decyzj|r\.\./iu);
  });

  test('goes to the leader with its document and a word on how to sign', () => {
    issuedAgreement(ground.app.deps, id());
    const letters = ground.app.deps.db.all<{ toAddress: string; subject: string; body: string; kind: string }>(sql`
      select l.to_address as toAddress, l.subject, l.body, d.kind from letters l
      join letter_documents x on x.letter_id = l.id join documents d on d.id = x.document_id where l.kind = 'agreement_issued'`);
    expect(letters.map(({ toAddress, subject, kind }) => [toAddress, subject, kind])).toEqual([
      ['halina@example.org', 'Porozumienie PB/2024/03/P do podpisu: Poczytaj mi, babciu', 'agreement'],
    ]);
    expect(plain(letters[0]?.body ?? '')).toContain('Podpisuje: Halina Baranowska.');
  });

  test('tells the group on its page what is ready and what it does, and the coordinator how to record it', async () => {
    issuedAgreement(ground.app.deps, id());
    const own = await leader().get(page());
    const told = plain(own.text);
    for (const words of [
      'Porozumienie jest gotowe i czeka na Wasz podpis. Podpisuje: Halina Baranowska.',
      'Najprościej w bibliotece, gdzie przygotujemy dwa egzemplarze: ul. Łąkowa 1, 16-500 Sejny',
      'Możecie też wydrukować tekst dwa razy, podpisać oba egzemplarze i przynieść je albo wysłać pocztą.',
      'Potem podpisze dyrektor. Jeden egzemplarz wróci do Was',
      'niczego nie kupujcie',
    ])
      expect(told).toContain(words);
    expect(told).toContain('plik powstaje, odświeżcie stronę za chwilę');
    expect(own.forms.filter(({ action }) => action.startsWith(page()))).toEqual([]);
    const staff = await coordinator().get(page());
    expect(staff.forms.find(({ action }) => action === `${page()}/podpis`)?.files).toEqual(['scan']);
  });
});

describe('the steps beside the page', () => {
  /** What stands under „Kolejne kroki”, line by line. */
  const steps = async (browser: Client) => {
    const { text } = await browser.get(page());
    const [, list = ''] = plain(text).split('Kolejne kroki\n');
    return list.split('\n\n')[0] ?? '';
  };

  test('speak to Halina of her part, to Joanna of hers, with the same days and names', async () => {
    issuedAgreement(ground.app.deps, id());
    const [group, staff] = [await steps(leader()), await steps(coordinator())];
    expect(group).toContain('Wy razem z biblioteką');
    expect(group).toMatch(/Macie go od 22 kwietnia 2024 r\., godz\. [\d.]+: jest w dokumentach i w liście od nas/u);
    expect(group).toContain('Najpierw podpisujecie Wy, potem dyrektor.');
    expect(group).not.toMatch(/[Kk]oordynator|skan/u);
    expect(staff).toContain('Koordynator dołącza skan i dzień podpisania');
    expect(staff).not.toMatch(/Wy |Wam|Macie/u);
    for (const said of [group, staff]) expect(said).toMatch(/Teresa Krupińska, 22 kwietnia 2024 r\./u);
  });

  test('tell a group that waits that there is nothing for it to do yet', async () => {
    openAgreement(ground.app.deps, ground.told.coordinator, { initiativeId: id() });
    const waiting = await leader().get(page());
    expect(plain(waiting.text)).toContain('Na razie nie musicie nic robić. Niczego też jeszcze nie kupujcie.');
    expect(plain(waiting.text)).toContain('Sprawdza je księgowość biblioteki');
    expect([...waiting.links.keys()]).not.toContain('Pobierzcie porozumienie');
  });

  test('tell a group that has signed that it may act', async () => {
    await signedAgreement(ground.app.deps, id());
    const signed = await leader().get(page());
    expect(plain(signed.text)).toContain('Porozumienie jest podpisane przez obie strony');
    expect(plain(signed.text)).toContain('Zakupy zgłaszajcie bibliotece: to ona zamawia i płaci.');
  });
});

describe('the signed paper', () => {
  const sign = async (signedOn = '22.04.2024') => {
    const browser = coordinator();
    await browser.get(page());
    return browser.post(`${page()}/podpis`, { signedOn }, { scan: pdf });
  };

  test('turns the reservation into a commitment, line by line to the grosz, and the work begins', async () => {
    issuedAgreement(ground.app.deps, id());
    expect([held('reservation'), held('commitment')]).toEqual([plan, {}]);
    expect((await sign()).status).toBe(303);
    expect([held('reservation'), held('commitment')]).toEqual([{}, plan]);
    expect(agreement()).toMatchObject({ state: 'signed', signedOn: '2024-04-22' });
    expect(readInitiative(ground.app.deps.db, id())?.state).toBe('realisation');
    const balances =
      ground.app.deps.db.get(sql`select sum(reserved_grosze) as reserved, sum(committed_grosze) as committed, sum(left_grosze) as "left" from budget_balances b
      join budget_lines l on l.id = b.line_id join budget_tasks t on t.id = l.task_id where t.code = '4'`);
    expect(balances).toEqual({ reserved: 18_000_00, committed: 6000_00, left: 0 });
    const broken = agreementInvariants.filter((invariant) => offendersOf(ground.app.deps.db, invariant).length > 0);
    expect(broken.map(({ name }) => name)).toEqual([]);
  });

  test('stands in the history from funds to realisation, with who and when', async () => {
    issuedAgreement(ground.app.deps, id());
    await sign();
    const events = ground.app.deps.db.all<{
      what: string;
      fromState: string | null;
      toState: string;
      name: string;
    }>(sql`
      select e.what, e.from_state as fromState, e.to_state as toState, p.name from events e join people p on p.id = e.actor_person_id
      where e.what like 'agreement.%' or e.what = 'initiative.in_realisation' order by e.id`);
    expect(events).toEqual([
      { what: 'agreement.opened', fromState: null, toState: 'draft', name: 'Joanna Wasilewska' },
      { what: 'agreement.funds_confirmed', fromState: 'draft', toState: 'confirmed', name: 'Teresa Krupińska' },
      { what: 'agreement.issued', fromState: 'confirmed', toState: 'issued', name: 'Joanna Wasilewska' },
      { what: 'agreement.signed', fromState: 'issued', toState: 'signed', name: 'Joanna Wasilewska' },
      { what: 'initiative.in_realisation', fromState: 'agreed', toState: 'realisation', name: 'Joanna Wasilewska' },
    ]);
  });

  test('never changes again', async () => {
    issuedAgreement(ground.app.deps, id());
    await sign();
    for (const change of ["signed_on = '2024-04-21'", "state = 'issued'", 'signed_file_id = null']) {
      expect(() => ground.app.deps.db.raw.exec(`update agreements set ${change}`)).toThrow('agreement_signed');
    }
    const late = await coordinator().get(page());
    expect(late.forms.filter(({ action }) => action === `${page()}/podpis`)).toEqual([]);
  });

  test.each([
    ['23.04.2024', 'Ten dzień jest w przyszłości.'],
    ['21.04.2024', 'To dzień sprzed wydania porozumienia.'],
    ['31.04.2024', 'Nie ma takiej daty.'],
    ['', 'Brakuje daty.'],
  ])('the day %s is answered at its field; nothing is stored', async (signedOn, words) => {
    issuedAgreement(ground.app.deps, id());
    const again = await sign(signedOn);
    expect([again.status, plain(again.text)]).toEqual([422, expect.stringContaining(words)]);
    expect(again.forms.find(({ action }) => action === `${page()}/podpis`)?.filled).toContainEqual([
      'signedOn',
      signedOn,
    ]);
    expect([agreement()?.state, held('commitment')]).toEqual(['issued', {}]);
    expect(ground.app.deps.db.all(sql`select id from files where subject_kind = 'agreement'`)).toEqual([]);
  });

  test.each<[string, string | Buffer, string]>([
    ['B7: an empty file', '', 'Ten plik jest pusty'],
    ['B7: an executable named .pdf', 'MZ program', 'To program'],
    [
      'B7: a file over the limit',
      Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(10 * 1024 * 1024)]),
      'Plik jest za duży: przyjmujemy do 10 MB.',
    ],
  ])('%s is answered at its field', async (_what, content, words) => {
    issuedAgreement(ground.app.deps, id());
    const browser = coordinator();
    await browser.get(page());
    const again = await browser.post(
      `${page()}/podpis`,
      { signedOn: '22.04.2024' },
      { scan: { name: 'skan.pdf', content } },
    );
    expect([again.status, plain(again.text)]).toEqual([422, expect.stringContaining(words)]);
    expect(agreement()?.state).toBe('issued');
  });

  test('without a file says what to choose', async () => {
    issuedAgreement(ground.app.deps, id());
    const browser = coordinator();
    await browser.get(page());
    const again = await browser.post(`${page()}/podpis`, { signedOn: '22.04.2024' });
    expect([again.status, plain(again.text)]).toEqual([
      422,
      expect.stringContaining('Wybierz skan podpisanego porozumienia'),
    ]);
  });

  test('is read by its group and the staff; anybody else meets the same page as for no file', async () => {
    issuedAgreement(ground.app.deps, id());
    await sign();
    const file = `/pliki/${agreement()?.signedFileId}`;
    const inspector = ground.app.as(ground.app.person('Irena Sawko', 'irena@example.org', ['inspector']));
    for (const browser of [leader(), coordinator(), accountant(), inspector]) {
      const answer = await browser.get(file);
      expect([answer.status, answer.headers['content-disposition'], answer.body.toString()]).toEqual([
        200,
        expect.stringContaining('podpisane.pdf'),
        pdf.content,
      ]);
    }
    const juror = ground.app.as({ id: ground.told.jury[0]?.personId ?? 0 });
    for (const browser of [leader(0), juror, ground.app.visitor()]) {
      const [foreign, absent] = [await browser.get(file), await browser.get('/pliki/987654')];
      const body = ({ text }: { text: string }) => text.replace(/req-\w+/, '').replace(/\/pliki\/\d+/, '');
      expect([foreign.status, body(foreign)]).toEqual([404, body(absent)]);
    }
  });
});
