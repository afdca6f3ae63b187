import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { hasRole } from '../../../lib/actor.ts';
import { warsawDay } from '../../../lib/days.ts';
import { formatAmount, inputAmount } from '../../../lib/money.ts';
import { noOrphans, quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { budgetPaths } from '../../budgets/paths.ts';
import { callPaths } from '../paths.ts';
import { applicantKinds } from '../queries.ts';
import { applicantKindNames, stateNames, timeText } from '../texts.ts';
import { anchorsOf } from './dates.ts';
import type { CallModel, CallPreset } from './model.ts';
import { setupPaths } from './paths.ts';
import { listCalls, type PoolTask, poolTasks } from './queries.ts';
import { listOf } from './raw.ts';
import { isCopyOfCall, sourceOfCall, sourceOfPreset } from './sources.ts';
import { defaultKindNotes, setupTitles } from './texts.ts';

/** Every call whose settings the actor reads, in whatever state. */
export function callsPage(reader: Reader, actor: Actor) {
  return {
    rows: listCalls(reader, actor).map((row) => ({
      ...row,
      title: quoted(row.title),
      href: callPaths.settingsOf(row.id),
      tone: row.state === 'draft' ? 'draft' : 'ok',
      stateName: stateNames[row.state],
      deadline: row.closesAt === null ? '' : longMoment(row.closesAt),
    })),
    start: hasRole(actor, 'coordinator', null) ? setupPaths.new : '',
  };
}

/** What a new call may be made from. */
export function sourcesPage(reader: Reader, actor: Actor, presets: readonly CallPreset[]) {
  return {
    crumbs: [{ label: setupTitles.list, href: setupPaths.list }, { label: setupTitles.sources }],
    calls: listCalls(reader, actor).map((row) => ({
      name: quoted(row.title),
      note: `${row.code}/${row.year}`,
      href: setupPaths.newFrom(sourceOfCall(row.id)),
    })),
    presets: presets.map(({ code, name, about }) => ({
      name,
      note: noOrphans(about),
      href: setupPaths.newFrom(sourceOfPreset(code)),
    })),
  };
}

/** The eight decisions, proposed by the model or as typed. */
export function decisionsPage(reader: Reader, source: string, model: CallModel, raw?: RawBody) {
  const tasks = poolTasks(reader);
  const proposed = proposalOf(model, tasks, isCopyOfCall(source));
  const value = (name: keyof typeof proposed) => (raw === undefined ? proposed[name] : rawText(raw, name));
  return {
    crumbs: [
      { label: setupTitles.list, href: setupPaths.list },
      { label: setupTitles.sources, href: setupPaths.new },
      { label: 'Osiem decyzji' },
    ],
    action: setupPaths.new,
    source,
    typed: Object.fromEntries(Object.keys(proposed).map((name) => [name, value(name as keyof typeof proposed)])),
    tasks: tasks.map(({ id, code, name, planned }) => ({
      value: String(id),
      label: `${code}. ${name} (${formatAmount(planned)} z dotacji)`,
    })),
    kinds: applicantKinds.map((kind) => ({
      value: kind,
      label: applicantKindNames[kind],
      hint: noOrphans(model.applicantKinds.find((one) => one.kind === kind)?.note ?? defaultKindNotes[kind]),
    })),
    chosen: raw === undefined ? model.applicantKinds.map(({ kind }) => kind) : listOf(raw['kinds']),
    back: setupPaths.new,
    budget: budgetPaths.show,
  };
}

/** Defaults that could be announced as they are: a copy keeps its pool, others take the whole grant of the task; the largest amount fits into it. */
function proposalOf(model: CallModel, tasks: readonly PoolTask[], isCopy: boolean) {
  const [task] = tasks;
  const planned = task?.planned ?? model.poolGrosze;
  const pool = isCopy && model.poolGrosze < planned ? model.poolGrosze : planned;
  const anchors = anchorsOf(model.stages);
  return {
    title: model.title,
    year: String(model.year),
    code: model.code,
    task: String(task?.id ?? ''),
    pool: inputAmount(pool),
    min: inputAmount(model.minGrosze),
    max: inputAmount(model.maxGrosze > pool ? pool : model.maxGrosze),
    deadlineDay: anchors === undefined ? '' : warsawDay(anchors.deadline),
    deadlineHour: anchors === undefined ? '' : timeText(anchors.deadline),
    realisationFrom: anchors?.realisationFrom ?? '',
    realisationTo: anchors?.realisationTo ?? '',
    contact: model.contact,
  };
}
