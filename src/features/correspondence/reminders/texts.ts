import type { RefusalTexts } from '../../../web/routes.ts';
import type { ReminderKind } from '../reminder-kinds.ts';

export const titles = { list: 'Przypomnienia', summary: 'Codzienne podsumowanie' } as const;

export const fieldTexts = {
  daysWrong: 'Wpisz dni liczbami od 0 do 60, rozdzielone przecinkiem, na przykład 3, 1. Najwyżej cztery.',
} as const;

export const daysLabels: Readonly<Record<ReminderKind['side'], string>> = {
  before: 'Ile dni przed terminem',
  after: 'Po ilu dniach czekania',
};

export const refusals: RefusalTexts = {
  edited_meanwhile: () => 'Ktoś zmienił to przypomnienie w międzyczasie. Poniżej jest to, co obowiązuje teraz.',
};

export const flashes = {
  saved: 'Zapisano. Zmiana działa od najbliższego rana.',
  summaryOn: 'Będziesz dostawać codzienne podsumowanie.',
  summaryOff: 'Nie będziesz już dostawać codziennego podsumowania.',
} as const;

export const switchNames = { on: 'włączone', off: 'wyłączone' } as const;
export const neverSent = 'jeszcze nie szło';

/** „Przypomnienie: szkic wniosku” among reminders alone: „Szkic wniosku”. */
export function shortName(name: string): string {
  const short = name.slice(name.indexOf(': ') + 1).trim();
  return short.charAt(0).toUpperCase() + short.slice(1);
}
