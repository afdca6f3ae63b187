import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { beginAmendment, setAmendmentAside } from '../../src/features/applications/amendments/commands.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { withdrawApplication } from '../../src/features/applications/commands/withdraw.ts';
import { readSubmitted } from '../../src/features/applications/content.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { applicationInvariants } from '../../src/features/applications/invariants.ts';
import type { Actor } from '../../src/lib/actor.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { numbers } from '../support/properties.ts';
import { completeDraft } from '../support/story/applications.ts';
import { deliver, findable, type OpenPage, openPage, requestOf, writeIn, written } from '../support/two-writers.ts';

const [sequences, steps] = [200, 30];
const begun = '2024-03-04T17:40:00.000Z';

let house: TestHouse;
/** What happened at all, so that the property is not true of nothing. */
const happened: Record<string, number> = {};
const note = (what: string) => {
  happened[what] = (happened[what] ?? 0) + 1;
};

beforeAll(async () => {
  house = await openTestHouse({ beginning: 'open', at: begun });
  house.deps.db.raw.pragma('synchronous = off');
});
afterAll(() => house.close());

/** Two co-authors with their open pages, savings on their way, and what they were promised. */
interface World {
  readonly seed: number;
  /** Its first application. */
  readonly first: number;
  readonly chance: (below: number) => number;
  readonly writers: readonly Actor[];
  readonly begin: () => number;
  /** What is being written: an application of its own, or a change of what was sent. */
  applicationId: number;
  /** It, what it changes, and every change ever begun of that: where an acknowledged word may stand. */
  readonly family: Set<number>;
  readonly pages: OpenPage[];
  readonly onTheWay: { page: OpenPage; request: ReturnType<typeof requestOf> }[];
  readonly acknowledged: Set<string>;
  readonly takenAway: Set<string>;
  words: number;
}

function newWorld(seed: number): World {
  house.clock.setNow(begun);
  const jadwiga = house.person(`Jadwiga Kowalczyk ${seed}`, `jadwiga.${seed}@example.org`);
  const leader = { leader: `Birutė Jurkianis ${seed}`, email: `birute.${seed}@example.org`, title: 'Dwa języki' };
  const join = house.deps.db.raw.prepare(
    `insert into application_members (application_id, person_id, role, may) values (?, ${jadwiga.id}, 'co_author', 'submit')`,
  );
  const begin = () => {
    const draft = completeDraft(house.deps, leader);
    join.run(draft.id);
    return draft;
  };
  const { id, actor } = begin();
  return {
    ...{
      seed,
      chance: numbers(seed),
      writers: [actor, jadwiga.actor],
      first: id,
      applicationId: id,
      family: new Set([id]),
      words: 0,
    },
    ...{ pages: [], onTheWay: [], acknowledged: new Set(), takenAway: new Set(), begin: () => begin().id },
  };
}

const oneOf = <Item>({ chance }: World, items: readonly Item[]): Item | undefined => items[chance(items.length)];
/** The application that was sent, behind a change of it that is being written. */
const sentBehind = ({ applicationId }: World) =>
  readDraft(house.deps.db, applicationId)?.amends?.applicationId ?? applicationId;
const stateOf = (world: World) => readDraft(house.deps.db, world.applicationId)?.state;
const pageOf = (world: World) => oneOf(world, world.pages) ?? open(world);

/** Everything that the two may do. A way to write that is new to the house is one more line here. */
const actions: Readonly<Record<string, (world: World) => void>> = {
  open: (world) => void open(world),
  write: (world) => write(world, pageOf(world)),
  writeAndSave(world) {
    const page = pageOf(world);
    write(world, page);
    save(world, page, { isAutosave: true });
  },
  save: (world) => save(world, pageOf(world), { isAutosave: true }),
  /** It arrives, the answer does not. */
  saveUnheard(world) {
    const page = pageOf(world);
    write(world, page);
    const saved = deliver(house, page, requestOf(page, true));
    if (saved.ok) for (const word of page.takenAway) world.takenAway.add(word);
  },
  sendSlowly(world) {
    const page = pageOf(world);
    world.onTheWay.push({ page, request: requestOf(page, true) });
  },
  arriveLate(world) {
    const [late] = world.onTheWay.splice(world.chance(world.onTheWay.length), 1);
    if (late === undefined) return;
    const taken = [...late.page.takenAway];
    if (deliver(house, late.page, late.request).ok) for (const word of taken) world.takenAway.add(word);
    note('late');
  },
  press(world) {
    const page = pageOf(world);
    write(world, page);
    save(world, page, { isAutosave: false });
    close(world, page);
  },
  choose(world) {
    const page = open(world);
    if (world.chance(3) === 0) {
      // Somebody else writes on before the button is pressed.
      const rival = open(world, page.section);
      for (const _ of written[page.section] ?? []) write(world, rival);
      save(world, rival, { isAutosave: true });
    }
    const choice = oneOf(world, page.choices);
    if (choice !== undefined) save(world, page, { isAutosave: false, choice });
    close(world, page);
  },
  send(world) {
    const draft = readDraft(house.deps.db, world.applicationId);
    const actor = oneOf(world, world.writers);
    if (draft === undefined || actor === undefined) return;
    const revision = draft.revision - (world.chance(4) === 0 ? 1 : 0);
    const sent = submitApplication(house.deps, actor, { applicationId: draft.id, revision });
    if (!sent.ok) return note(`not sent: ${sent.code}`);
    note(draft.amends === null ? 'sent' : 'sent again');
    world.applicationId = sent.value.applicationId;
    // What stands in the place of the application is what was written, wherever it was written.
    const { title, answers, applicant, schedule, costs, consents } = draft;
    const parts = { title, answers, applicant, schedule, costs, consents };
    expect(readDraft(house.deps.db, world.applicationId)).toMatchObject(parts);
    expect(readSubmitted(house.deps.db, world.applicationId)).toMatchObject({ title, version: sent.value.version });
    expect([draft.state, draft.unsettled, revision]).toEqual(['draft', [], draft.revision]);
  },
  withdraw(world) {
    const actor = oneOf(world, world.writers);
    const applicationId = sentBehind(world);
    if (actor === undefined || !withdrawApplication(house.deps, actor, { applicationId }).ok) return;
    note(applicationId === world.applicationId ? 'withdrawn' : 'withdrawn while changed');
    world.applicationId = applicationId;
  },
  change(world) {
    const actor = oneOf(world, world.writers);
    const begun = actor && beginAmendment(house.deps, actor, world.applicationId);
    if (!begun?.ok) return;
    note('change begun');
    world.applicationId = begun.value.copyId;
    world.family.add(begun.value.copyId);
  },
  setAside(world) {
    const actor = oneOf(world, world.writers);
    const aside = actor && setAmendmentAside(house.deps, actor, world.applicationId);
    if (!aside?.ok) return;
    note('change set aside');
    world.applicationId = aside.value.applicationId;
  },
  beginAgain(world) {
    if (stateOf(world) !== 'withdrawn' || house.clock.now() > '2024-03-15') return;
    world.applicationId = world.begin();
    for (const kept of [world.pages, world.onTheWay]) kept.length = 0;
    for (const kept of [world.acknowledged, world.takenAway]) kept.clear();
    world.family.clear();
    world.family.add(world.applicationId);
  },
  wait: ({ chance }) =>
    house.clock.setNow(new Date(Date.parse(house.clock.now()) + chance(900) * 60_000).toISOString()),
  turnTheClockBack: ({ chance }) =>
    house.clock.setNow(new Date(Date.parse(begun) + chance(900) * 60_000).toISOString()),
};

/** Most of the writing is in one section, so that two people meet there. */
const sectionsWritten = [...Object.keys(written), 'idea', 'idea'];

function open(world: World, wanted?: string): OpenPage {
  const { unsettled = [] } = readDraft(house.deps.db, world.applicationId) ?? {};
  const asking = Object.keys(written).filter((one) => written[one]?.some((field) => unsettled.includes(field)));
  const section = wanted ?? oneOf(world, asking.length > 0 && world.chance(2) === 0 ? asking : sectionsWritten) ?? '';
  const actor = oneOf(world, world.writers) ?? { kind: 'visitor' };
  const name = `${world.seed}-${world.words++}`;
  const page = openPage(house, { applicationId: world.applicationId, actor, section, name });
  world.pages.push(page);
  return page;
}

const close = ({ pages }: World, page: OpenPage) => void pages.splice(pages.indexOf(page), 1);

const write = (world: World, page: OpenPage) => writeIn(page, `słowo${++world.words}.`, world.chance);

function save(world: World, page: OpenPage, how: { isAutosave: boolean; choice?: OpenPage['choices'][number] }): void {
  const draft = readDraft(house.deps.db, page.applicationId);
  const isOpen = draft?.state === 'draft' && draft.amends?.isOpen !== false;
  const saved = deliver(house, page, requestOf(page, how.isAutosave, how.choice));
  expect({ isOpen, isSaved: saved.ok }).toEqual({ isOpen, isSaved: isOpen });
  if (!saved.ok) return;
  page.seen = saved.value.seen;
  for (const word of page.typed) world.acknowledged.add(word);
  for (const word of page.takenAway) world.takenAway.add(word);
  if (saved.value.differing.length > 0) note('met');
  if (how.choice) note(saved.value.isChosen ? `chosen: ${how.choice.stays}` : 'not chosen');
}

/** What was sent of this sequence's applications. */
const versions = ({ first }: World) =>
  house.deps.db.all<{ id: number }>(sql`
    select id, application_id, number, content, fingerprint, submitted_at from application_versions where application_id >= ${first} order by id`);

/** What must be true after every step. */
function expectKept(world: World, before: readonly { id: number }[]): void {
  const there = new Set([...world.family].flatMap((id) => [...findable(house, id)]));
  const lost = [...world.acknowledged].filter((word) => !there.has(word) && !world.takenAway.has(word));
  const wrongSums = house.deps.db.all(sql`select a.id from applications a where a.id >= ${world.first}
    and a.requested_grosze <> (select coalesce(sum(value_grosze), 0) from cost_lines where application_id = a.id)`);
  const versionsNow = versions(world);
  expect({ lost, wrongSums, versions: versionsNow.slice(0, before.length) }).toEqual({
    lost: [],
    wrongSums: [],
    versions: before,
  });
}

/** Writing is done all the time, sending now and then. */
const often = [
  'change',
  'send',
  'open',
  'writeAndSave',
  'writeAndSave',
  'writeAndSave',
  'writeAndSave',
  'press',
  'choose',
  'choose',
  'choose',
];
const drawn = [...Object.keys(actions), ...often];

function play(seed: number): void {
  const world = newWorld(seed);
  const done: string[] = [];
  let before = versions(world);
  for (let step = 0; step < steps; step++) {
    const action = oneOf(world, drawn) ?? '';
    done.push(action);
    try {
      actions[action]?.(world);
      expectKept(world, before);
    } catch (error) {
      throw new Error(`Seed ${seed}, ${done.length} steps: ${done.join(', ')}`, { cause: error });
    }
    before = versions(world);
  }
}

describe('two co-authors, whatever they do', () => {
  const batches = Array.from({ length: sequences / 20 }, (_, batch) => [batch * 20 + 1, batch * 20 + 20] as const);

  test.each(batches)(
    'lose no acknowledged word, change nothing sent, and sums and numbers hold (%i to %i)',
    (from, to) => {
      for (let seed = from; seed <= to; seed++) play(seed);
      const broken = applicationInvariants.map((truth) => ({
        name: truth.name,
        rows: offendersOf(house.deps.db, truth),
      }));
      expect(broken.filter(({ rows }) => rows.length > 0)).toEqual([]);
    },
  );

  test('and meet, choose, send and take back often enough for that to mean something', () => {
    const wanted = [
      ...['met', 'chosen: field', 'chosen: other', 'chosen: both', 'not chosen', 'late', 'sent', 'withdrawn'],
      ...['change begun', 'sent again', 'change set aside', 'withdrawn while changed'],
    ];
    expect({ happened, rare: wanted.filter((what) => (happened[what] ?? 0) < 5) }).toEqual({ happened, rare: [] });
  });
});
