import { sql } from 'drizzle-orm';
import { groups } from '../../src/demo/story/filing.ts';
import { storyRandom } from '../../src/demo/story-time.ts';
import type { Deps } from '../../src/deps.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { openWorkshop } from '../../src/jobs/worker.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { makeDocument } from '../../src/pdf/register.ts';
import { completeDraft, type StoryApplication, submittedApplication } from '../../test/support/story/applications.ts';
import { openTemporaryHouse } from '../temporary-house.ts';
import { countFields, type FieldFigures } from './fields.ts';

/** A call in which `submitted` groups have sent their applications and `drafts` more are one click away from it. */
export interface BenchData {
  dataDir: string;
  databasePath: string;
  callId: number;
  /** Who reads the list. */
  coordinator: { id: number; name: string; cookie: string };
  drafts: { id: number; cookie: string }[];
  fields: FieldFigures;
  remove(): void;
}

const firstNames = [
  'Jadwiga',
  'Rūta',
  'Stanisław',
  'Marija',
  'Halina',
  'Antanas',
  'Bożena',
  'Witold',
  'Danutė',
  'Zofia',
];
const surnames = ['Wróblewska', 'Juknelis', 'Kubrak', 'Maciulewicz', 'Sidorowicz', 'Vaičiulis', 'Żukowska'];

export async function prepareData(submitted: number, drafts: number): Promise<BenchData> {
  const house = openTemporaryHouse(systemClock, 'http://localhost:3000', { hasty: true });
  const { deps } = house;
  const name = 'Danuta Milewska';
  const id = house.person(name, 'danuta.milewska@example.org', ['coordinator']);
  for (let n = 1; n <= submitted; n += 1) submittedApplication(deps, groupOf(n));
  const ready = Array.from({ length: drafts }, (_, n) => completeDraft(deps, groupOf(submitted + n + 1)));
  const data = {
    dataDir: house.dataDir,
    databasePath: house.databasePath,
    callId: currentCall(deps.db)?.id ?? 0,
    coordinator: { id, name, cookie: `session=${house.session(id)}` },
    drafts: ready.map((draft) => ({ id: draft.id, cookie: `session=${house.session(draft.personId)}` })),
    fields: countFields(deps.db, currentCall(deps.db)?.id ?? 0),
    remove: house.remove,
  };
  await makeCopies(deps, house.dataDir);
  // What is measured must not share the machine with the other papers of those who came before.
  deps.db.raw.exec('delete from jobs');
  house.close();
  return data;
}

/** The PDF of each application, as the house makes it. */
async function makeCopies(deps: Deps, dataDir: string): Promise<void> {
  const script = new URL('../../src/worker.ts', import.meta.url);
  const workshop = openWorkshop(script, { dataDir, publicUrl: deps.publicUrl });
  const make = makeDocument({ ...deps, workshop });
  const asked = deps.db.all<{ documentId: number }>(
    sql`select id as documentId from documents where kind = 'application'`,
  );
  for (const payload of asked) await make.run(payload, () => {});
  await workshop.close();
}

/** Groups of the told story multiplied: their words, kinds and estimates, led by people drawn from a seed. */
const models = groups.filter(({ sentAt }) => sentAt !== null);
const random = storyRandom('bench');

function groupOf(n: number): StoryApplication {
  const model = models[n % models.length];
  if (model === undefined) throw new Error('The story has no groups');
  const pick = (list: readonly string[]) => list[random.bytes(1).readUInt8() % list.length] ?? '';
  return {
    leader: `${pick(firstNames)} ${pick(surnames)}`,
    email: `leader-${n}@example.org`,
    title: `${model.title} ${n}`,
    kind: model.kind,
    applicant: model.applicant,
    answers: model.answers,
    costs: model.costs.map(([category, name, quantity, unit, price]) => ({ category, name, quantity, unit, price })),
  };
}
