export const rehearsalPaths = {
  /** Of the real call: what a rehearsal is, those there were, and where one begins. */
  list: '/nabory/:id/proby',
  listOf: (callId: number) => `/nabory/${callId}/proby`,
  /** Of the rehearsal itself. */
  show: '/nabory/:id/proba',
  showOf: (callId: number) => `/nabory/${callId}/proba`,
  step: '/nabory/:id/proba/etap',
  stepOf: (callId: number) => `/nabory/${callId}/proba/etap`,
  part: '/nabory/:id/proba/role',
  partOf: (callId: number) => `/nabory/${callId}/proba/role`,
  letters: '/nabory/:id/proba/listy',
  lettersOf: (callId: number) => `/nabory/${callId}/proba/listy`,
  letter: '/nabory/:id/proba/listy/:letter',
  letterOf: (callId: number, letterId: number) => `/nabory/${callId}/proba/listy/${letterId}`,
  closing: '/nabory/:id/proba/zamkniecie',
  closingOf: (callId: number) => `/nabory/${callId}/proba/zamkniecie`,
  join: '/proba/:address',
  joinOf: (token: string) => `/proba/${token}`,
} as const;
