import { longMoment } from '../../lib/polish-dates.ts';
import type { DecisionSet } from './queries.ts';
import { stepTexts } from './texts.ts';

interface Step {
  readonly name: string;
  readonly note: string;
  readonly state: 'done' | 'now' | 'later';
}

/** Who prepared, who approves, who publishes: with names and times of what is done. */
export function stepsOf(
  set: DecisionSet,
  names: { readonly proposed: string; readonly approved: string; readonly published: string },
): Step[] {
  const at = { draft: 0, proposed: 1, approved: 2, published: 3 }[set.state];
  const state = (index: number) => (index < at ? 'done' : index === at ? 'now' : 'later');
  const done = (name: string, moment: DecisionSet['proposedAt']) =>
    moment === null ? '' : [name, longMoment(moment)].filter(Boolean).join(', ');
  return [
    {
      name: stepTexts.prepare.name,
      note: at > 0 ? done(names.proposed, set.proposedAt) : stepTexts.prepare.note,
      state: state(0),
    },
    {
      name: stepTexts.approve.name,
      note: at > 1 ? done(names.approved, set.approvedAt) : stepTexts.approve.note,
      state: state(1),
    },
    {
      name: stepTexts.publish.name,
      note: at > 2 ? done(names.published, set.publishedAt) : stepTexts.publish.note,
      state: state(2),
    },
  ];
}
