import type { Happening } from '../happening.ts';
import { budgeting } from './money/budgeting.ts';
import { firstYearLearning } from './money/first-year-learning.ts';
import { firstYearReading } from './money/first-year-reading.ts';
import { firstYearRunning } from './money/first-year-running.ts';
import { secondYearReading } from './money/second-year-reading.ts';
import { secondYearRunning } from './money/second-year-running.ts';
import { settling } from './money/settling.ts';
import { spendingAutumn } from './money/spending-autumn.ts';
import { spendingEarly } from './money/spending-early.ts';
import { spendingSummer } from './money/spending-summer.ts';

/** The project's money: its budget, its documents of two years, what the initiatives spend, their settlements, the reports. */
export const money: readonly Happening[] = [
  ...budgeting,
  ...firstYearLearning,
  ...firstYearReading,
  ...firstYearRunning,
  ...secondYearReading,
  ...secondYearRunning,
  ...spendingEarly,
  ...spendingSummer,
  ...spendingAutumn,
  ...settling,
];
