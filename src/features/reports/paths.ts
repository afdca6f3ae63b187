export const reportPaths = {
  show: '/raporty',
  register: '/raporty/zestawienie',
  project: '/raporty/wykonanie',
} as const;
