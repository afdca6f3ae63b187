export const projectPaths = { show: '/projekt', edit: '/projekt/zmiana' } as const;
