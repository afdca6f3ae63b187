export const agreementPaths = {
  show: '/inicjatywy/:id/porozumienie',
  showOf: (initiativeId: number) => `/inicjatywy/${initiativeId}/porozumienie`,
  draft: '/inicjatywy/:id/porozumienie/projekt',
  draftOf: (initiativeId: number) => `/inicjatywy/${initiativeId}/porozumienie/projekt`,
  funds: '/inicjatywy/:id/porozumienie/plan-finansowy',
  fundsOf: (initiativeId: number) => `/inicjatywy/${initiativeId}/porozumienie/plan-finansowy`,
  issue: '/inicjatywy/:id/porozumienie/wydanie',
  issueOf: (initiativeId: number) => `/inicjatywy/${initiativeId}/porozumienie/wydanie`,
  signing: '/inicjatywy/:id/porozumienie/podpis',
  signingOf: (initiativeId: number) => `/inicjatywy/${initiativeId}/porozumienie/podpis`,
} as const;
