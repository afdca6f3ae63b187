import { formatAmount, formatNumber } from '../../../lib/money.ts';
import type { Draft } from '../drafts.ts';
import type { Writing } from '../pages/writing.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import type { TypedSection } from '../typed.ts';
import { readPastedCosts } from './costs.ts';
import { columnKinds, scheduleKinds } from './kinds.ts';
import { readPastedSchedule } from './schedule.ts';
import { scheduleColumnNames, scheduleHeads, scheduleTexts, unclearDay } from './schedule-texts.ts';
import { columnNames, costHeads, costTexts, differsText, laterText, type SheetTexts } from './texts.ts';
import type { Unread } from './unread.ts';

/** One cell of a row as shown before it is kept. */
export interface ShownCell {
  readonly label: string;
  readonly text: string;
  readonly isNumber: boolean;
  readonly isQuiet: boolean;
}

/** What was pasted, as understood. */
export interface Pasted {
  readonly kinds: readonly string[];
  readonly heads: readonly string[];
  readonly unread: readonly Unread[];
  readonly rows: readonly {
    readonly line: number;
    readonly main: string;
    /** What to look at in this row; '' for nothing. */
    readonly note: string;
    readonly cells: readonly ShownCell[];
  }[];
  /** The section with these rows behind those it has. */
  readonly section: TypedSection;
}

/** A table of an application that takes rows of a spreadsheet. */
export interface Sheet {
  readonly code: string;
  readonly path: string;
  readonly addressOf: (applicationId: number) => string;
  readonly mainHead: string;
  readonly columnNames: readonly { readonly value: string; readonly label: string }[];
  readonly texts: SheetTexts;
  readonly present: (draft: Draft) => number;
  readonly read: (writing: Writing, text: string, chosen: readonly string[]) => Pasted;
}

const cell = (label: string, text: string, isNumber = false): ShownCell => ({ label, text, isNumber, isQuiet: false });

export const costsSheet: Sheet = {
  code: fixedSections.costs,
  path: applicationPaths.paste,
  addressOf: applicationPaths.pasteOf,
  mainHead: costHeads.main,
  columnNames: columnKinds.map((value) => ({ value, label: columnNames[value] })),
  texts: costTexts,
  present: ({ costs }) => costs.length,
  read({ draft, rules }, text, chosen) {
    const { columns, heads, unread, costs } = readPastedCosts(text, rules.categories, chosen);
    const nameOf = (category: string) => rules.categories.find(({ id }) => String(id) === category)?.name;
    const categoryCell = (category: string): ShownCell => {
      const name = nameOf(category);
      return { ...cell(costHeads.category, name ?? laterText), isQuiet: name === undefined };
    };
    return {
      ...{ kinds: columns.kinds, heads, unread },
      rows: costs.map(({ line, cost, value, otherValue }) => ({
        ...{ line, main: cost.name, note: otherValue === null ? '' : differsText(formatAmount(otherValue)) },
        cells: [
          categoryCell(cost.category),
          cell(costHeads.quantity, cost.quantity, true),
          cell(costHeads.unit, cost.unit),
          cell(costHeads.price, cost.price, true),
          cell(costHeads.value, formatNumber(value), true),
        ],
      })),
      section: { kind: 'costs', rows: [...draft.costs, ...costs.map(({ cost }) => cost)] },
    };
  },
};

export const scheduleSheet: Sheet = {
  code: fixedSections.schedule,
  path: applicationPaths.pasteSchedule,
  addressOf: applicationPaths.pasteScheduleOf,
  mainHead: scheduleHeads.main,
  columnNames: scheduleKinds.map((value) => ({ value, label: scheduleColumnNames[value] })),
  texts: scheduleTexts,
  present: ({ schedule }) => schedule.length,
  read({ draft }, text, chosen) {
    const { columns, heads, unread, activities } = readPastedSchedule(text, chosen);
    return {
      ...{ kinds: columns.kinds, heads, unread },
      rows: activities.map(({ line, activity, isClear }) => ({
        ...{ line, main: activity.activity, note: isClear || activity.starts === '' ? '' : unclearDay },
        cells: [
          cell(scheduleHeads.starts, activity.starts),
          cell(scheduleHeads.ends, activity.ends),
          cell(scheduleHeads.place, activity.place),
        ],
      })),
      section: { kind: 'schedule', rows: [...draft.schedule, ...activities.map(({ activity }) => activity)] },
    };
  },
};
