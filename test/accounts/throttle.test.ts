import { afterEach, beforeEach, expect, test } from 'vitest';
import { mayAskFrom } from '../../src/features/accounts/throttle.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';

let house: TestHouse;

beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.close());

function ask(network: string): boolean {
  return house.deps.db.write((tx) => mayAskFrom(tx, house.deps, network));
}

test('a subscriber of IPv6 counts as one network, whatever address of theirs asks', () => {
  for (let time = 0; time < 30; time += 1) expect(ask(`2001:db8:0:7::${(time + 1).toString(16)}`)).toBe(true);
  expect(ask('2001:db8:0:7:aaaa:bbbb:cccc:dddd')).toBe(false);
  expect(ask('2001:DB8::7:1:2:3:4')).toBe(false);
  expect(ask('2001:db8:0:8::1')).toBe(true);
});

test('an IPv4 address written as IPv6 counts as itself', () => {
  for (let time = 0; time < 30; time += 1) ask('::ffff:192.0.2.7');
  expect(ask('192.0.2.7')).toBe(false);
  expect(ask('::ffff:192.0.2.8')).toBe(true);
});

test('an hour later the count begins anew', () => {
  for (let time = 0; time < 30; time += 1) ask('192.0.2.7');
  house.clock.advance({ minutes: 59 });
  expect(ask('192.0.2.7')).toBe(false);
  house.clock.advance({ minutes: 1 });
  expect(ask('192.0.2.7')).toBe(true);
});
