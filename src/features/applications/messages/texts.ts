import type { RefusalTexts } from '../../../web/routes.ts';

export const pageTitles = { messages: 'Wiadomości' } as const;

export const flashes = { sent: 'Wiadomość wysłana.', read: 'Oznaczono jako przeczytane.' } as const;

export const messageTexts = {
  library: 'biblioteka',
  phoned: 'rozmowa telefoniczna, tylko dla pracowników',
  erased: '(treść usunięto)',
} as const;

export const messagesRefusals: RefusalTexts = {
  may_not_write: () => 'Możecie tylko czytać te wiadomości.',
  message_empty: () => 'Napiszcie wiadomość, zanim ją wyślecie.',
  message_too_long: (facts) => `Wiadomość może mieć najwyżej ${facts['most']} znaków. Skróćcie ją albo zadzwońcie.`,
};
