export const meetingPaths = {
  list: '/nabory/:id/spotkania',
  listOf: (callId: number) => `/nabory/${callId}/spotkania`,
  callOff: '/nabory/:id/spotkania/:stage/odwolanie',
  callOffOf: (callId: number, stageId: number) => `/nabory/${callId}/spotkania/${stageId}/odwolanie`,
} as const;
