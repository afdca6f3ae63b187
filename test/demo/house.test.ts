import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { demoFolder } from '../../src/demo/folder.ts';
import { stages } from '../../src/demo/stages.ts';
import { cast } from '../../src/demo/story/cast.ts';
import type { Page } from '../support/client.ts';
import { startTestDemo, type TestDemo } from '../support/demo.ts';
import { enterAs, moveTo } from '../support/stage-crawl.ts';

let demo: TestDemo;
beforeAll(async () => {
  demo = await startTestDemo();
}, 120_000);
afterAll(() => demo.close());

const plain = ({ text }: Page) => text.replaceAll('\u00a0', ' ');
describe('whoever opens it', () => {
  test('is in the middle of realisation, told that it is a demonstration and what day it is', async () => {
    const page = await demo.visitor().get('/');
    expect(page.status).toBe(200);
    expect(plain(page)).toContain('Wersja pokazowa: 10 lipca 2024 r., godz. 11.00');
    const chooser = await demo.visitor().get('/demo');
    for (const { name } of Object.values(cast)) expect(chooser.text).toContain(name);
    for (const { name } of stages) expect(chooser.text).toContain(name);
  });

  test('is somebody else with one click', async () => {
    const browser = demo.visitor();
    const home = await enterAs(browser, 'teresa');
    expect(home.text).toContain('Jesteś teraz jako Teresa Krupińska.');
    expect((await browser.get('/wydatki')).status).toBe(200);
    expect((await enterAs(browser, 'wieslawa')).text).toContain('Wiesława Mościńska');
    expect((await browser.get('/wydatki')).status).toBe(403);
  });

  test('cannot become somebody who is not of the story', async () => {
    const browser = demo.visitor();
    await browser.get('/demo');
    const forged = await browser.send({ method: 'POST', url: '/demo/osoby/1', payload: '' });
    expect(forged.status).toBe(409);
    expect((await browser.get('/demo/osoby/1')).status).toBe(404);
  });
});

describe('the clock', () => {
  test('goes to every stage, after a warning; the visitor stays signed in, what was done by hand is gone', async () => {
    const joanna = demo.visitor();
    await enterAs(joanna, 'joanna');
    for (const { code, name } of stages) {
      expect((await joanna.get(`/demo/etapy/${code}`)).text).toContain('To, co zrobiono ręcznie, zniknie');
      const page = await moveTo(joanna, code);
      expect(plain(page)).toContain(`Etap: ${name}.`);
      expect(page.text).toContain('Joanna Wasilewska');
      expect((await joanna.get('/pulpit')).status).toBe(200);
    }
    await moveTo(joanna, 'open');
    const agata = demo.visitor();
    await enterAs(agata, 'marianna');
    const begun = await agata.get('/wnioski/nowy?nabor=1');
    expect(begun.status).toBe(200);
    await moveTo(joanna, 'open');
    expect((await agata.get('/pulpit')).text).toContain('Marianna Zubrycka');
  });

  test('clicked twice at once is moved once, and both clicks lead to the same page', async () => {
    const joanna = demo.visitor();
    await moveTo(joanna, 'published');
    const { turn } = demo.folder.read();
    await joanna.get('/demo/etapy/negotiation');
    const answers = await Promise.all([1, 2].map(() => joanna.post('/demo/etapy/negotiation')));
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, '/demo#clock'],
      [303, '/demo#clock'],
    ]);
    expect((await joanna.get('/demo')).status).toBe(200);
    expect(demo.folder.read()).toEqual({ stage: 'negotiation', turn: turn + 1 });
  });

  test('moved by one while another writes: the other is told, keeps the words, and nothing of them is stored', async () => {
    const [joanna, teresa] = [demo.visitor(), demo.visitor()];
    await moveTo(joanna, 'realisation');
    await enterAs(teresa, 'teresa');
    await teresa.get('/wydatki/nowy');
    await moveTo(joanna, 'settlement');
    const sent = await teresa.post('/wydatki/nowy', {
      kind: 'invoice',
      number: 'FV 999/2024',
      sellerName: 'Księgarnia „Pod Wieżą”',
      issuedOn: '10.07.2024',
      total: '12,00',
      description: 'Zeszyty',
    });
    expect(sent.status).toBe(409);
    expect(sent.text).toContain('W międzyczasie zmienił się etap pokazu');
    expect(sent.html).toContain('FV 999/2024');
    expect((await teresa.get('/wydatki')).text).not.toContain('FV 999/2024');
  });
});

test('a stage that is still being told says so on its button, and cannot be gone to', async () => {
  const waiting = demo.folder.snapshotOf('archive');
  renameSync(waiting, `${waiting}.told`);
  const browser = demo.visitor();
  const chooser = await browser.get('/demo');
  expect(plain(chooser)).toContain('(przygotowuje się, za chwilę będzie gotowy)');
  expect(chooser.links.has('Po zakończeniu')).toBe(false);
  const { status, location } = await browser.get('/demo/etapy/archive');
  expect([status, location]).toEqual([303, '/demo#clock']);
  expect((await browser.get('/demo')).text).toContain('Ten etap jeszcze się przygotowuje.');
  renameSync(`${waiting}.told`, waiting);
  expect((await browser.get('/demo')).links.has('Po zakończeniu')).toBe(true);
});

describe('the mail', () => {
  test('is shown as its recipient would see it, with attachments and as a message', async () => {
    const browser = demo.visitor();
    const box = await browser.get(`/demo/mail?do=${encodeURIComponent(cast.birute.email)}`);
    const [subject, href = ''] = [...box.links].find(([words]) => words.includes('złożony')) ?? [];
    expect(subject).toContain('złożony: Dwa języki, jedna półka');
    const letter = await browser.get(href);
    expect(plain(letter)).toContain('Birutė Jurkianis, birute@example.org');
    const own = [...letter.links.values()].find((one) => one.startsWith('/wnioski/'));
    expect((await browser.get(own ?? '')).status).toBe(303);
    const pdf = await browser.get(`${href}/zalaczniki/0`);
    expect([pdf.status, pdf.headers['content-type'], pdf.body.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    const eml = (await browser.get(`${href}/eml`)).body.toString('utf8');
    expect(eml).toMatch(/^To: =\?UTF-8\?.*<birute@example\.org>|^To: .*birute@example\.org/m);
    expect(eml).toContain('Content-Type: application/pdf');
  });

  test('brings a link that opens the door at once, since nothing leaves the demonstration', async () => {
    const browser = demo.visitor();
    await browser.get('/wejscie');
    await browser.submit('/wejscie', { email: cast.dorota.email });
    const box = await waitFor(async () => {
      const page = await browser.get(`/demo/mail?do=${encodeURIComponent(cast.dorota.email)}`);
      return page.text.includes('czeka') ? undefined : page;
    });
    const [, href = ''] = [...box.links].find(([, path]) => /^\/demo\/mail\/\d+$/.test(path)) ?? [];
    const door = [...(await browser.get(href)).links.values()].find((one) => one.startsWith('/wejscie/')) ?? '';
    await browser.get(door);
    expect((await browser.submit(door)).text).toContain('Dorota Milewska');
  });
});

test('a folder that holds anything else is refused', async () => {
  const real = await mkdtemp(join(inject('runFolder'), 'real-'));
  writeFileSync(join(real, 'oddolnie.sqlite'), 'the real thing');
  expect(() => demoFolder(real)).toThrow(`${real} is not empty and is no demonstration's folder`);
});

test('a folder made anew keeps its mark and its lock alone', async () => {
  const folder = demoFolder(await mkdtemp(join(inject('runFolder'), 'anew-')));
  folder.write({ stage: 'open', turn: 7 });
  for (const name of ['oddolnie.sqlite', 'server.lock', 'secret']) writeFileSync(join(folder.dataDir, name), name);
  mkdirSync(join(folder.dataDir, 'files'));
  writeFileSync(folder.snapshotOf('open'), 'told');
  folder.empty();
  expect(readdirSync(folder.dataDir).toSorted()).toEqual(['DEMO', 'server.lock', 'stages']);
  expect(existsSync(folder.snapshotOf('open'))).toBe(false);
  expect(folder.read()).toEqual({ stage: null, turn: 0 });
});

async function waitFor<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came');
}
