import { readBalances } from '../../src/features/budgets/queries.ts';
import { readProject } from '../../src/features/project/queries.ts';
import type { Story } from './story.ts';

/** What holds money on one budget line, in grosze; what is not named is nothing. */
export interface Held {
  readonly reserved?: number;
  readonly committed?: number;
  readonly owed?: number;
  readonly spent?: number;
}

/** One budget line in grosze: its plan, what holds a part of it, and what is left. */
export type Standing = Required<Held> & { readonly planned: number; readonly left: number };

export function standing(planned: number, held: Held): Standing {
  const { reserved = 0, committed = 0, owed = 0, spent = 0 } = held;
  return { planned, reserved, committed, owed, spent, left: planned - reserved - committed - owed - spent };
}

/** The lines that anything holds, as the budget's view has them: „task category year source” → where it stands. */
export function balancesOf({ app }: Story): Record<string, Standing> {
  const lines = readBalances(app.deps.db, { projectId: readProject(app.deps.db).id });
  const held = lines.filter((line) => line.left !== line.planned);
  return Object.fromEntries(
    held.map(({ taskCode, category, year, source, planned, reserved, committed, owed, spent, left }) => [
      `${taskCode} ${category} ${year} ${source}`,
      { planned, reserved, committed, owed, spent, left },
    ]),
  );
}
