import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { attachmentLooks } from '../../../db/schema/jury.ts';
import type { Deps } from '../../../deps.ts';
import { type PdfTraces, tracesIn } from '../../../files/pdf-traces.ts';
import type { FileStore } from '../../../files/store.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { judgingVisibleTo } from '../../applications/access.ts';
import { hasMet } from '../queries.ts';
import { type JudgedFile, judgedFiles } from './files.ts';
import { knownIn } from './known.ts';
import { passagesIn } from './passages.ts';

export interface Look {
  readonly applicationId: number;
  /** Of the attachment, its place among what was sent. */
  readonly number: number;
  /** Whether the jury may have it. */
  readonly isClear: boolean;
}

/**
 * What the coordinator says of an attachment after looking into it, for a jury that judges without names; said again it counts anew. Refuses `absent`,
 * `jury_has_met`, `file_lost`, and `names_inside` where the file itself names who applies beside its pages.
 */
export function lookAt(deps: Deps, actor: Actor, { applicationId, number, isClear }: Look): Result {
  return deps.db.write((tx) => {
    const callId = openToLook(tx, actor, applicationId);
    const file = judgedFiles(tx, applicationId).find((one) => one.number === number);
    if (callId === undefined || file === undefined || actor.kind !== 'person') return refused('absent');
    if (hasMet(tx, callId)) return refused('jury_has_met');
    const traces = isClear ? tracesOf(deps.files, file) : nothing;
    if (traces === undefined) return refused('file_lost');
    const known = knownIn(tx, applicationId);
    if (known !== undefined && passagesIn([{ where: '', text: traces.words.join('\n') }], known).length > 0)
      return refused('names_inside');
    const lookedAt = deps.clock.now();
    tx.orm
      .insert(attachmentLooks)
      .values({ fileId: file.fileId, isClear: isClear ? 1 : 0, lookedAt, lookedBy: actor.personId })
      .run();
    record(tx, deps, actor, {
      what: isClear ? 'jury.attachment_cleared' : 'jury.attachment_held',
      subject: { kind: 'application', id: applicationId },
      callId,
      facts: { number },
    });
    return done();
  });
}

const nothing: PdfTraces = { isReadable: true, words: [] };

/** What a PDF says beside its pages; nothing of a picture, which was drawn anew. Undefined where the file is gone. */
export function tracesOf(
  files: Pick<FileStore, 'has' | 'pathOf'>,
  { sha256, mediaType }: JudgedFile,
): PdfTraces | undefined {
  if (!files.has(sha256)) return undefined;
  return mediaType === 'application/pdf' ? tracesIn(readFileSync(files.pathOf(sha256))) : nothing;
}

/** The call of an application judged without names, for its coordinator; undefined for everybody else, and where it is closed to the actor or the actor's own. */
export function openToLook(reader: Reader, actor: Actor, applicationId: number): number | undefined {
  const row = reader.get<{
    callId: number;
  }>(sql`select a.call_id as callId from applications a join calls c on c.id = a.call_id
    where a.id = ${applicationId} and c.blind_review = 1 and a.state in ('submitted', 'accepted') and ${judgingVisibleTo(actor)}`);
  return row !== undefined && hasRole(actor, 'coordinator', row.callId) ? row.callId : undefined;
}
