import type { Reader } from '../../../db/connection.ts';
import { addTime, type Instant } from '../../../lib/days.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { readProject } from '../../project/queries.ts';
import { readCall } from '../queries.ts';
import { modelOf, ofYear } from './copy.ts';
import { anchorsOf, inLaterYear } from './dates.ts';
import type { CallModel, CallPreset } from './model.ts';

/** How an address names what a new call is made from: „nabor-1” or „wzor-neutralny”. */
export const sourceOfCall = (callId: number) => `nabor-${callId}`;
export const isCopyOfCall = (source: string) => source.startsWith('nabor-');
export const sourceOfPreset = (code: string) => `wzor-${code}`;

/** Groups need about a month to write; a deadline nearer than this is proposed for the next year. */
const daysToWrite = 28;

/**
 * The model behind a source, its dates in the first year in which the deadline still lies ahead: of a copy at least a year on, of a preset four weeks
 * from now at least. Undefined for a source that is not there.
 */
export function modelFrom(
  reader: Reader,
  presets: readonly CallPreset[],
  source: string,
  now: Instant,
): CallModel | undefined {
  const callId = /^nabor-([1-9]\d{0,9})$/.exec(source)?.[1];
  const call = callId === undefined ? undefined : readCall(reader, Number(callId));
  if (call !== undefined && call.rehearsalOf === null) {
    const model = modelOf(reader, call);
    return dated(model, inLaterYear(model.stages, now, 1));
  }
  const preset = presets.find(({ code }) => sourceOfPreset(code) === source);
  if (preset === undefined) return undefined;
  const facts = { library: readOrganisation(reader), project: readProject(reader) };
  const model = preset.model({ ...facts, year: Number(now.slice(0, 4)) });
  const stages = inLaterYear(model.stages, addTime(now, { days: daysToWrite }), 0);
  return dated(preset.model({ ...facts, year: yearOf(stages, model.year) }), stages);
}

/** The model with these dates; its year, and the year in its names, are those of the deadline. */
function dated(model: CallModel, stages: CallModel['stages']): CallModel {
  const year = yearOf(stages, model.year + 1);
  return {
    ...model,
    year,
    title: ofYear(model.title, model.year, year),
    subtitle: ofYear(model.subtitle, model.year, year),
    stages,
  };
}

function yearOf(stages: CallModel['stages'], otherwise: number): number {
  const deadline = anchorsOf(stages)?.deadline;
  return deadline === undefined ? otherwise : Number(deadline.slice(0, 4));
}
