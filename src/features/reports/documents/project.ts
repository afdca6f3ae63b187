import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount, formatNumber, type Grosze, grosze, percentOf, sum } from '../../../lib/money.ts';
import { noOrphans } from '../../../lib/polish.ts';
import { dateRange, longDate, longMoment } from '../../../lib/polish-dates.ts';
import type { Occasion } from '../../../pdf/kinds.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { type Source, sourceNames } from '../../budgets/texts.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { findProject, type Need, type Project, readNeeds } from '../../project/queries.ts';
import {
  type Execution,
  executionByTask,
  executionByYear,
  paidByYear,
  type ReportedInitiative,
  reportedInitiatives,
  type TaskExecution,
  type YearExecution,
} from '../queries.ts';
import { percentWords } from '../texts.ts';

type ReportedProject = Pick<
  Project,
  'title' | 'programmeName' | 'funderName' | 'creditLine' | 'agreementNumber' | 'agreementOn' | 'startsOn' | 'endsOn'
>;

export interface ProjectPaper {
  readonly project: ReportedProject;
  readonly organisation: string;
  readonly tasks: readonly TaskExecution[];
  readonly years: readonly YearExecution[];
  readonly paid: readonly { readonly year: number; readonly source: Source; readonly spent: Grosze }[];
  readonly initiatives: readonly ReportedInitiative[];
  readonly needs: readonly Pick<Need, 'title' | 'source'>[];
  readonly standsAt: Instant;
}

export function loadProjectPaper(reader: Reader, projectId: number, { askedAt }: Occasion): ProjectPaper {
  const found = findProject(reader, projectId);
  if (found === undefined) throw new Error(`There is no project ${projectId}`);
  const { title, programmeName, funderName, creditLine, agreementNumber, agreementOn, startsOn, endsOn } = found;
  return {
    project: { title, programmeName, funderName, creditLine, agreementNumber, agreementOn, startsOn, endsOn },
    organisation: readOrganisation(reader).name,
    tasks: executionByTask(reader, projectId),
    years: executionByYear(reader, projectId),
    paid: paidByYear(reader, projectId),
    initiatives: reportedInitiatives(reader, projectId),
    needs: readNeeds(reader, projectId).map(({ title, source }) => ({ title, source })),
    standsAt: askedAt,
  };
}

/** The funder's report: plan and what was carried out, where only what is paid counts. */
export function drawProjectPaper(sheet: Sheet, paper: ProjectPaper): void {
  const { project, organisation, standsAt } = paper;
  sheet.title('Raport z wykonania zadania', noOrphans(project.title));
  sheet.pairs([
    ['Zadanie prowadzi', organisation],
    ['Program', project.programmeName],
    ['Finansujący', project.funderName],
    ['Umowa', agreementWords(project)],
    ['Okres zadania', dateRange(project.startsOn, project.endsOn)],
    ['Stan na', longMoment(standsAt)],
  ]);
  sheet.note(
    'Wykonanie to wyłącznie kwoty zapłacone. Dokumenty zaksięgowane i niezapłacone to zobowiązania: stoją w osobnej kolumnie „Do zapłaty”.',
  );
  drawTasks(sheet, paper.tasks);
  drawShare(sheet, paper.tasks);
  drawYears(sheet, paper);
  drawInitiatives(sheet, paper.initiatives);
  drawNeeds(sheet, paper.needs);
  sheet.signatures([
    { role: 'Sporządziła osoba prowadząca księgowość', name: '' },
    { role: 'Zatwierdził dyrektor', name: '' },
  ]);
}

function agreementWords({ agreementNumber, agreementOn }: Pick<Project, 'agreementNumber' | 'agreementOn'>): string {
  if (agreementNumber === '') return 'numer do uzupełnienia w danych zadania';
  return agreementOn === null ? `nr ${agreementNumber}` : `nr ${agreementNumber} z ${longDate(agreementOn)}`;
}

type Sums = Pick<Execution, 'planned' | 'spent' | 'owed'>;

function sumsOf(rows: readonly Sums[]): Sums {
  const of = (key: keyof Sums) => sum(rows.map((row) => row[key]));
  return { planned: of('planned'), spent: of('spent'), owed: of('owed') };
}

const figures = ({ planned, spent, owed }: Sums) => [
  formatNumber(planned),
  formatNumber(spent),
  percentWords(percentOf(spent, planned)),
  formatNumber(owed),
];

function drawTasks(sheet: Sheet, tasks: readonly TaskExecution[]): void {
  const of = (source: Source) => sumsOf(tasks.filter((task) => task.source === source));
  sheet.heading('Wykonanie według działań i źródeł', 2);
  sheet.table({
    columns: [
      { head: 'Działanie', width: 5, rowHead: true },
      { head: 'Źródło', width: 2.6 },
      { head: 'Plan, zł', width: 2.4, align: 'right' },
      { head: 'Wykonanie, zł', width: 2.7, align: 'right' },
      { head: '%', width: 1.7, align: 'right' },
      { head: 'Do zapłaty, zł', width: 2.5, align: 'right' },
    ],
    rows: tasks.map((task) => [noOrphans(`${task.code}. ${task.name}`), sourceNames[task.source], ...figures(task)]),
    foot: [
      ['Razem', sourceNames.grant, ...figures(of('grant'))],
      ['Razem', sourceNames.own, ...figures(of('own'))],
      ['Razem', 'całość', ...figures(sumsOf(tasks))],
    ],
  });
}

function drawShare(sheet: Sheet, tasks: readonly TaskExecution[]): void {
  const own = sumsOf(tasks.filter((task) => task.source === 'own'));
  const all = sumsOf(tasks);
  const share = (part: Grosze, whole: Grosze) =>
    `${percentWords(percentOf(part, whole))} całkowitej wartości zadania (${formatAmount(part)} z ${formatAmount(whole)})`;
  sheet.heading('Udział wkładu własnego', 2);
  sheet.pairs([
    ['W planie', share(own.planned, all.planned)],
    ['W wykonaniu', all.spent === 0 ? 'nic jeszcze nie zapłacono' : share(own.spent, all.spent)],
  ]);
}

const nothing = { planned: grosze(0), spent: grosze(0), owed: grosze(0) };

function drawYears(sheet: Sheet, { years, paid }: ProjectPaper): void {
  const inYear = (row: YearExecution) =>
    sum(paid.filter(({ year, source }) => year === row.year && source === row.source).map(({ spent }) => spent));
  // Money of one year's lines may have been paid in a year that has no lines.
  const known = new Set(years.map((row) => `${row.year} ${row.source}`));
  const other = paid.filter((row) => !known.has(`${row.year} ${row.source}`));
  const rows = [...years, ...other.map((row) => ({ ...row, ...nothing }))].sort((a, b) => a.year - b.year);
  sheet.heading('Według lat', 2);
  sheet.table({
    columns: [
      { head: 'Rok', width: 1.5, rowHead: true },
      { head: 'Źródło', width: 3 },
      { head: 'Plan pozycji, zł', width: 3, align: 'right' },
      { head: 'Zapłacono z pozycji tego roku, zł', width: 4, align: 'right' },
      { head: 'Zapłacono w tym roku, zł', width: 4, align: 'right' },
    ],
    rows: rows.map((row) => [
      String(row.year),
      sourceNames[row.source],
      formatNumber(row.planned),
      formatNumber(row.spent),
      formatNumber(inYear(row)),
    ]),
    foot: [
      [
        'Razem',
        '',
        formatNumber(sumsOf(years).planned),
        formatNumber(sumsOf(years).spent),
        formatNumber(sum(paid.map(({ spent }) => spent))),
      ],
    ],
  });
}

function drawInitiatives(sheet: Sheet, initiatives: readonly ReportedInitiative[]): void {
  sheet.heading('Inicjatywy mieszkańców', 2);
  if (initiatives.length === 0) {
    sheet.paragraph('Konkurs nie jest jeszcze rozstrzygnięty.');
    return;
  }
  const amountOr = (amount: Grosze | null, otherwise: string) => (amount === null ? otherwise : formatNumber(amount));
  const total = (key: 'awarded' | 'agreed' | 'settled') =>
    formatNumber(sum(initiatives.flatMap((initiative) => initiative[key] ?? [])));
  sheet.table({
    columns: [
      { head: 'Numer', width: 2.4, rowHead: true },
      { head: 'Inicjatywa', width: 6 },
      { head: 'Przyznano, zł', width: 2.4, align: 'right' },
      { head: 'Uzgodniono, zł', width: 2.5, align: 'right' },
      { head: 'Rozliczono, zł', width: 2.5, align: 'right' },
    ],
    rows: initiatives.map((one) => [
      one.code,
      noOrphans(`${one.title}\n${one.groupName}`),
      formatNumber(one.awarded),
      amountOr(one.agreed, 'w rozmowach'),
      amountOr(one.settled, 'w toku'),
    ]),
    foot: [['Razem', '', total('awarded'), total('agreed'), total('settled')]],
  });
}

function drawNeeds(sheet: Sheet, needs: ProjectPaper['needs']): void {
  if (needs.length === 0) return;
  sheet.heading('Potrzeby z diagnozy', 2);
  sheet.list(needs.map(({ title, source }) => noOrphans(`${title} (${source})`)));
}
