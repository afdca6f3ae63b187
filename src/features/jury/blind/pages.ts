import { sql } from 'drizzle-orm';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { quoted } from '../../../lib/polish.ts';
import { judgingVisibleTo } from '../../applications/access.ts';
import { fileHref } from '../../applications/pages/content.ts';
import { applicationPaths } from '../../applications/paths.ts';
import type { Call } from '../../calls/queries.ts';
import { checkPaths } from '../../checks/paths.ts';
import { juryPaths } from '../paths.ts';
import { headsOf } from '../queries.ts';
import { type JudgedFile, judgedFiles } from './files.ts';
import { passagesOf } from './known.ts';
import { openToLook, tracesOf } from './looks.ts';
import { traceTexts } from './texts.ts';

/** What may tell who sent one application though its names are kept back; undefined for whoever may not look. */
export function tracesPage({ db, files }: Pick<Deps, 'db' | 'files'>, actor: Actor, applicationId: number) {
  const callId = openToLook(db, actor, applicationId);
  const head =
    callId === undefined ? undefined : headsOf(db, callId).find((one) => one.applicationId === applicationId);
  if (callId === undefined || head === undefined) return undefined;
  return {
    ...{ code: head.code, title: quoted(head.title), applicant: head.applicant },
    back: juryPaths.tracesOfCallOf(callId),
    home: applicationPaths.showOf(applicationId),
    corrections: checkPaths.cardOf(applicationId),
    passages: passagesOf(db, applicationId),
    files: judgedFiles(db, applicationId).map((file) => {
      const traces = tracesOf(files, file);
      return {
        ...{ name: file.ownName, neutral: file.name, size: file.size, href: fileHref(file.fileId), tag: tagOf(file) },
        isPdf: file.mediaType === 'application/pdf',
        words: traces?.words ?? [],
        isLocked: traces?.isReadable === false,
        action: juryPaths.lookOf(applicationId, file.number),
        isOpen: file.isOpen,
        isHeld: file.isClear === false,
      };
    }),
  };
}

function tagOf({ isOpen, isClear }: JudgedFile) {
  if (isOpen) return { tone: 'ok', text: traceTexts.clear };
  return isClear === false ? { tone: 'warn', text: traceTexts.held } : { tone: 'now', text: traceTexts.waits };
}

/** Every application of the call with what is left to look at, without those closed to the actor or the actor's own. */
export function tracesOfCallPage({ db }: Pick<Deps, 'db'>, actor: Actor, call: Call) {
  const open = new Set(
    db
      .all<{ id: number }>(
        sql`select a.id from applications a where a.call_id = ${call.id} and ${judgingVisibleTo(actor)}`,
      )
      .map(({ id }) => id),
  );
  const rows = headsOf(db, call.id)
    .filter(({ applicationId }) => open.has(applicationId))
    .map(({ applicationId, code, title, applicant }) => {
      const waiting = judgedFiles(db, applicationId).filter(
        ({ isOpen, isClear }) => !isOpen && isClear === null,
      ).length;
      const passages = passagesOf(db, applicationId).length;
      return {
        ...{ code, title, applicant, href: juryPaths.tracesOf(applicationId) },
        passages: passages === 0 ? '' : traceTexts.passages(passages),
        waiting: waiting === 0 ? '' : traceTexts.files(waiting),
      };
    });
  return { call: { id: call.id, title: call.title }, jury: juryPaths.juryOf(call.id), rows };
}
