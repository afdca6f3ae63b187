import { agreePlan, savePlan } from '../../features/initiatives/commands/plan.ts';
import { planLines, readInitiative } from '../../features/initiatives/queries.ts';
import { grosze } from '../../lib/money.ts';
import { type Happening, happening } from '../happening.ts';
import type { Scene } from '../scene.ts';
import type { StoryTime } from '../stages.ts';
import type { CastKey } from './cast.ts';

/** A row as agreed: whole units, price of one in grosze, and its new words where it has them. */
type Agreed = readonly [quantity: number, price: number, name?: string, unit?: string];

/** The plan of an initiative; rows in the order of the request, changed where the two sides changed them. */
function planOf({ deps: { db }, initiative }: Scene, leader: CastKey, agreed?: readonly Agreed[]) {
  const initiativeId = initiative(leader);
  const before = planLines(db, initiativeId, 'agreed');
  const lines = agreed === undefined ? before : before.map((line, index) => changed(line, agreed[index]));
  return { initiativeId, lines, revision: readInitiative(db, initiativeId)?.revision ?? 0 };
}

function changed(line: ReturnType<typeof planLines>[number], agreed: Agreed | undefined) {
  if (agreed === undefined) return line;
  const [quantity, price, name = line.name, unit = line.unit] = agreed;
  return { ...line, name, unit, quantity: quantity * 1000, price: grosze(price), amount: grosze(quantity * price) };
}

const ewaAgreed: readonly Agreed[] = [
  [4, 400_00],
  [1, 800_00, 'Opowiadaczka: wieczór opowieści w Sejnach', 'wieczór'],
  [1, 200_00],
  [8, 50_00],
  [100, 5_00],
  [2, 200_00],
  [2, 200_00],
  [2, 100_00],
];

const daivaAgreed: readonly Agreed[] = [
  [3, 400_00],
  [12, 25_00],
  [400, 1_00],
  [2, 150_00],
  [20, 17_50],
  [2, 75_00],
];

/** As it stood after the first talk: fewer tickets, and the rest of the award not shared out yet. */
const daivaTalkedOver = daivaAgreed.map((row, index): Agreed => (index === 2 ? [300, 1_00] : row));

function agreed(at: StoryTime, leader: CastKey, rows?: readonly Agreed[]): Happening {
  return happening(at, 'joanna', `agrees the plan with ${leader}`, (scene, actor) =>
    agreePlan(scene.deps, actor, planOf(scene, leader, rows)),
  );
}

function saved(at: StoryTime, leader: CastKey, rows: readonly Agreed[]): Happening {
  return happening(at, 'joanna', `saves the plan talked over with ${leader}`, (scene, actor) =>
    savePlan(scene.deps, actor, planOf(scene, leader, rows)),
  );
}

/** Plans agreed with the seven groups: five as they asked, two smaller. */
export const negotiating = [
  agreed('2024-04-24 10.15', 'wieslawa'),
  agreed('2024-04-25 16.30', 'birute'),
  agreed('2024-04-26 11.40', 'bozena'),
  saved('2024-04-26 13.50', 'ewa', ewaAgreed),
  agreed('2024-05-07 12.20', 'ewa', ewaAgreed),
  saved('2024-05-07 15.35', 'daiva', daivaTalkedOver),
  agreed('2024-05-08 14.10', 'kajetan'),
  agreed('2024-05-08 15.20', 'maja'),
  agreed('2024-05-09 10.05', 'daiva', daivaAgreed),
];
