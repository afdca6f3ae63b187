export const budgetPaths = {
  show: '/budzet',
  showOf: (year?: number) => (year === undefined ? '/budzet' : `/budzet?rok=${year}`),
  draft: '/budzet/szkic',
  newDraft: '/budzet/nowy-szkic',
  sums: '/budzet/szkic/sumy',
  newLine: '/budzet/szkic/pozycja',
  newTask: '/budzet/szkic/dzialania',
  task: '/budzet/szkic/dzialania/:id',
  taskOf: (id: number) => `/budzet/szkic/dzialania/${id}`,
  taskRemoval: '/budzet/szkic/dzialania/:id/usuniecie',
  taskRemovalOf: (id: number) => `/budzet/szkic/dzialania/${id}/usuniecie`,
  journal: '/budzet/dziennik',
} as const;
