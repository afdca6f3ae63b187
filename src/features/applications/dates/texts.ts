import { counted } from '../../../lib/polish.ts';
import type { RefusalTexts } from '../../../web/routes.ts';

export const changesTitle = 'Ogłoszone zmiany';

/** Of the page on which somebody decides about the letters. */
export const dateNoticeTexts = {
  heading: 'Powiadomienie o zmianie terminu',
  crumb: 'Zmiana terminu',
  told: 'To wszystko jest już na stronie konkursu i w regulaminie.',
  nobody: 'Nikt jeszcze nie pisze wniosku ani go nie złożył, więc nie ma do kogo pisać.',
} as const;

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
