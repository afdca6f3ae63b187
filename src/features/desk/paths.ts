export const deskPaths = {
  home: '/pulpit',
  history: '/historia',
  outbox: '/skrzynka',
} as const;
