export const rankingPaths = {
  ranking: '/nabory/:id/ranking',
  rankingOf: (callId: number) => `/nabory/${callId}/ranking`,
  adoption: '/nabory/:id/ranking/przyjecie',
  adoptionOf: (callId: number) => `/nabory/${callId}/ranking/przyjecie`,
  proof: '/nabory/:id/ranking/sprawdzenie.json',
  proofOf: (callId: number) => `/nabory/${callId}/ranking/sprawdzenie.json`,
  leniency: '/nabory/:id/ranking/surowosc',
  leniencyOf: (callId: number) => `/nabory/${callId}/ranking/surowosc`,
  scenarios: '/nabory/:id/ranking/warianty',
  scenariosOf: (callId: number) => `/nabory/${callId}/ranking/warianty`,
  scenarioRemoval: '/nabory/:id/ranking/warianty/:scenario/usuniecie',
  scenarioRemovalOf: (callId: number, id: number) => `/nabory/${callId}/ranking/warianty/${id}/usuniecie`,
  /** A page of the room downstream. */
  decisionsOf: (callId: number) => `/nabory/${callId}/rozstrzygniecie`,
} as const;
