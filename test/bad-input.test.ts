import type { Statement } from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asking, askingIn, type Field } from './support/asking.ts';
import { checksumOf } from './support/checksum.ts';
import { crawl, type FoundForm } from './support/crawl.ts';
import { watchMarkup } from './support/markup.ts';
import { chapters } from './support/story/chapters.ts';
import type { Chapter } from './support/story/competition.ts';
import { openWorld, type World } from './support/world.ts';

/** Whose turn it is in each chapter: who has forms that nobody had earlier, and pages of theirs that the crawl would not come to. */
const turns: Record<Chapter, Record<string, readonly string[]>> = {
  'a call is announced': {
    visitor: ['/wejscie'],
    coordinator: ['/nabory/{otherCall}/ustawienia', '/pisma/wzory/nowa-rola'],
    accountant: [],
    administrator: ['/administracja/osoby/{closed}'],
  },
  'groups write': {
    visitor: ['/nabory/{otherCall}/konsultacje'],
    provisional: [],
    'leader of draft': [],
    'leader of running': ['/wnioski/{amendment}/odlozenie'],
    applicant: [],
    accountant: [],
    coordinator: [],
  },
  'the coordinator checks': { coordinator: ['/nabory/{otherCall}/przesuniecie?do=today'] },
  'jurors declare': {
    juror: [],
    'leader of rejected': ['/wnioski/{rejected}/ponowne-sprawdzenie'],
    coordinator: ['/wnioski/{rejected}/ocena-formalna', '/skrzynka/{posted}'],
  },
  'jurors score': {
    coordinator: ['/nabory/{call}/oceny'],
    juror: ['/wnioski/{refused}/ocena/wyslanie', '/komisja/{call}/oswiadczenie'],
    director: ['/wnioski/{rejected}/ocena-formalna'],
  },
  'the jury meets': {
    juror: ['/wnioski/{settled}/ocena'],
    coordinator: ['/nabory/{call}/ranking?pula=20000&prog=60', '/wnioski/{reserve}/ocena/otwarcie'],
  },
  'the jury talks': { juror: ['/nabory/{call}/posiedzenie'], coordinator: ['/nabory/{call}/posiedzenie'] },
  'the ranking stands': { coordinator: ['/nabory/{call}/oceny'] },
  'decisions are prepared': { coordinator: [] },
  'the director decides': { director: [] },
  'results wait to be published': { coordinator: [] },
  'plans are negotiated': { coordinator: [] },
  'an agreement waits for its signature': { coordinator: [], accountant: [] },
  'the work goes on': { coordinator: [], accountant: [], director: [] },
  'an initiative is settled': { accountant: [] },
};

/** One-time doors, which no page leads to: their bad input is told in test/accounts and test/applications; no call of the story is judged without names. */
const doors = [
  // In test/reviews/blind.test.ts.
  'POST /wnioski/:id/bez-nazwisk/:file',
  'POST /wejscie/kod',
  'POST /wejscie/:token',
  'POST /wejscie/pierwsza-osoba/:token',
  'POST /potwierdzenie/:token',
  'POST /zaproszenie/:token',
  'POST /zgoda-opiekuna/:token',
  'POST /proba/:address',
];

/** Of a call that draws who scores what; in the world's call everybody scores everything. Their bad input is told in test/jury/assignment.test.ts. */
const ofADraw = [
  'POST /nabory/:id/komisja/przydzial/losowanie',
  'POST /nabory/:id/komisja/przydzial/braki',
  'POST /nabory/:id/komisja/przydzial/wnioski/:application',
];

/** A form of the competition, met once. */
interface Known {
  readonly who: string;
  readonly form: FoundForm['form'];
  readonly route: FoundForm['route'];
}

let world: World;
let asking: Asking;
let search: Statement | undefined;
const markup = watchMarkup();
const met = new Set<string>();
const metRoutes = new Set<string>();
/** Routes that took the very body once its tokens were good. */
const taken = new Set<string>();

beforeAll(async () => {
  world = await openWorld();
  asking = askingIn(world);
});
afterAll(() => world.app.close());

test.each(Object.keys(chapters) as Chapter[])(
  '%s: no form can be forged, bent or broken',
  async (chapter) => {
    expect(await world.next()).toBe(chapter);
    asking.anew();
    const before = checksumOf(world.app.deps.db);
    const wrong: string[] = [];
    for (const [who, also] of Object.entries(turns[chapter])) {
      await asking.get(who, '/');
      for (const known of await newForms(who, also))
        wrong.push(...(await forged(known)), ...(await bent(known)), ...(await broken(known)));
    }
    expect(wrong).toEqual([]);
    // All that was taken was taken back, so that every form met the same database.
    expect(checksumOf(world.app.deps.db)).toEqual(before);
    expect({}).not.toHaveProperty('polluted');
  },
  180_000,
);

test('every form of the app was met, and most did something once their tokens were good', () => {
  const posts = world.routes.filter((route) => route.startsWith('POST') && ![...doors, ...ofADraw].includes(route));
  expect(posts.filter((route) => !metRoutes.has(route))).toEqual([]);
  expect(taken.size).toBeGreaterThan(metRoutes.size / 2);
});

test('every form that came back with its errors is HTML as the standard and WCAG have it', () => {
  expect(markup.findings).toEqual([]);
  expect(markup.kinds).toBeGreaterThan(20);
});

async function newForms(who: string, also: readonly string[]): Promise<Known[]> {
  const from = [
    ...also.map((path) => path.replace(/\{(\w+)\}/, (_, name: string) => String(world.story.id(name)))),
    '/',
  ];
  const found = await crawl(world.as(who), world.routes, who === 'visitor' ? from : [...from, '/konto'], 8);
  return found.forms.flatMap(({ route, form }) => {
    const kind = `${route} ${oneOfEach(form.names)}`;
    if (met.has(kind)) return [];
    met.add(kind);
    metRoutes.add(route);
    return [{ who, route, form }];
  });
}

/** Without its token, with an empty one, with a wrong one: 403, and not a row is written. */
async function forged({ who, route, form }: Known): Promise<string[]> {
  const wrong: string[] = [];
  const content = form.filled.filter(([name]) => name !== '_csrf');
  for (const token of [[], [['_csrf', '']], [['_csrf', 'A'.repeat(43)]]] as Field[][]) {
    const rows = rowsWritten();
    const { status } = await asking.send(who, form.action, encoded([...content, ...token]));
    const written = rowsWritten() - rows;
    if (status !== 403 || written > 0)
      wrong.push(`${who}, ${route} with ${token[0]?.join('=') ?? 'no token'}: ${status}, ${written} rows`);
  }
  const { status } = await asking.post(who, form.action, contentOf(form));
  if (status === 303) taken.add(route);
  return wrong;
}

/** Since the database was opened, kept or not. */
function rowsWritten(): number {
  return world.app.deps.db.raw.prepare('select total_changes()').pluck().get() as number;
}

/** Of rows in a list the first is enough; the form's own tokens are told apart above. */
function oneOfEach(names: Iterable<string>): string[] {
  const byKind = new Map([...names].map((name) => [name.replace(/\d+/g, '0'), name]));
  return [...byKind.values()].filter((name) => !name.startsWith('_'));
}

const shapes: Record<string, (content: readonly Field[]) => readonly Field[]> = {
  'lists in place of texts': (content) => content.map(([name, value]) => [`${name}[]`, value]),
  'records in lists in place of texts': (content) => content.map(([name, value]) => [`${name}[0][0][x]`, value]),
  'texts in place of lists': (content) => content.map(([name, value]) => [name.replace(/\[.*/, ''), value]),
  'every field twice': (content) => content.flatMap((field) => [field, field]),
  'two thousand more fields': (content) => [
    ...content,
    ...Array.from({ length: 2000 }, (_, n): Field => [`x${n}`, 'y']),
  ],
  'names of the language': (content) => [
    ...content,
    ['__proto__[polluted]', 'yes'],
    ['constructor[prototype][polluted]', 'yes'],
    ['toString', 'yes'],
    ['hasOwnProperty', 'yes'],
  ],
  nothing: () => [],
};

async function bent({ who, route, form }: Known): Promise<string[]> {
  const wrong: string[] = [];
  for (const [shape, reshape] of Object.entries(shapes)) {
    const { status } = await asking.post(who, form.action, reshape(contentOf(form)));
    if (status >= 500) wrong.push(`${who}, ${route}, ${shape}: ${status}`);
  }
  const others = [
    ['application/json', '{"_csrf":', [400, 415]],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"', [400, 403, 415]],
    ['application/x-www-form-urlencoded', '%E0%A4%A=%&&&=&[[[]]]=%00', [403]],
  ] as const;
  for (const [type, body, expected] of others) {
    const { status } = await asking.send(who, form.action, body, type);
    if (!expected.some((one) => one === status)) wrong.push(`${who}, ${route}, ${type}: ${status}`);
  }
  return wrong;
}

const nasty = 'Ala\u0000 ma 🐈‍⬛ i \u202ekota\u0007 „ąę” Ą́ <b>&amp;</b> {{x}} %00 \\ \' "';

/** Characters nobody expects, in each field by itself; and then three thousand letters in each of them. */
async function broken({ who, route, form }: Known): Promise<string[]> {
  const wrong: string[] = [];
  const fields = oneOfEach(form.names);
  for (const field of fields) {
    const rest = contentOf(form).filter(([name]) => name !== field);
    const page = await asking.post(who, form.action, [...rest, [field, nasty]], ({ status }) => {
      if (status < 400 && keepsControls()) wrong.push(`${who}, ${route}, ${field}: kept as sent`);
    });
    if (page.status >= 500) wrong.push(`${who}, ${route}, ${field}: ${page.status}`);
    if (/\0|<b>&amp;/.test(page.html)) wrong.push(`${who}, ${route}, ${field}: printed as sent`);
  }
  const long = fields.map((field): Field => [field, 'ż'.repeat(3000)]);
  const { status, html } = await asking.post(who, form.action, long);
  if (status >= 500) wrong.push(`${who}, ${route}, too long: ${status}`);
  markup.meet(`${route} of ${who}, too long`, html);
  return wrong;
}

/** Whether a text anywhere in the database holds NUL, BEL or a mark that reverses the text around it. */
function keepsControls(): boolean {
  const { raw } = world.app.deps.db;
  search ??= raw.prepare(`select ${textColumns().map(holdsControls).join(' or ')}`).pluck();
  return search.get() === 1;
}

function textColumns(): [table: string, column: string][] {
  const columns = `select t.name, c.name from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table' and c.type = 'TEXT'`;
  return world.app.deps.db.raw.prepare(columns).raw().all() as [string, string][];
}

function holdsControls([table, column]: [string, string]): string {
  return `exists (select 1 from "${table}" where "${column}" glob '*[' || char(7, 8238) || ']*' or instr("${column}", char(0)))`;
}

function contentOf(form: FoundForm['form']): Field[] {
  return form.filled.filter(([name]) => !name.startsWith('_'));
}

function encoded(fields: readonly Field[]): string {
  return new URLSearchParams(fields.map((field) => [...field])).toString();
}
