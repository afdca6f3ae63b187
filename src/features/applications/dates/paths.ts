export const datePaths = {
  notice: '/nabory/:id/zmiany/:change',
  noticeOf: (callId: number, changeId: number) => `/nabory/${callId}/zmiany/${changeId}`,
  list: '/nabory/:id/zmiany',
  listOf: (callId: number) => `/nabory/${callId}/zmiany`,
} as const;
