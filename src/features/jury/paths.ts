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
  /** The juror's own list, a page of the room downstream. */
  scores: '/oceny',
  /** The jury's meeting, a page of a room further down. */
  meetingOf: (callId: number) => `/nabory/${callId}/posiedzenie`,
} as const;
