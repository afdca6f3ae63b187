import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { readActor } from '../features/accounts/queries.ts';
import { standsForItself } from '../features/applications/amendments/copies.ts';
import type { Source } from '../features/budgets/texts.ts';
import type { StoredBlob } from '../files/store.ts';
import type { Actor } from '../lib/actor.ts';
import { isWorded, type WordedKind } from '../pdf/kinds.ts';
import { drawDocument, type Sheet } from '../pdf/sheet.ts';
import { documentKinds } from '../registries.ts';
import { type CastKey, cast } from './story/cast.ts';

/** What a happening works with. Records are found by what people know them by, so that a story can be told on from any of its stages. */
export interface Scene {
  readonly deps: Deps;
  /** With the roles held at this moment. */
  actor(who: CastKey): Extract<Actor, { kind: 'person' }>;
  callId(): number;
  /** The one application led by this person. */
  application(leader: CastKey): number;
  /** Of the application led by this person. */
  initiative(leader: CastKey): number;
  /** The budget line in force of a task's code, a category, a year and a source. */
  line(task: string, category: string, year: number, source: Source): number;
  /** The accounting document with this printed number. */
  expense(number: string): number;
  /** A kind of document whose text staff may change. */
  worded(kind: string): WordedKind;
  /** A PDF drawn on the page layer of the house's own documents. */
  pdf(title: string, draw: (sheet: Sheet) => void): Promise<StoredBlob>;
  /** A document of the house with something added to it, as paper comes back from a scanner. */
  redrawn(
    kind: string,
    subjectId: number,
    add: (sheet: Sheet) => void,
  ): Promise<{ blob: StoredBlob; fileName: string }>;
}

const pdfLimitBytes = 10 * 1024 * 1024;

export function sceneOf(deps: Deps): Scene {
  const id = (what: string, query: ReturnType<typeof sql>) => {
    const row = deps.db.get<{ id: number }>(query);
    if (row === undefined) throw new Error(`The story has no ${what} yet`);
    return row.id;
  };
  const ledBy = (
    leader: CastKey,
  ) => sql`a.id in (select m.application_id from application_members m join people p on p.id = m.person_id
    where m.role = 'leader' and p.email = ${cast[leader].email})`;
  const pdf: Scene['pdf'] = async (title, draw) => {
    const header = { organisation: '', credit: null };
    const bytes = await drawDocument(
      { title, lang: 'pl-PL', author: '', createdAt: deps.clock.now(), header, draft: false },
      draw,
    );
    const stored = await deps.files.receive(Readable.from([bytes]), pdfLimitBytes);
    if (!stored.ok) throw new Error(`${title} was not stored: ${stored.code}`);
    return stored.value;
  };
  return {
    deps,
    actor(who) {
      const personId = id(who, sql`select id from people where email = ${cast[who].email}`);
      const actor = readActor(deps.db, personId);
      if (actor?.kind !== 'person') throw new Error(`${who} is nobody`);
      return actor;
    },
    callId: () => id('call', sql`select max(id) as id from real_calls`),
    application: (leader) =>
      id(
        `application of ${leader}`,
        sql`select a.id from applications a where ${ledBy(leader)} and ${standsForItself}`,
      ),
    initiative: (leader) =>
      id(
        `initiative of ${leader}`,
        sql`select i.id from initiatives i join applications a on a.id = i.application_id where ${ledBy(leader)}`,
      ),
    line: (task, category, year, source) =>
      id(
        `line ${task} ${category} ${year} ${source}`,
        sql`select l.id from budget_lines l join budget_tasks t on t.id = l.task_id
          where t.code = ${task} and l.category = ${category} and l.year = ${year} and l.source = ${source}`,
      ),
    expense: (number) =>
      id(`expense ${number}`, sql`select id from expenses where number = ${number} and state <> 'discarded'`),
    worded(name) {
      const kind = documentKinds[name];
      if (kind === undefined || !isWorded(kind)) throw new Error(`The house has no document ${name} with a text`);
      return kind;
    },
    pdf,
    async redrawn(kindName, subjectId, add) {
      const kind = documentKinds[kindName];
      if (kind === undefined) throw new Error(`The house has no document ${kindName}`);
      const data = kind.load(deps.db, subjectId, { publicUrl: deps.publicUrl, askedAt: deps.clock.now() });
      const blob = await pdf(kind.title(data), (sheet) => {
        kind.draw(sheet, data);
        add(sheet);
      });
      return { blob, fileName: kind.fileName(data) };
    },
  };
}
