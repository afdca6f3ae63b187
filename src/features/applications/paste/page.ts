import { formatAmount } from '../../../lib/money.ts';
import { noOrphans } from '../../../lib/polish.ts';
import { type Answer, view } from '../../../web/answer.ts';
import { type RawBody, type RawValue, rawText } from '../../../web/form.ts';
import type { Visit } from '../../../web/visit.ts';
import { sectionNamed } from '../pages/open.ts';
import { frameOf, type Writing } from '../pages/writing.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { type PastedCosts, readPastedCosts } from './costs.ts';
import { columnKinds } from './kinds.ts';
import { columnLabel, columnNames, pageTexts, unreadText } from './texts.ts';

/** What was pasted, as understood now. Columns chosen for another table are forgotten with it. */
export function readPasted({ rules }: Writing, raw: RawBody): PastedCosts {
  const found = readPastedCosts(rawText(raw, 'text'), rules.categories);
  const chosen = textsIn(raw['columns']);
  if (chosen.length === 0 || rawText(raw, 'heads') !== headsOf(found)) return found;
  return readPastedCosts(rawText(raw, 'text'), rules.categories, chosen);
}

const headsOf = ({ heads }: PastedCosts) => heads.join(' | ').trim();

/** Where rows of a spreadsheet are pasted; once something is, also what was understood and what was not, line by line. */
export function pastePage(visit: Visit, writing: Writing, raw: RawBody = {}): Answer {
  const section = sectionNamed(writing, fixedSections.costs);
  const frame = frameOf(writing, section, visit.now);
  const costsAddress = applicationPaths.sectionOf(writing.draft.id, section.code);
  const text = rawText(raw, 'text');
  return view('applications/paste', pageTexts.title, {
    frame: { ...frame, h1: pageTexts.title, crumbs: crumbsOf(frame.crumbs, costsAddress) },
    action: applicationPaths.pasteOf(writing.draft.id),
    costs: costsAddress,
    present: writing.draft.costs.length,
    text,
    seen: text === '' ? null : seenOf(writing, readPasted(writing, raw)),
  });
}

function crumbsOf(crumbs: readonly { readonly label: string; readonly href?: string }[], costs: string) {
  return [...crumbs.slice(0, -1), { label: crumbs.at(-1)?.label ?? '', href: costs }, { label: pageTexts.title }];
}

function seenOf({ rules }: Writing, pasted: PastedCosts) {
  const { columns, heads, costs, unread } = pasted;
  const nameOf = (category: string) => rules.categories.find(({ id }) => String(id) === category)?.name ?? '';
  return {
    heads: headsOf(pasted),
    columns: columns.kinds.map((kind, index) => ({
      name: `columns[${index}]`,
      label: columnLabel(index + 1, heads[index] ?? ''),
      options: columnKinds.map((value) => ({ value, label: columnNames[value], selected: value === kind })),
    })),
    rows: costs.map(({ line, cost, value, otherValue }) => ({
      line,
      name: cost.name,
      category: nameOf(cost.category),
      quantity: cost.quantity,
      unit: cost.unit,
      price: cost.price,
      value,
      differs: otherValue === null ? '' : pageTexts.differs(formatAmount(otherValue)),
    })),
    unread: unread.map((one) => ({ line: one.line, text: one.text, why: noOrphans(unreadText(one)) })),
    addLabel: costs.length === 0 ? '' : pageTexts.addLabel(costs.length),
    nothing: costs.length === 0 ? pageTexts.nothingRead : '',
  };
}

/** The texts of a list of fields, in their order, however the browser numbered them. */
function textsIn(value: RawValue | undefined): string[] {
  if (typeof value !== 'object') return [];
  return Object.values(value).filter((one): one is string => typeof one === 'string');
}
