import type { Day } from '../../lib/days.ts';
import { formatQuantity } from '../../lib/money.ts';
import { shortDate } from '../../lib/polish-dates.ts';

export const reportTitle = 'Raporty';

export const documentTitles = {
  document_register: (on: Day) => `Zestawienie dokumentów księgowych, stan na ${shortDate(on)}`,
  project_report: (on: Day) => `Raport z wykonania zadania, stan na ${shortDate(on)}`,
} as const;

export type ReportKind = keyof typeof documentTitles;

export const fileNames: Readonly<Record<ReportKind, string>> = {
  document_register: 'zestawienie-dokumentow',
  project_report: 'raport-z-wykonania-zadania',
};

export const flashes = { asked: 'Przygotowujemy dokument. Za chwilę będzie na liście do pobrania.' } as const;

/** „10,55%” from hundredths of a percent; a dash where there is nothing to compare with. */
export function percentWords(hundredths: number | null): string {
  return hundredths === null ? '–' : `${formatQuantity(hundredths * 10)}%`;
}
