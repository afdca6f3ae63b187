export const reportPaths = {
  show: '/raporty',
  documents: '/raporty/dokumenty',
  register: '/raporty/zestawienie',
  project: '/raporty/wykonanie',
} as const;
