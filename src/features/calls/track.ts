import type { Instant } from '../../lib/days.ts';
import { sentence } from '../../lib/polish.ts';
import { isWithin, type Stage, type StageKind } from './stages.ts';
import { sourceText, stageNames, stageRemarks, windowsText, windowText } from './texts.ts';

/** What the partial `track` draws. */
export interface TrackItem {
  readonly when: string;
  readonly what: string;
  readonly more: string;
  readonly state: 'done' | 'now' | 'later';
}

/** Dates that matter to the library alone, and those told beside another stage. */
const notForGroups: readonly StageKind[] = [
  'advice',
  'declarations',
  'last_contract_bill',
  'payments',
  'funder_report',
  'last_purchase',
];

/** The timetable as groups see it. */
export function publicTrack(stages: readonly Stage[], now: Instant): TrackItem[] {
  return stages.filter((stage) => !notForGroups.includes(stage.kind)).map((stage) => itemOf(stage, stages, now));
}

function itemOf(stage: Stage, stages: readonly Stage[], now: Instant): TrackItem {
  return {
    when: windowText(stage),
    what: stageNames[stage.kind],
    more: moreOf(stage, stages),
    state: stateOf(stage, now),
  };
}

export function stateOf(stage: Stage, now: Instant): TrackItem['state'] {
  if (stage.endsAt !== null && stage.endsAt <= now) return 'done';
  return stage.startsAt !== null && isWithin(stage, now) ? 'now' : 'later';
}

function moreOf(stage: Stage, stages: readonly Stage[]): string {
  const beside = stages.filter((other) => other.kind === besideOf[stage.kind]);
  const sentences = [stage.place, stageRemarks[stage.kind] ?? '', sourceText(stage.source), besideText(beside)];
  return sentences
    .filter((text) => text !== '')
    .map(sentence)
    .join(' ');
}

const besideOf: Partial<Record<StageKind, StageKind>> = { submission: 'advice', realisation: 'last_purchase' };

/** Dates of one kind told together: their name once, the places that differ. */
function besideText(stages: readonly Stage[]): string {
  const [first] = stages;
  if (first === undefined) return '';
  const places = [...new Set(stages.map((stage) => stage.place).filter((place) => place !== ''))];
  return `${stageNames[first.kind]}: ${[windowsText(stages), ...places].join(', ')}`;
}
