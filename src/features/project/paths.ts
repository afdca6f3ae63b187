export const projectPaths = { show: '/projekt' } as const;
