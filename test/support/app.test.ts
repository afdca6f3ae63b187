import { afterEach, expect, test } from 'vitest';
import { giveRole } from '../../src/features/accounts/administration.ts';
import { startTestApp, type TestApp } from './app.ts';

let house: TestApp;

afterEach(() => house.close());

test('an app answers a visitor and knows a signed-in person', async () => {
  house = await startTestApp();
  const halina = house.person('Halina Żukowska', 'halina@example.org');

  expect((await house.visitor().get('/healthz')).status).toBe(200);
  expect((await house.visitor().get('/nie-ma-takiej')).status).toBe(404);
  expect((await house.as(halina).get('/nie-ma-takiej')).text).toContain('Halina Żukowska');
});

test('a listening app answers at the address of its links', async () => {
  house = await startTestApp({ listening: true });
  expect(house.deps.publicUrl).toBe(house.url);
  expect((await fetch(`${house.url}/healthz`)).status).toBe(200);
  expect(() => house.mailbox).toThrow('without mail');
});

test('an app sends its waiting letters when it is told to work', async () => {
  house = await startTestApp({ mail: true });
  const halina = house.person('Halina Żukowska', 'halina@example.org');
  const adam = house.person('Adam Nowik', 'adam@example.org', ['administrator']);
  giveRole(house.deps, adam.actor, { personId: halina.id, role: 'coordinator', callId: null });

  expect(house.mailbox.letters).toEqual([]);
  await house.drain();
  expect(house.mailbox.letters.map((letter) => letter.envelope)).toEqual([
    { from: 'biblioteka@example.org', to: ['halina@example.org'] },
  ]);
});
