export const latePaths = {
  list: '/nabory/:id/po-terminie',
  listOf: (callId: number) => `/nabory/${callId}/po-terminie`,
  withdrawal: '/nabory/:id/po-terminie/:link/cofniecie',
  withdrawalOf: (callId: number, linkId: number) => `/nabory/${callId}/po-terminie/${linkId}/cofniecie`,
  /** Where the letter leads: opened by its person alone. */
  own: '/wnioski/po-terminie/:link',
  ownOf: (linkId: number) => `/wnioski/po-terminie/${linkId}`,
} as const;
