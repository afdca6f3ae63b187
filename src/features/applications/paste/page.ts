import { noOrphans } from '../../../lib/polish.ts';
import { type Answer, view } from '../../../web/answer.ts';
import { type RawBody, type RawValue, rawText } from '../../../web/form.ts';
import type { Visit } from '../../../web/visit.ts';
import { sectionNamed } from '../pages/open.ts';
import { frameOf, type Writing } from '../pages/writing.ts';
import { applicationPaths } from '../paths.ts';
import type { Pasted, Sheet } from './sheets.ts';
import { columnLabel, unreadText } from './texts.ts';

/** What was pasted, as understood now. Columns chosen for another table are forgotten with it. */
export function readPasted(sheet: Sheet, writing: Writing, raw: RawBody): Pasted {
  const found = sheet.read(writing, rawText(raw, 'text'), []);
  const chosen = textsIn(raw['columns']);
  if (chosen.length === 0 || rawText(raw, 'heads') !== headsOf(found)) return found;
  return sheet.read(writing, rawText(raw, 'text'), chosen);
}

const headsOf = ({ heads }: Pasted) => heads.join(' | ').trim();

/** Where rows of a spreadsheet are pasted; once something is, also what was understood and what was not, line by line. */
export function pastePage(sheet: Sheet, visit: Visit, writing: Writing, raw: RawBody = {}): Answer {
  const section = sectionNamed(writing, sheet.code);
  const frame = frameOf(writing, section, visit.now);
  const table = applicationPaths.sectionOf(writing.draft.id, section.code);
  const text = rawText(raw, 'text');
  const { title, lead, hint, back, behind } = sheet.texts;
  return view('applications/paste', title, {
    frame: { ...frame, h1: title, crumbs: crumbsOf(frame.crumbs, table, title) },
    action: sheet.addressOf(writing.draft.id),
    ...{ lead, hint, back, table, text, behind: behind(sheet.present(writing.draft)) },
    seen: text === '' ? null : seenOf(sheet, readPasted(sheet, writing, raw)),
  });
}

function crumbsOf(crumbs: readonly { readonly label: string; readonly href?: string }[], table: string, title: string) {
  return [...crumbs.slice(0, -1), { label: crumbs.at(-1)?.label ?? '', href: table }, { label: title }];
}

function seenOf({ columnNames, mainHead, texts }: Sheet, pasted: Pasted) {
  const { kinds, heads, rows, unread } = pasted;
  return {
    heads: headsOf(pasted),
    columns: kinds.map((kind, index) => ({
      name: `columns[${index}]`,
      label: columnLabel(index + 1, heads[index] ?? ''),
      options: columnNames.map((one) => ({ ...one, selected: one.value === kind })),
    })),
    ...{ caption: texts.caption, mainHead, tableHeads: rows[0]?.cells ?? [], rows },
    unread: unread.map((one) => ({ line: one.line, text: one.text, why: noOrphans(unreadText(one)) })),
    addLabel: rows.length === 0 ? '' : texts.addLabel(rows.length),
    nothing: rows.length === 0 ? texts.nothingRead : '',
  };
}

/** The texts of a list of fields, in their order, however the browser numbered them. */
function textsIn(value: RawValue | undefined): string[] {
  if (typeof value !== 'object') return [];
  return Object.values(value).filter((one): one is string => typeof one === 'string');
}
