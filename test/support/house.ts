import { people, roleGrants } from '../../src/db/schema/accounts.ts';
import { momentOf, stageNamed } from '../../src/demo/stages.ts';
import type { Deps } from '../../src/deps.ts';
import type { Actor, Role } from '../../src/lib/actor.ts';
import type { Instant } from '../../src/lib/days.ts';
import { type TestClock, testClock } from './clock.ts';
import { type Beginning, depsIn, newDataFolder, seedDay } from './data-folder.ts';

export interface HouseOptions {
  /** `empty` when absent. */
  beginning?: Beginning;
  /** Where the clock stands; the moment of a told stage, or noon of 27 February 2024 in Warsaw, when absent. */
  at?: Instant | string;
  /** Origin of links; `http://localhost:3000` when absent. */
  publicUrl?: string;
  /** For faults: another file store, another source of randomness. */
  deps?: Partial<Deps>;
}

/** A role for the whole organisation, or for one call. */
export type GivenRole = Role | { role: Role; callId: number };

/** A confirmed person of a test, also as the actor of a command. */
export interface TestPerson {
  id: number;
  name: string;
  email: string;
  actor: Extract<Actor, { kind: 'person' }>;
}

/** Everything but the web: a real database and file store in a folder of their own, and a clock. Close it. */
export interface TestHouse {
  deps: Deps;
  clock: TestClock;
  dataDir: string;
  person(name: string, email: string, roles?: GivenRole[]): TestPerson;
  close(): void;
}

export async function openTestHouse(options: HouseOptions = {}): Promise<TestHouse> {
  const dataDir = await newDataFolder(options.beginning ?? 'empty');
  const clock = testClock(options.at ?? dayOf(options.beginning ?? 'empty'));
  const deps = { ...depsIn(dataDir, clock, options.publicUrl ?? 'http://localhost:3000'), ...options.deps };
  return {
    deps,
    clock,
    dataDir,
    person: (name, email, roles = []) => addPerson(deps, name, email, roles),
    close: () => deps.db.close(),
  };
}

/** The moment of a told stage; the seed's day for the rest. */
function dayOf(beginning: Beginning): string {
  const stage = stageNamed(beginning.replace(/^story: /, ''));
  return beginning.startsWith('story: ') && stage !== undefined ? momentOf(stage.at) : seedDay;
}

function addPerson(deps: Deps, name: string, email: string, roles: GivenRole[]): TestPerson {
  const now = deps.clock.now();
  const grants = roles.map((given) => (typeof given === 'string' ? { role: given, callId: null } : given));
  const id = deps.db.write((tx) => {
    const row = tx.orm.insert(people).values({ name, email, confirmedAt: now, createdAt: now }).returning().get();
    for (const grant of grants) {
      tx.orm
        .insert(roleGrants)
        .values({ ...grant, personId: row.id, grantedAt: now })
        .run();
    }
    return row.id;
  });
  return { id, name, email, actor: { kind: 'person', personId: id, name, confirmed: true, grants } };
}
