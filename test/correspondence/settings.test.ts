import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeInvitation } from '../../src/features/accounts/post.ts';
import { readLetterSettings } from '../../src/mail/letter-texts.ts';
import { words } from '../accounts/door.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';

const path = '/pisma/ustawienia';
let house: TestApp;
let joanna: Client;

beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft', at: '2024-02-05T11:00:00.000Z', mail: true });
  joanna = house.as(house.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
});
afterEach(() => house.close());

function invite(name: string, email: string): void {
  const { id } = house.person(name, email);
  const grant = { personId: id, role: 'director' as const, callId: null };
  house.deps.db.write((tx) => writeInvitation(tx, house.deps, grant, id));
}

test('every new letter ends with the foot and is answered where Joanna said; an old one keeps its words', async () => {
  invite('Marek Borkowski', 'marek@example.org');
  await joanna.get(path);
  const foot = 'Czytelnia, ul. Łąkowa 1\n{{to nie jest pole}} <b>';
  await joanna.submit(path, { replyTo: ' Konkurs@Example.org ', foot });
  invite('Ona Grigutienė', 'ona@example.org');
  await house.drain();
  const sent = house.mailbox.letters.map(({ envelope, text, replyTo, from }) => ({
    to: envelope.to[0],
    hasFoot: text?.trimEnd().endsWith(`\n\n${foot}`),
    replyTo: replyTo?.value[0]?.address,
    from: from?.value[0]?.address,
  }));
  expect(sent).toEqual([
    { to: 'marek@example.org', hasFoot: false, replyTo: 'konkurs@example.org', from: 'biblioteka@example.org' },
    { to: 'ona@example.org', hasFoot: true, replyTo: 'konkurs@example.org', from: 'biblioteka@example.org' },
  ]);
  expect(house.mailbox.letters[1]?.html).toContain('{{to nie jest pole}} &lt;b&gt;');
  expect(house.deps.db.get(sql`select what, facts from events order by id desc`)).toEqual({
    what: 'letter_settings.changed',
    facts: '{"fields":"replyTo foot"}',
  });
});

test('without settings a letter has neither', async () => {
  invite('Marek Borkowski', 'marek@example.org');
  await house.drain();
  expect(house.mailbox.letters[0]?.replyTo).toBeUndefined();
  expect(house.mailbox.letters[0]?.text?.trimEnd()).toMatch(/\ntel\. [\d ]+$/u);
});

test('an address with a second line is no address, and nothing is saved', async () => {
  await joanna.get(path);
  for (const replyTo of ['konkurs@example.org\nBcc: z@example.net', 'biblioteka', 'a@b.pl, c@d.pl']) {
    const answer = await joanna.post(path, { replyTo, foot: 'f' });
    expect([answer.status, words(answer)]).toEqual([422, expect.stringContaining('To nie wygląda na adres e-mail.')]);
  }
  expect((await joanna.post(path, { replyTo: '', foot: 'f'.repeat(1001) })).status).toBe(422);
  expect(readLetterSettings(house.deps.db)).toEqual({ replyTo: '', foot: '', version: 0 });
});

test('of two editors the later gets 409 with both, and the second try stands', async () => {
  const adam = house.as(house.person('Adam Nowik', 'adam@example.org', ['administrator']));
  await joanna.get(path);
  await adam.get(path);
  await adam.submit(path, { foot: 'Stopka Adama' });
  const late = await joanna.post(path, { foot: 'Stopka Joanny' });
  expect([late.status, words(late)]).toEqual([409, expect.stringContaining('Stopka Adama')]);
  await joanna.submit(path, { foot: 'Stopka Joanny' });
  expect(readLetterSettings(house.deps.db)).toEqual({ replyTo: '', foot: 'Stopka Joanny', version: 2 });
});

test('Irena the inspector and a coordinator of one call read it and find no form', async () => {
  for (const roles of [['inspector'], [{ role: 'coordinator', callId: 1 }]] as const) {
    const page = await house
      .as(house.person('Irena Sawko', `${roles.length}${JSON.stringify(roles).length}@example.org`, [...roles]))
      .get(path);
    expect(page.status).toBe(200);
    expect(page.forms.filter(({ action }) => action === path)).toEqual([]);
  }
});
