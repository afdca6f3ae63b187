import type { DocumentKinds } from '../../pdf/kinds.ts';
import { projectReport } from './documents/project.ts';
import { documentRegister } from './documents/register.ts';

export const reportDocuments: DocumentKinds = { document_register: documentRegister, project_report: projectReport };
