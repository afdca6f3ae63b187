import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { documentsOf } from '../../pdf/register.ts';
import { type Answer, redirect, view } from '../../web/answer.ts';
import type { Web } from '../../web/routes.ts';
import type { Visit } from '../../web/visit.ts';
import { enteringStaff, mayEnterMoney, readingStaff } from '../expenses/access.ts';
import { admitted } from '../expenses/admission.ts';
import { readProject } from '../project/queries.ts';
import { settlementPaths } from '../settlements/paths.ts';
import { reportSubjects, seesEveryDocument } from './access.ts';
import { askForReport } from './commands.ts';
import { reportPaths } from './paths.ts';
import { flashes, type ReportKind, reportTitle } from './texts.ts';

export function reportRoutes(web: Web, deps: Deps): void {
  const page = (visit: Visit): Answer => {
    const { actor } = admitted(visit, readingStaff);
    const { id } = readProject(deps.db);
    const whole = seesEveryDocument(deps.db, actor);
    const documents = Object.values(reportSubjects)
      .filter((kind) => whole || kind !== reportSubjects.document_register)
      .flatMap((kind) => documentsOf(deps.db, { kind, id }))
      .sort((a, b) => b.id - a.id);
    return view('reports/show', reportTitle, {
      documents: documents.map(({ title, state, fileId, size, askedAt }) => ({
        title,
        state,
        size,
        askedAt,
        href: fileId === null ? '' : `/pliki/${fileId}`,
      })),
      mayAsk: mayEnterMoney(actor, enteringStaff),
      whole,
      paths: { ...reportPaths, xlsx: settlementPaths.allXlsx, csv: settlementPaths.allCsv },
    });
  };

  web.page(reportPaths.show, readingStaff, page);

  const ask = (path: string, kind: ReportKind) =>
    web.submit(path, enteringStaff, {
      form: z.object({}),
      again: page,
      run(visit) {
        askForReport(deps, admitted(visit, enteringStaff).actor, kind);
        return redirect(reportPaths.show, flashes.asked);
      },
    });
  ask(reportPaths.register, 'document_register');
  ask(reportPaths.project, 'project_report');
}
