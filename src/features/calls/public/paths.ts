/** Pages and feeds of the public face of calls. */
export const publicPaths = {
  list: '/nabory',
  json: '/calls.json',
  calendar: '/nabory/:id/terminy.ics',
  calendarOf: (callId: number) => `/nabory/${callId}/terminy.ics`,
  stageCalendar: '/nabory/:id/terminy/:stage',
  stageCalendarOf: (callId: number, stageId: number) => `/nabory/${callId}/terminy/${stageId}`,
  announcementText: '/nabory/:id/bip',
  announcementTextOf: (callId: number) => `/nabory/${callId}/bip`,
  poster: '/nabory/:id/plakat',
  posterOf: (callId: number) => `/nabory/${callId}/plakat`,
} as const;
