import type { NewLine } from '../features/budgets/commands/versions.ts';
import { grosze } from '../lib/money.ts';

const tasks = {
  trainings: ['1', 'Szkolenia zespołu i partnerów', 'prowadzenie i materiały szkoleniowe'],
  diagnosis: ['2', 'Diagnoza potrzeb i potencjału', 'badanie i opracowanie'],
  animation: ['3', 'Projekty edukacyjno-animacyjne', 'prowadzenie, materiały i książki'],
  initiatives: ['4', 'Inicjatywy lokalne', ''],
  exchange: ['5', 'Wymiana doświadczeń', 'przejazdy, noclegi i spotkania'],
  promotion: ['6', 'Promocja', 'druk i promocja'],
  coordination: ['7', 'Koordynacja i obsługa księgowa', 'koordynacja i księgowość'],
} as const;

/** The code of the task whose grant is the call's pool. */
export const initiativesTask = tasks.initiatives[0];

/** The call's cost categories and the part of the pool planned for each, in whole units of the currency. */
export const initiativeCategories = {
  pay: ['wynagrodzenia i honoraria', 9000],
  materials: ['materiały', 6000],
  print: ['druk i promocja', 2500],
  rental: ['wynajem', 1800],
  transport: ['transport', 2200],
  catering: ['poczęstunek', 1500],
  licences: ['licencje', 1000],
} as const;

type Row = readonly [task: keyof typeof tasks, year: number, grant: number, own: number];

const plan: readonly Row[] = [
  ['trainings', 2023, 12_000, 0],
  ['trainings', 2024, 8000, 0],
  ['diagnosis', 2023, 9000, 0],
  ['animation', 2023, 20_000, 2100],
  ['animation', 2024, 21_000, 3000],
  ['initiatives', 2024, 24_000, 0],
  ['exchange', 2023, 3000, 0],
  ['exchange', 2024, 4000, 0],
  ['promotion', 2023, 3000, 1000],
  ['promotion', 2024, 3600, 1000],
  ['coordination', 2023, 5000, 2000],
  ['coordination', 2024, 7000, 5000],
];

export const grant = grosze(119_600_00);
export const own = grosze(14_100_00);

/** Each year, task, category and source; the local initiatives are split by the call's cost categories. */
export const lines: readonly NewLine[] = plan.flatMap(([task, year, fromGrant, fromOwn]) => {
  const [taskCode, taskName, category] = tasks[task];
  if (task === 'initiatives') {
    return Object.values(initiativeCategories).map(([name, amount]) =>
      line({ taskCode, taskName, category: name, year }, 'grant', amount),
    );
  }
  const about = { taskCode, taskName, category, year };
  return [line(about, 'grant', fromGrant), ...(fromOwn > 0 ? [line(about, 'own', fromOwn)] : [])];
});

function line(about: Omit<NewLine, 'source' | 'amount'>, source: NewLine['source'], amount: number): NewLine {
  return { ...about, source, amount: grosze(amount * 100) };
}
