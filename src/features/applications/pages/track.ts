import type { Instant } from '../../../lib/days.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { type Stage, type StageKind, stageOf } from '../../calls/stages.ts';
import { stageNames, windowText } from '../../calls/texts.ts';
import { stateOf, type TrackItem } from '../../calls/track.ts';
import { type Correction, correctionState } from '../corrections/policy.ts';
import { correctionTexts } from '../corrections/texts.ts';
import type { ApplicationState } from '../lifecycle.ts';
import { trackTexts } from '../texts/pages.ts';

export interface Sent {
  readonly state: Exclude<ApplicationState, 'draft'>;
  readonly submittedAt: Instant;
  /** The newest first. */
  readonly corrections: readonly Correction[];
}

const afterCheck: readonly StageKind[] = ['scoring', 'results', 'negotiation', 'realisation'];

/** The way of one application: what it has passed, by its own state; what is before it, by the timetable. */
export function trackOf(
  { state, submittedAt, corrections }: Sent,
  stages: readonly Stage[],
  now: Instant,
  receipt: string,
) {
  const submitted = {
    ...item(longMoment(submittedAt), trackTexts.submitted, 'done'),
    href: receipt,
    linkText: trackTexts.receipt,
  };
  const check = stageOf(stages, 'formal_check');
  const when = check === undefined ? '' : windowText(check);
  const asked = corrections.toReversed().map((one) => correctionItem(one, now));
  if (state === 'withdrawn') return [submitted, ...asked, item('', trackTexts.withdrawn, 'done')];
  const itemsOf = (kinds: readonly StageKind[]) =>
    stages.filter((stage) => kinds.includes(stage.kind)).map((stage) => stageItem(stage, now));
  if (state === 'rejected')
    return [submitted, ...asked, item(when, trackTexts.rejected, 'done'), ...itemsOf(['recheck'])];
  const checked =
    state === 'accepted'
      ? item(when, trackTexts.accepted, 'done')
      : item(when, stageNames.formal_check, now < (check?.startsAt ?? now) ? 'later' : 'now');
  return [submitted, ...asked, checked, ...itemsOf(afterCheck)];
}

function correctionItem(correction: Correction, now: Instant) {
  const isOpen = correctionState(correction, now) === 'open';
  return item(correctionTexts.trackUntil(correction.untilAt), correctionTexts.track, isOpen ? 'now' : 'done');
}

function stageItem(stage: Stage, now: Instant) {
  return {
    ...item(windowText(stage), stageNames[stage.kind], stateOf(stage, now)),
    more: stage.kind === 'results' ? trackTexts.together : '',
  };
}

function item(when: string, what: string, state: TrackItem['state']) {
  return { when, what, state, more: '', href: '', linkText: '' };
}
