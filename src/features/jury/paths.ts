export const juryPaths = {
  jury: '/nabory/:id/komisja',
  juryOf: (callId: number) => `/nabory/${callId}/komisja`,
  removal: '/nabory/:id/komisja/:member/odwolanie',
  removalOf: (callId: number, memberId: number) => `/nabory/${callId}/komisja/${memberId}/odwolanie`,
  declaration: '/komisja/:id/oswiadczenie',
  declarationOf: (callId: number) => `/komisja/${callId}/oswiadczenie`,
  recusal: '/wnioski/:id/wylaczenie',
  recusalOf: (applicationId: number) => `/wnioski/${applicationId}/wylaczenie`,
  /** The juror's own list, a page of the room downstream. */
  scores: '/oceny',
} as const;
