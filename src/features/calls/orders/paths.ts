export const orderPaths = {
  list: '/nabory/:id/zarzadzenia',
  listOf: (callId: number) => `/nabory/${callId}/zarzadzenia`,
  correctOf: (callId: number, orderId: number) => `/nabory/${callId}/zarzadzenia?popraw=${orderId}#wpis`,
} as const;
