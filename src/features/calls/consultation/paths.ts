export const consultationPaths = {
  show: '/nabory/:id/konsultacje',
  showOf: (callId: number) => `/nabory/${callId}/konsultacje`,
  opinions: '/nabory/:id/opinie',
  opinionsOf: (callId: number) => `/nabory/${callId}/opinie`,
  share: '/nabory/:id/opinie/projekt',
  shareOf: (callId: number) => `/nabory/${callId}/opinie/projekt`,
  summary: '/nabory/:id/opinie/podsumowanie',
  summaryOf: (callId: number) => `/nabory/${callId}/opinie/podsumowanie`,
  opinion: '/nabory/:id/opinie/:opinion',
  opinionOf: (callId: number, opinionId: number) => `/nabory/${callId}/opinie/${opinionId}`,
} as const;
