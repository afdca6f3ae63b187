import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { offendersOf } from '../../../src/db/invariant.ts';
import { applicationCode, readSubmitted } from '../../../src/features/applications/content.ts';
import { readCall } from '../../../src/features/calls/queries.ts';
import { submissionWindow } from '../../../src/features/calls/stages.ts';
import { invariants } from '../../../src/registries.ts';
import type { TemporaryHouse } from '../../temporary-house.ts';
import type { Group, Told } from './group.ts';

export interface Kept {
  /** Acknowledged and not there as acknowledged: under its number, sent before the deadline. */
  lost: number;
  /** Sent beyond one of a group's. */
  doubled: number;
  /** Numbers missing between one and the last. */
  gaps: number;
  /** Applications sent whose file is not, whole, what its group uploaded. */
  spoiltFiles: number;
  /** Told that it is too late, and there all the same. */
  lateAccepted: number;
  /** Truths about the data that do not hold. */
  brokenInvariants: number;
}

interface Sent {
  readonly id: number;
  readonly number: number;
  readonly submittedAt: string;
  readonly email: string;
}

/** What the data folder holds, beside what each group was told. */
export async function whatIsKept(
  { deps }: TemporaryHouse,
  callId: number,
  groups: readonly Group[],
  told: readonly Told[],
): Promise<Kept> {
  const call = readCall(deps.db, callId);
  const closesAt = call && submissionWindow(call.stages)?.closesAt;
  if (call === undefined || closesAt === undefined) throw new Error('The call has no deadline');
  const sent = deps.db.all<Sent>(sql`
    select a.id, a.number, a.submitted_at as submittedAt, p.email from applications a
    join application_members m on m.application_id = a.id and m.role = 'leader' join people p on p.id = m.person_id
    where a.state = 'submitted' order by a.number`);
  const kept: Kept = {
    ...{ lost: 0, doubled: 0, gaps: (sent.at(-1)?.number ?? 0) - sent.length, spoiltFiles: 0, lateAccepted: 0 },
    brokenInvariants: invariants.filter((invariant) => offendersOf(deps.db, invariant).length > 0).length,
  };
  for (const group of groups) {
    const word = told[group.n];
    const own = sent.filter(({ email }) => email === addressOf(group.n));
    if (own.length > 1) kept.doubled += own.length - 1;
    if (word?.kind === 'late' && own.length > 0) kept.lateAccepted += 1;
    if (word?.kind === 'acknowledged' && !own.some((one) => isAsTold(one))) kept.lost += 1;
    for (const one of own) if (!(await isFileWhole(one.id, group))) kept.spoiltFiles += 1;

    function isAsTold({ id, number, submittedAt }: Sent): boolean {
      if (word?.kind !== 'acknowledged' || call === undefined) return false;
      const { applicationId, code } = word;
      return (
        id === applicationId && code === applicationCode(call.code, call.year, number) && submittedAt < `${closesAt}`
      );
    }
  }
  return kept;

  async function isFileWhole(applicationId: number, group: Group): Promise<boolean> {
    const files = readSubmitted(deps.db, applicationId)?.content.attachments ?? [];
    const wanted = createHash('sha256').update(group.file).digest('hex');
    return (
      files.length === 1 &&
      files[0]?.sha256 === wanted &&
      (await readFile(deps.files.pathOf(wanted))).equals(group.file)
    );
  }
}

/** Of the leader of a group. */
export function addressOf(n: number): string {
  return `liderka-${n}@example.org`;
}
