import type { Instant } from '../../../lib/days.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { type Stage, type StageKind, stageOf } from '../../calls/stages.ts';
import { stageNames, windowText } from '../../calls/texts.ts';
import { stateOf, type TrackItem } from '../../calls/track.ts';
import type { ApplicationState } from '../lifecycle.ts';
import { trackTexts } from '../texts/pages.ts';

export interface Sent {
  readonly state: Exclude<ApplicationState, 'draft'>;
  readonly submittedAt: Instant;
}

const afterCheck: readonly StageKind[] = ['scoring', 'results', 'negotiation', 'realisation'];

/** The way of one application: what it has passed, by its own state; what is before it, by the timetable. */
export function trackOf({ state, submittedAt }: Sent, stages: readonly Stage[], now: Instant, receipt: string) {
  const submitted = {
    ...item(longMoment(submittedAt), trackTexts.submitted, 'done'),
    href: receipt,
    linkText: trackTexts.receipt,
  };
  const check = stageOf(stages, 'formal_check');
  const when = check === undefined ? '' : windowText(check);
  if (state === 'withdrawn') return [submitted, item('', trackTexts.withdrawn, 'done')];
  const itemsOf = (kinds: readonly StageKind[]) =>
    stages.filter((stage) => kinds.includes(stage.kind)).map((stage) => stageItem(stage, now));
  if (state === 'rejected') return [submitted, item(when, trackTexts.rejected, 'done'), ...itemsOf(['recheck'])];
  const checked =
    state === 'accepted'
      ? item(when, trackTexts.accepted, 'done')
      : item(when, stageNames.formal_check, now < (check?.startsAt ?? now) ? 'later' : 'now');
  return [submitted, checked, ...itemsOf(afterCheck)];
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
