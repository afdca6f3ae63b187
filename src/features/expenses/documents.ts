import type { DocumentKinds } from '../../pdf/kinds.ts';

export const expenseDocuments: DocumentKinds = {};
