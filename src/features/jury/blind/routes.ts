import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { hasRole } from '../../../lib/actor.ts';
import { type Answer, absent, download, redirect, trouble, view } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { isJudgedBlind } from '../../applications/blind/reading.ts';
import { fileHref } from '../../applications/pages/content.ts';
import { readCall } from '../../calls/queries.ts';
import { answerTo } from '../../checks/outcomes.ts';
import { juryPaths } from '../paths.ts';
import { openToJuror } from '../queries.ts';
import { judgedFiles } from './files.ts';
import { lookAt } from './looks.ts';
import { tracesOfCallPage, tracesPage } from './pages.ts';
import { lookRefusals, traceTexts } from './texts.ts';

const lookForm = z.object({ look: z.enum(['clear', 'held']) });

/** A call judged without names: its attachments for jurors, and what its coordinator looks at first. */
export function blindRoutes(web: Web, deps: Deps): void {
  const { db, files } = deps;

  web.page(juryPaths.judgedFile, ['juror'], (visit) => {
    const open = openToJuror(db, visit.actor, visit.id());
    const file = open && judgedFiles(db, visit.id()).find(({ number }) => number === visit.id('file'));
    if (file === undefined) return absent;
    if (!isJudgedBlind(db, visit.id())) return redirect(fileHref(file.fileId));
    if (!file.isOpen) return absent;
    if (!files.has(file.sha256)) return trouble('file_lost');
    return download(file.name, file.mediaType, readFileSync(files.pathOf(file.sha256)));
  });

  web.page(juryPaths.tracesOfCall, ['coordinator'], (visit) => {
    const call = readCall(db, visit.id());
    if (call === undefined || call.blindReview === 0 || !hasRole(visit.actor, 'coordinator', call.id)) return absent;
    return view('jury/traces-of-call', traceTexts.pageTitle, tracesOfCallPage(deps, visit.actor, call));
  });

  const traces = (visit: Visit): Answer => {
    const page = tracesPage(deps, visit.actor, visit.id());
    return page === undefined ? absent : view('jury/traces', traceTexts.pageTitle, page);
  };

  web.page(juryPaths.traces, ['coordinator'], traces);

  web.submit(juryPaths.look, ['coordinator'], {
    form: lookForm,
    refusals: lookRefusals,
    again: traces,
    run(visit, { look }) {
      const [applicationId, isClear] = [visit.id(), look === 'clear'];
      const looked = lookAt(deps, visit.actor, { applicationId, number: visit.id('file'), isClear });
      const flash = isClear ? traceTexts.flashClear : traceTexts.flashHeld;
      return answerTo(looked, () => redirect(juryPaths.tracesOf(applicationId), flash));
    },
  });
}
