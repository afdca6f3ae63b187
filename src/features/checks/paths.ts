export const checkPaths = {
  list: '/nabory/:id/ocena-formalna',
  listOf: (callId: number) => `/nabory/${callId}/ocena-formalna`,
  card: '/wnioski/:id/ocena-formalna',
  cardOf: (applicationId: number) => `/wnioski/${applicationId}/ocena-formalna`,
  print: '/wnioski/:id/ocena-formalna/wydruk',
  printOf: (applicationId: number) => `/wnioski/${applicationId}/ocena-formalna/wydruk`,
} as const;
