export const askedPaths = {
  ask: '/nabory/:id/pytania',
  askOf: (callId: number) => `/nabory/${callId}/pytania`,
  list: '/nabory/:id/pytania/odpowiedzi',
  listOf: (callId: number) => `/nabory/${callId}/pytania/odpowiedzi`,
  answer: '/nabory/:id/pytania/:question',
  answerOf: (callId: number, questionId: number) => `/nabory/${callId}/pytania/${questionId}`,
} as const;
