export const rankingPaths = {
  ranking: '/nabory/:id/ranking',
  rankingOf: (callId: number) => `/nabory/${callId}/ranking`,
  adoption: '/nabory/:id/ranking/przyjecie',
  adoptionOf: (callId: number) => `/nabory/${callId}/ranking/przyjecie`,
  proof: '/nabory/:id/ranking/sprawdzenie.json',
  proofOf: (callId: number) => `/nabory/${callId}/ranking/sprawdzenie.json`,
  /** A page of the room downstream. */
  decisionsOf: (callId: number) => `/nabory/${callId}/rozstrzygniecie`,
} as const;
