import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import type { Deps } from '../../../src/deps.ts';
import { storeOrder } from '../../../src/features/calls/orders/commands.ts';
import { notePlace } from '../../../src/features/calls/publications/commands.ts';
import { publishLegal, saveLegal } from '../../../src/features/calls/rules/commands.ts';
import { readLegalVersions, readWorkingLegal } from '../../../src/features/calls/rules/queries.ts';
import { warsawDay } from '../../../src/lib/days.ts';
import type { Result } from '../../../src/lib/result.ts';
import type { Telling } from './competition.ts';
import { coordinatorOf } from './jury.ts';

/** The rules change once after the announcement, under an order; both texts are in writing again, and the bulletin has the announcement. */
export async function rulesArePublished(story: Telling): Promise<void> {
  const { deps } = story.house;
  const marta = coordinatorOf(deps);
  const callId = story.id('call');
  written(deps, callId, 'rules', (text) =>
    text.replace('Grupa może zrezygnować.', 'Grupa może zrezygnować w każdej chwili.'),
  );
  const { revision } = readWorkingLegal(deps.db, callId, 'rules');
  must(
    publishLegal(deps, marta, { callId, kind: 'rules', revision, reason: 'Grupy pytały, do kiedy mogą zrezygnować.' }),
  );
  for (const kind of ['rules', 'privacy'] as const) written(deps, callId, kind, (text) => `${text}\n1. Zapraszamy.`);
  const rules = readLegalVersions(deps.db, callId, 'rules')[0]?.id ?? 0;
  const signedOn = warsawDay(deps.clock.now());
  const order = must(
    storeOrder(deps, marta, {
      callId,
      facts: { number: '3/2024', signedOn, concerns: 'rules', about: rules, note: '', isPublic: false },
      scan: { blob: await blobOf(deps, '%PDF-1.7 podpisane'), name: 'zarzadzenie-3.pdf' },
    }),
  );
  const publicationId = newest(deps, callId);
  const address = 'https://bip.example.org/konkurs';
  const place = must(
    notePlace(deps, marta, {
      callId,
      facts: { publicationId, isResults: false, place: 'bip', address, placedOn: signedOn, note: '' },
      scan: { blob: await blobOf(deps, '%PDF-1.7 zrzut'), name: 'bip.pdf' },
    }),
  );
  story.note({ order, place, publication: publicationId });
}

/** Of the call that is still a draft: its draft rules were shown for opinions. */
export function draftPublicationOf(deps: Deps, callId: number): number {
  return newest(deps, callId);
}

function written(deps: Deps, callId: number, kind: 'rules' | 'privacy', change: (text: string) => string): void {
  const { text, revision } = readWorkingLegal(deps.db, callId, kind);
  must(saveLegal(deps, coordinatorOf(deps), { callId, kind, revision, text: change(text) }));
}

function newest(deps: Deps, callId: number): number {
  return (
    deps.db.get<{ id: number }>(sql`select max(id) as id from call_publications where call_id = ${callId}`)?.id ?? 0
  );
}

async function blobOf(deps: Deps, content: string) {
  return must(await deps.files.receive(Readable.from([Buffer.from(content)]), 1000));
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}
