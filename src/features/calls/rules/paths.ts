import type { LegalKind } from '../definitions.ts';

/** How the two texts stand in addresses. */
export const kindSlugs: Readonly<Record<LegalKind, string>> = { rules: 'regulamin', privacy: 'dane-osobowe' };

const text = (callId: number, kind: LegalKind) => `/nabory/${callId}/teksty/${kindSlugs[kind]}`;

export const rulesPaths = {
  editor: '/nabory/:id/teksty/:tekst',
  editorOf: text,
  preview: '/nabory/:id/teksty/:tekst/podglad',
  previewOf: (callId: number, kind: LegalKind) => `${text(callId, kind)}/podglad`,
  pdf: '/nabory/:id/teksty/:tekst/pdf',
  pdfOf: (callId: number, kind: LegalKind) => `${text(callId, kind)}/pdf`,
  publication: '/nabory/:id/teksty/:tekst/publikacja',
  publicationOf: (callId: number, kind: LegalKind) => `${text(callId, kind)}/publikacja`,
  putAside: '/nabory/:id/teksty/:tekst/odlozenie',
  putAsideOf: (callId: number, kind: LegalKind) => `${text(callId, kind)}/odlozenie`,
  /** Versions that were published, as they read then: everybody's. */
  rulesVersion: '/nabory/:id/regulamin/wersje/:wersja',
  privacyVersion: '/nabory/:id/dane-osobowe/wersje/:wersja',
  versionOf: (callId: number, kind: LegalKind, number: number) =>
    `/nabory/${callId}/${kindSlugs[kind]}/wersje/${number}`,
} as const;
