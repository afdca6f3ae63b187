export const budgetPaths = {
  show: '/budzet',
  showOf: (year?: number) => (year === undefined ? '/budzet' : `/budzet?rok=${year}`),
  draft: '/budzet/szkic',
  newDraft: '/budzet/nowy-szkic',
  sums: '/budzet/szkic/sumy',
  newLine: '/budzet/szkic/pozycja',
  journal: '/budzet/dziennik',
} as const;
