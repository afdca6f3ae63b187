export const rulesNoticePaths = {
  notice: '/nabory/:id/publikacje/:publikacja/list',
  noticeOf: (callId: number, publicationId: number) => `/nabory/${callId}/publikacje/${publicationId}/list`,
} as const;
