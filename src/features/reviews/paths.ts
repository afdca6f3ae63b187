import { juryPaths } from '../jury/paths.ts';

export const reviewPaths = {
  list: juryPaths.scores,
  card: '/wnioski/:id/ocena',
  cardOf: (applicationId: number) => `/wnioski/${applicationId}/ocena`,
  autosave: '/wnioski/:id/ocena/szkic',
  autosaveOf: (applicationId: number) => `/wnioski/${applicationId}/ocena/szkic`,
  points: '/wnioski/:id/ocena/punkty',
  pointsOf: (applicationId: number) => `/wnioski/${applicationId}/ocena/punkty`,
  sending: '/wnioski/:id/ocena/wyslanie',
  sendingOf: (applicationId: number) => `/wnioski/${applicationId}/ocena/wyslanie`,
  reopening: '/wnioski/:id/ocena/otwarcie',
  reopeningOf: (applicationId: number) => `/wnioski/${applicationId}/ocena/otwarcie`,
  restoring: '/wnioski/:id/ocena/przywrocenie',
  restoringOf: (applicationId: number) => `/wnioski/${applicationId}/ocena/przywrocenie`,
  progress: '/nabory/:id/oceny',
  progressOf: (callId: number) => `/nabory/${callId}/oceny`,
  print: '/wnioski/:id/ocena/wydruk',
  printOf: (applicationId: number) => `/wnioski/${applicationId}/ocena/wydruk`,
  prints: '/nabory/:id/oceny/wydruki',
  printsOf: (callId: number) => `/nabory/${callId}/oceny/wydruki`,
} as const;
