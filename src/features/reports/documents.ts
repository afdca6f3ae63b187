import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { warsawDay } from '../../lib/days.ts';
import { type DocumentKinds, documentKind } from '../../pdf/kinds.ts';
import { enteringStaff, mayEnterMoney } from '../expenses/access.ts';
import { drawProjectPaper, loadProjectPaper, type ProjectPaper } from './documents/project.ts';
import { drawRegisterPaper, loadRegisterPaper, type RegisterPaper } from './documents/register.ts';
import { sampleProjectPaper, sampleRegisterPaper } from './sample.ts';
import { documentTitles, fileNames } from './texts.ts';

const report = {
  standsAt: ({ standsAt }: ProjectPaper | RegisterPaper) => standsAt,
  letterhead: ({ organisation, project }: ProjectPaper | RegisterPaper) => ({
    organisation,
    credit: project.creditLine,
  }),
  isDraft: () => false,
  isFinal: false,
  mayAsk: (_reader: Reader, actor: Actor) => mayEnterMoney(actor, enteringStaff),
};

export const reportDocuments: DocumentKinds = {
  document_register: documentKind<RegisterPaper>({
    ...report,
    kind: 'document_register',
    load: loadRegisterPaper,
    title: ({ standsAt }) => documentTitles.document_register(warsawDay(standsAt)),
    fileName: () => fileNames.document_register,
    draw: drawRegisterPaper,
    sample: sampleRegisterPaper,
  }),
  project_report: documentKind<ProjectPaper>({
    ...report,
    kind: 'project_report',
    load: loadProjectPaper,
    title: ({ standsAt }) => documentTitles.project_report(warsawDay(standsAt)),
    fileName: () => fileNames.project_report,
    draw: drawProjectPaper,
    sample: sampleProjectPaper,
  }),
};
