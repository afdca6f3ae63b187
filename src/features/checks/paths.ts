export const checkPaths = {
  list: '/nabory/:id/ocena-formalna',
  listOf: (callId: number) => `/nabory/${callId}/ocena-formalna`,
  card: '/wnioski/:id/ocena-formalna',
  cardOf: (applicationId: number) => `/wnioski/${applicationId}/ocena-formalna`,
  corrections: '/wnioski/:id/ocena-formalna/poprawki',
  correctionsOf: (applicationId: number) => `/wnioski/${applicationId}/ocena-formalna/poprawki`,
  correctionsBack: '/wnioski/:id/ocena-formalna/poprawki/odwolanie',
  correctionsBackOf: (applicationId: number) => `/wnioski/${applicationId}/ocena-formalna/poprawki/odwolanie`,
  print: '/wnioski/:id/ocena-formalna/wydruk',
  printOf: (applicationId: number) => `/wnioski/${applicationId}/ocena-formalna/wydruk`,
} as const;
