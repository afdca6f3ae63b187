export const publicationPaths = {
  list: '/nabory/:id/publikacje',
  listOf: (callId: number) => `/nabory/${callId}/publikacje`,
  correctOf: (callId: number, placeId: number) => `/nabory/${callId}/publikacje?popraw=${placeId}#wpis`,
  copy: '/nabory/:id/publikacje/:publikacja',
  copyOf: (callId: number, publicationId: number) => `/nabory/${callId}/publikacje/${publicationId}`,
} as const;
