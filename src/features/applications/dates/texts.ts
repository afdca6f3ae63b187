import { counted } from '../../../lib/polish.ts';
import type { RefusalTexts } from '../../../web/routes.ts';

export const dateTitle = 'Powiadomienie o zmianie terminu';

export const changesTitle = 'Zmiany ogłoszonych terminów';

export const noticeStates = {
  waiting: { text: 'zdecyduj o listach', tone: 'warn' },
  decided: (letters: number) => ({
    text: letters === 0 ? 'bez listów' : counted(letters, 'list', 'listy', 'listów'),
    tone: '',
  }),
} as const;

export const dateFlashes = {
  sent: (letters: number) => `Napisano ${counted(letters, 'list', 'listy', 'listów')}. Wyjdą za chwilę.`,
  notNeeded: 'Zapisano, że listy o tej zmianie nie są potrzebne.',
} as const;

export const dateRefusals: RefusalTexts = {
  notice_decided: () => 'O listach w sprawie tej zmiany już zdecydowano.',
};
