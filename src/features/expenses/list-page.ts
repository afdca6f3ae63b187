import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { pageLinks } from '../../web/page-links.ts';
import { enteringStaff, mayEnterMoney } from './access.ts';
import type { ExpenseState } from './lifecycle.ts';
import {
  expensesOnPage,
  filterChoices,
  type ListedExpense,
  type ListFilter,
  listExpenses,
  sumExpenses,
} from './lists.ts';
import { expensePaths } from './paths.ts';
import { capital, kindNames, noScanName, stateNames, stateTones } from './texts.ts';

type Query = Readonly<Record<string, string>>;

/** The list with its filter (`stan`, `inicjatywa`, `rok`), sums of all that matches, and one page of it. */
export function listPage(reader: Reader, actor: Actor, query: Query) {
  const filter = filterOf(query);
  const sums = sumExpenses(reader, actor, filter);
  const last = Math.max(1, Math.ceil(sums.count / expensesOnPage));
  const current = Math.min(last, numberIn(query, 'strona') ?? 1);
  const choices = filterChoices(reader, actor);
  return {
    items: listExpenses(reader, actor, filter, current).map(shownInList),
    sums,
    pages: pageLinks(current, last, (page) => `${expensePaths.list}?${withPage(query, page)}`),
    filtered: Object.values(filter).some((value) => value !== undefined),
    byInitiative: filter.initiativeId !== undefined,
    asked: { state: query['stan'] ?? '', initiative: query['inicjatywa'] ?? '', year: query['rok'] ?? '' },
    states: Object.entries({ ...stateNames, [withoutScan]: noScanName }).map(([value, label]) => ({ value, label })),
    initiatives: choices.initiatives.map(({ id, code, title }) => ({ value: String(id), label: `${code} ${title}` })),
    years: choices.years.map((year) => ({ value: String(year), label: String(year) })),
    mayEnter: mayEnterMoney(actor, enteringStaff),
    paths: { list: expensePaths.list, create: expensePaths.create },
  };
}

const withoutScan = 'without_scan';

function filterOf(query: Query): ListFilter {
  const state = query['stan'] ?? '';
  return {
    withoutScan: state === withoutScan ? true : undefined,
    state: Object.hasOwn(stateNames, state) ? (state as ExpenseState) : undefined,
    initiativeId: numberIn(query, 'inicjatywa'),
    year: numberIn(query, 'rok'),
  };
}

function numberIn(query: Query, name: string): number | undefined {
  const text = query[name] ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function withPage(query: Query, page: number): string {
  const kept = ['stan', 'inicjatywa', 'rok'].flatMap((name) => (query[name] ? [[name, query[name]]] : []));
  return new URLSearchParams([...kept, ['strona', String(page)]] as [string, string][]).toString();
}

/** A row of a list of documents, also of an initiative's page. */
export function shownInList(expense: ListedExpense) {
  return {
    ...expense,
    label: capital(`${kindNames[expense.kind]} ${expense.number}`),
    href: expensePaths.showOf(expense.id),
    tag: { tone: stateTones[expense.state], text: stateNames[expense.state] },
  };
}
