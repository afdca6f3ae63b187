export const juryPaths = {
  jury: '/nabory/:id/komisja',
  juryOf: (callId: number) => `/nabory/${callId}/komisja`,
  removal: '/nabory/:id/komisja/:member/odwolanie',
  removalOf: (callId: number, memberId: number) => `/nabory/${callId}/komisja/${memberId}/odwolanie`,
  order: '/nabory/:id/komisja/zarzadzenie',
  orderOf: (callId: number) => `/nabory/${callId}/komisja/zarzadzenie`,
  relations: '/nabory/:id/komisja/powiazania',
  relationsOf: (callId: number) => `/nabory/${callId}/komisja/powiazania`,
  relation: '/nabory/:id/komisja/:member/powiazania/:application',
  relationOf: (callId: number, memberId: number, applicationId: number) =>
    `/nabory/${callId}/komisja/${memberId}/powiazania/${applicationId}`,
  declaration: '/komisja/:id/oswiadczenie',
  declarationOf: (callId: number) => `/komisja/${callId}/oswiadczenie`,
  declarationPrint: '/komisja/:id/oswiadczenie/wydruk',
  declarationPrintOf: (callId: number) => `/komisja/${callId}/oswiadczenie/wydruk`,
  recusal: '/wnioski/:id/wylaczenie',
  recusalOf: (applicationId: number) => `/wnioski/${applicationId}/wylaczenie`,
  /** An attachment as a jury without names has it, by its place among what was sent. */
  judgedFile: '/wnioski/:id/ocena/zalaczniki/:file',
  judgedFileOf: (applicationId: number, number: number) => `/wnioski/${applicationId}/ocena/zalaczniki/${number}`,
  /** What may tell who applies though names are kept back: for the coordinator. */
  tracesOfCall: '/nabory/:id/bez-nazwisk',
  tracesOfCallOf: (callId: number) => `/nabory/${callId}/bez-nazwisk`,
  traces: '/wnioski/:id/bez-nazwisk',
  tracesOf: (applicationId: number) => `/wnioski/${applicationId}/bez-nazwisk`,
  look: '/wnioski/:id/bez-nazwisk/:file',
  lookOf: (applicationId: number, number: number) => `/wnioski/${applicationId}/bez-nazwisk/${number}`,
  /** The juror's own list, a page of the room downstream. */
  scores: '/oceny',
  /** The jury's meeting, a page of a room further down. */
  meetingOf: (callId: number) => `/nabory/${callId}/posiedzenie`,
} as const;
