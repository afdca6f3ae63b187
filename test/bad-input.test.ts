import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '../src/lib/actor.ts';
import { checksumOf } from './support/checksum.ts';
import type { Client, Page } from './support/client.ts';
import { crawl, type FoundForm } from './support/crawl.ts';
import { type Rewinder, rewinderOf } from './support/rewind.ts';
import { openWorld, type Who, type World } from './support/world.ts';

/** One form of the whole competition, with the browser it was found in. */
interface KnownForm extends FoundForm {
  readonly who: Who;
  readonly browser: Client;
}

type Body = [name: string, value: string][];

let world: World;
let time: Rewinder;
let forms: KnownForm[];

beforeAll(async () => {
  world = await openWorld();
  forms = [];
  for (const who of ['visitor', 'provisional', 'applicant', ...roles] as const) {
    const browser = world.as(who);
    const found = await crawl(browser, world.routes, who === 'visitor' ? ['/', '/wejscie'] : ['/', '/konto']);
    forms.push(...found.forms.map((form) => ({ ...form, who, browser })));
  }
  const kinds = forms.map((form) => [`${form.who} ${form.route} ${[...form.form.names].join()}`, form] as const);
  forms = [...new Map(kinds).values()];
  time = rewinderOf(world.app.deps.db);
});

afterAll(() => world.app.close());

test('without its token, or with a foreign one, no form does anything', async () => {
  const before = checksumOf(world.app.deps.db);
  const wrong: string[] = [];
  for (const known of forms.filter(({ route }) => route !== 'POST /wyjscie')) {
    const body = known.form.filled.filter(([name]) => name !== '_csrf');
    for (const forged of [[], [['_csrf', '']], [['_csrf', 'A'.repeat(43)]]] as Body[]) {
      const { status } = await send(known, [...body, ...forged]);
      if (status !== 403) wrong.push(`${known.who} ${known.route}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(checksumOf(world.app.deps.db)).toEqual(before);
});

test('a body of another shape than the form has is refused, never a fault of ours', async () => {
  const shapes: Record<string, (body: Body) => Body> = {
    'lists in place of texts': (body) => body.map(([name, value]) => [`${name}[]`, value]),
    'records in lists in place of texts': (body) => body.map(([name, value]) => [`${name}[0][0][x]`, value]),
    'texts in place of lists': (body) => body.map(([name, value]) => [name.replace(/\[.*/, ''), value]),
    'a field twice': (body) => body.flatMap((field) => [field, field]),
    'two thousand fields': (body) => [...body, ...Array.from({ length: 2000 }, (_, n): Body[number] => [`x${n}`, 'y'])],
    'fields of the language': (body) => [
      ...body,
      ['__proto__[polluted]', 'yes'],
      ['constructor[prototype][polluted]', 'yes'],
      ['toString', 'yes'],
      ['hasOwnProperty', 'yes'],
    ],
    nothing: () => [],
  };
  const broken: string[] = [];
  for (const known of forms) {
    for (const [shape, reshape] of Object.entries(shapes)) {
      const { status } = await sendAndForget(known, reshape(known.form.filled.filter(isContent)));
      if (status >= 500) broken.push(`${known.who} ${known.route}, ${shape}: ${status}`);
    }
  }
  expect(broken).toEqual([]);
  expect({}).not.toHaveProperty('polluted');
});

test('no character breaks any field', async () => {
  const nasty = 'Ala\u0000 ma 🐈‍⬛i \u202ekota\u0007 „ąę” Ą́ <b>&amp;</b> {{x}} %00 \\ \' "';
  const broken: string[] = [];
  for (const known of forms) {
    const content = known.form.filled.filter(isContent);
    for (const name of new Set([...known.form.names].filter((one) => !one.startsWith('_')))) {
      const page = await sendAndForget(known, [...content.filter(([other]) => other !== name), [name, nasty]]);
      if (page.status >= 500) broken.push(`${known.who} ${known.route}, ${name}: ${page.status}`);
      if (/\0|<b>&amp;/.test(page.html)) broken.push(`${known.who} ${known.route}, ${name}: printed as sent`);
    }
  }
  expect(broken).toEqual([]);
});

/** Sends a body with good tokens and takes back whatever it did. */
async function sendAndForget(known: KnownForm, body: Body): Promise<Page> {
  const token = known.form.filled.find(([name]) => name === '_csrf')?.[1] ?? '';
  const cookies = [...known.browser.cookies];
  time.mark();
  try {
    return await send(known, [...body, ['_csrf', token], ['_once', randomUUID()]]);
  } finally {
    time.rewind();
    known.browser.cookies.clear();
    for (const [name, value] of cookies) known.browser.cookies.set(name, value);
  }
}

function send({ browser, form }: KnownForm, body: Body): Promise<Page> {
  return browser.send({
    method: 'POST',
    url: form.action,
    headers: { origin: world.app.url, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(body).toString(),
  });
}

function isContent([name]: [string, string]): boolean {
  return !name.startsWith('_');
}
