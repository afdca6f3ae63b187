export const settlementPaths = {
  show: '/inicjatywy/:id/rozliczenie',
  showOf: (initiativeId: number) => `/inicjatywy/${initiativeId}/rozliczenie`,
  closing: '/inicjatywy/:id/rozliczenie/zamkniecie',
  closingOf: (initiativeId: number) => `/inicjatywy/${initiativeId}/rozliczenie/zamkniecie`,
  print: '/inicjatywy/:id/rozliczenie/wydruk',
  printOf: (initiativeId: number) => `/inicjatywy/${initiativeId}/rozliczenie/wydruk`,
  xlsx: '/inicjatywy/:id/rozliczenie.xlsx',
  xlsxOf: (initiativeId: number) => `/inicjatywy/${initiativeId}/rozliczenie.xlsx`,
  csv: '/inicjatywy/:id/rozliczenie.csv',
  csvOf: (initiativeId: number) => `/inicjatywy/${initiativeId}/rozliczenie.csv`,
  allXlsx: '/rozliczenia.xlsx',
  allCsv: '/rozliczenia.csv',
} as const;
