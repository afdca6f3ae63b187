import { currentCall } from '../../../src/features/calls/queries.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '../app.ts';
import { rewinderOf } from '../rewind.ts';
import type { StoryApplication, StoryCost } from './applications.ts';
import type { ScoringStory } from './jury.ts';

/** A row for each code: one piece at this price. */
function costs(prices: Readonly<Record<string, string>>): StoryCost[] {
  return Object.entries(prices).map(([category, price]) => ({
    name: `Koszt: ${category}`,
    category,
    quantity: '1',
    unit: 'komplet',
    price,
  }));
}

const large = {
  pay: '3000,00',
  materials: '2000,00',
  print: '800,00',
  rental: '600,00',
  transport: '700,00',
  catering: '500,00',
  licences: '400,00',
};

/** In the order of their points: 8 000, 8 000, 6 000, 5 000 of which 2 000 are left, 3 050 for the reserve, one below the threshold. */
export const applications: readonly StoryApplication[] = [
  {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki, jedna półka',
    groupName: 'Lentyna',
    costs: costs(large),
  },
  {
    leader: 'Ewa Sidorowicz',
    email: 'ewa@example.org',
    title: 'Opowieści z pogranicza',
    groupName: 'Stowarzyszenie „Brzeg”',
    kind: 'organisation',
    costs: costs(large),
  },
  {
    leader: 'Halina Baranowska',
    email: 'halina@example.org',
    title: 'Poczytaj mi, babciu',
    groupName: 'Klub Seniora „Pogodna”',
    costs: costs({
      pay: '2000,00',
      materials: '1500,00',
      print: '700,00',
      rental: '500,00',
      transport: '700,00',
      catering: '400,00',
      licences: '200,00',
    }),
  },
  {
    leader: 'Daiva Maksimavičiūtė',
    email: 'daiva@example.org',
    title: 'Pociąg do poezji',
    kind: 'person',
    costs: costs({
      pay: '2500,00',
      materials: '1250,00',
      print: '500,00',
      rental: '250,00',
      transport: '250,00',
      catering: '250,00',
    }),
  },
  {
    leader: 'Kazimierz Wnukowski',
    email: 'kazimierz@example.org',
    title: 'Szafa pełna bajek',
    groupName: 'Rodzice z przedszkola',
  },
  { leader: 'Romuald Krajewski', email: 'romuald@example.org', title: 'Szachy i książka', groupName: 'Gambit' },
];

/** Marks out of five by juror; Tomas Vaina is excluded from the second application. */
export const given: ScoringStory['given'] = [
  [5, 5, 5, 5],
  [5, null, 5, 4],
  [5, 4, 4, 4],
  [4, 4, 4, 4],
  [3, 3, 4, 3],
  [2, 2, 3, 2],
];

export function storyFor(app: TestApp): ScoringStory {
  return { callId: currentCall(app.deps.db)?.id ?? 0, applications, given };
}

/** An app on its day of results whose every test begins anew from there. */
export interface Ground<Told> {
  readonly app: TestApp;
  readonly told: Told;
  begin(): void;
  end(): void;
}

export async function groundOf<Told>(
  tell: (app: TestApp) => Told,
  options: TestAppOptions = {},
): Promise<Ground<Told>> {
  const app = await startTestApp({ beginning: 'open', ...options });
  // What the disk would hold after a power cut is no matter here.
  app.deps.db.raw.pragma('synchronous = off');
  const told = tell(app);
  const now = app.clock.now();
  const { mark, rewind } = rewinderOf(app.deps.db);
  return {
    app,
    told,
    begin: mark,
    end() {
      rewind();
      app.clock.set(now);
    },
  };
}

/** Another call of the same project, for roles that must not reach into the first. Returns its id. */
export function secondCall(app: TestApp): number {
  const columns = app.deps.db.raw
    .prepare("select name from pragma_table_info('calls') where name not in ('id', 'code')")
    .pluck()
    .all()
    .join(', ');
  app.deps.db.raw.exec(`insert into calls (id, code, ${columns}) select 77, 'XX', ${columns} from calls limit 1`);
  return 77;
}
