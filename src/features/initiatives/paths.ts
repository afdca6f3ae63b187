export const initiativePaths = {
  list: '/inicjatywy',
  show: '/inicjatywy/:id',
  showOf: (id: number) => `/inicjatywy/${id}`,
  plan: '/inicjatywy/:id/kosztorys',
  planOf: (id: number) => `/inicjatywy/${id}/kosztorys`,
  planSums: '/inicjatywy/:id/kosztorys/suma',
  planSumsOf: (id: number) => `/inicjatywy/${id}/kosztorys/suma`,
  agreement: '/inicjatywy/:id/porozumienie',
  agreementOf: (id: number) => `/inicjatywy/${id}/porozumienie`,
  settlementOf: (id: number) => `/inicjatywy/${id}/rozliczenie`,
  applicationOf: (applicationId: number) => `/wnioski/${applicationId}`,
  resultOf: (applicationId: number) => `/wnioski/${applicationId}/wynik`,
} as const;
