/** Pages on which a call is set up; their own file, because most of them nobody but the coordinator ever opens. */
export const setupPaths = {
  list: '/nabory/zarzadzanie',
  new: '/nabory/nowy',
  newFrom: (source: string) => `/nabory/nowy?od=${source}`,
  about: '/nabory/:id/opis',
  aboutOf: (callId: number) => `/nabory/${callId}/opis`,
  applicants: '/nabory/:id/kto',
  applicantsOf: (callId: number) => `/nabory/${callId}/kto`,
  stages: '/nabory/:id/etapy',
  stagesOf: (callId: number) => `/nabory/${callId}/etapy`,
  costs: '/nabory/:id/koszty',
  costsOf: (callId: number) => `/nabory/${callId}/koszty`,
  formal: '/nabory/:id/kryteria-formalne',
  formalOf: (callId: number) => `/nabory/${callId}/kryteria-formalne`,
  merit: '/nabory/:id/kryteria',
  meritOf: (callId: number) => `/nabory/${callId}/kryteria`,
} as const;
