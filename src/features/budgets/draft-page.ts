import type { Reader } from '../../db/connection.ts';
import { type Grosze, grosze, inputAmount, parseAmount } from '../../lib/money.ts';
import { amountMessages } from '../../lib/polish-messages.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import { readProject } from '../project/queries.ts';
import { budgetPaths } from './paths.ts';
import { sumsOf } from './policy.ts';
import { readTasks, type Task } from './queries.ts';
import { potName, sourceNames } from './texts.ts';
import { draftVersion, type Version, type VersionLine, versionLines } from './versions.ts';

/** The draft as stored, or as typed with the sums of what can be read. Undefined when there is no draft. */
export function draftPage(reader: Reader, raw?: RawBody) {
  const project = readProject(reader);
  const version = draftVersion(reader, project.id);
  if (version === undefined) return undefined;
  const lines = versionLines(reader, version.id).map((line) => typedLine(line, raw));
  const tasks = readTasks(reader, project.id);
  const agreed = {
    grant: typedAmount(rawOr(raw, 'grant', version.grantGrosze)),
    own: typedAmount(rawOr(raw, 'own', version.ownGrosze)),
  };
  return {
    project,
    version,
    action: budgetPaths.draft,
    sumsAction: budgetPaths.sums,
    newLineAction: budgetPaths.newLine,
    back: budgetPaths.show,
    stored: raw !== undefined && rawText(raw, 'revision') !== String(version.revision) ? storedOf(reader, version) : [],
    lines,
    agreed,
    sums: sumRows(lines, agreed, project.funderShortName),
    unreadable:
      lines.filter((line) => line.error !== '').length +
      [agreed.grant, agreed.own].filter((one) => one.error !== '').length,
    tasks: tasks.map(({ code, name }) => ({ value: code, label: `${code}. ${name}` })),
    added: { task: '', category: '', year: '', amount: '', ...(raw === undefined ? {} : addedOf(raw)) },
    taskList: tasks.map(({ id, code, name }) => ({ name: `${code}. ${name}`, href: budgetPaths.taskOf(id) })),
    newTaskAction: budgetPaths.newTask,
    newTask: {
      code: raw === undefined || raw['code'] === undefined ? nextCode(tasks) : rawText(raw, 'code'),
      name: raw === undefined ? '' : rawText(raw, 'name'),
    },
  };
}

function rawOr(raw: RawBody | undefined, name: string, stored: Grosze): string {
  return raw === undefined || raw[name] === undefined ? inputAmount(stored) : rawText(raw, name);
}

function typedAmount(typed: string): { typed: string; amount: Grosze | null; error: string } {
  const parsed = parseAmount(typed);
  if (parsed.ok) return { typed, amount: parsed.value, error: '' };
  return { typed, amount: null, error: amountMessages[parsed.code as keyof typeof amountMessages] };
}

function typedLine(line: VersionLine, raw: RawBody | undefined) {
  const amounts = raw?.['amounts'];
  const given =
    typeof amounts === 'object' && !Array.isArray(amounts) ? (amounts as RawBody)[`l${line.id}`] : undefined;
  const value = typedAmount(typeof given === 'string' ? given : inputAmount(line.amount));
  return {
    ...value,
    id: line.id,
    field: `amounts[l${line.id}]`,
    fieldId: `amounts-l${line.id}`,
    taskCode: line.taskCode,
    taskName: line.taskName,
    name: `${line.taskCode}. ${line.taskName}, ${line.year}`,
    category: line.category,
    source: line.source,
    sourceName: sourceNames[line.source],
    used: line.used,
  };
}

type TypedLine = ReturnType<typeof typedLine>;

/** For each source: what the lines sum to, what the agreement says, and the difference. */
function sumRows(
  lines: readonly TypedLine[],
  agreed: Readonly<Record<'grant' | 'own', { amount: Grosze | null }>>,
  funder: string,
) {
  const readable = lines.flatMap((line) =>
    line.amount === null ? [] : [{ source: line.source, amount: line.amount }],
  );
  const sums = sumsOf(readable);
  return (['grant', 'own'] as const).map((source) => {
    const target = agreed[source].amount ?? grosze(0);
    const difference = sums[source] - target;
    return {
      name: potName(source, funder),
      sum: sums[source],
      target,
      isEqual: difference === 0,
      isOver: difference > 0,
      difference: Math.abs(difference),
    };
  });
}

function storedOf(reader: Reader, version: Version) {
  return versionLines(reader, version.id).map((line) => ({
    name: `${line.taskName}, ${line.category}, ${line.year}, ${sourceNames[line.source]}`,
    amount: line.amount,
  }));
}

/** The number after the highest; tasks named otherwise count for nothing. */
function nextCode(tasks: readonly Task[]): string {
  const numbers = tasks.map(({ code }) => Number(code)).filter(Number.isInteger);
  return String(Math.max(0, ...numbers) + 1);
}

function addedOf(raw: RawBody) {
  return {
    task: rawText(raw, 'task'),
    category: rawText(raw, 'category'),
    year: rawText(raw, 'year'),
    amount: rawText(raw, 'amount'),
  };
}
