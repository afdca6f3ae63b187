import type { DocumentKinds } from '../../pdf/kinds.ts';

export const agreementDocuments: DocumentKinds = {};
