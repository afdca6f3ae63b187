import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import { formatAmount, type Grosze, sum } from '../../lib/money.ts';
import { readProject } from '../project/queries.ts';
import { budgetPaths } from './paths.ts';
import { type Balance, readBalances } from './queries.ts';
import { barLabel, potName, type Source, sourceNames, tabTexts } from './texts.ts';
import { draftVersion, versionInForce } from './versions.ts';

const columns = ['planned', 'reserved', 'committed', 'owed', 'spent', 'left'] as const;
type Totals = Readonly<Record<(typeof columns)[number], Grosze>>;

/** The budget page: both pots whole, then every line by source, of all years or one. */
export function budgetPage(reader: Reader, year: number | undefined, rights: { mayChange: boolean }, now: Instant) {
  const project = readProject(reader);
  const all = readBalances(reader, { projectId: project.id });
  const years = [...new Set(all.map((line) => line.year))].sort((a, b) => a - b);
  const shown = all.filter((line) => year === undefined || line.year === year);
  const version = versionInForce(reader, project.id);
  return {
    project,
    now,
    version: version ?? null,
    hasDraft: draftVersion(reader, project.id) !== undefined,
    mayChange: rights.mayChange,
    total: sum(all.map((line) => line.planned)),
    pots: (['grant', 'own'] as const).map((source) => potOf(source, project.funderShortName, totalsOf(all, source))),
    tabs: [undefined, ...years].map((tab) => ({
      label: tab === undefined ? tabTexts.all : String(tab),
      href: budgetPaths.showOf(tab),
      current: tab === year,
    })),
    groups: groupsOf(shown),
    totals: [
      ...(['grant', 'own'] as const).map((source) => ({ name: sourceNames[source], ...totalsOf(shown, source) })),
      { name: tabTexts.whole, ...totalsOf(shown) },
    ],
    short: shown
      .filter((line) => line.left < 0)
      .map((line) => ({
        name: line.taskName,
        category: line.category,
        source: sourceNames[line.source],
        missing: -line.left,
      })),
    draft: budgetPaths.draft,
    newDraft: budgetPaths.newDraft,
    journal: budgetPaths.journal,
  };
}

export function totalsOf(lines: readonly Balance[], source?: Source): Totals {
  const counted = lines.filter((line) => source === undefined || line.source === source);
  const entries = columns.map((column) => [column, sum(counted.map((line) => line[column]))]);
  return Object.fromEntries(entries) as Totals;
}

function potOf(source: Source, funder: string, totals: Totals) {
  const name = potName(source, funder);
  return { id: source, name, ...totals, bar: barOf(name, totals) };
}

/** Lines of one task and year stand together, a row for each cost category and source. */
function groupsOf(lines: readonly Balance[]) {
  const groups = new Map<string, Balance[]>();
  for (const line of lines) {
    const key = `${line.taskId} ${line.year}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    return first === undefined
      ? []
      : [{ name: `${first.taskCode}. ${first.taskName}, ${first.year}`, rows: rows.map(rowOf) }];
  });
}

function rowOf(line: Balance, index: number, rows: readonly Balance[]) {
  const source = sourceNames[line.source];
  return {
    ...line,
    source,
    isFirst: index === 0,
    hasMore: index < rows.length - 1,
    isShort: line.left < 0,
    missing: Math.abs(line.left),
    bar: barOf(`${line.category}, ${source}`, line),
  };
}

/** Parts of the plan in thousandths, for the drawing; the figures stand beside it. */
function barOf(name: string, { planned, spent, reserved, committed, owed, left }: Totals) {
  const part = (amount: number) => (planned === 0 ? 0 : Math.round((amount * 1000) / planned));
  const held = sum([reserved, committed, owed]);
  return {
    label: barLabel(name, { spent: formatAmount(spent), held: formatAmount(held), left: formatAmount(left) }),
    spent: part(spent),
    held: part(held),
    over: left < 0,
  };
}
