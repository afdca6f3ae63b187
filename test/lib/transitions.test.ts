import { describe, expect, it } from 'vitest';
import { actionsFrom, type Lifecycle, mayStep, step } from '../../src/lib/transitions.ts';

type State = 'draft' | 'submitted' | 'correction_requested' | 'withdrawn';
type Action = 'submit' | 'request_correction' | 'withdraw';

const table = {
  submit: { from: ['draft', 'correction_requested'], to: 'submitted' },
  request_correction: { from: ['submitted'], to: 'correction_requested' },
  withdraw: { from: ['submitted', 'correction_requested'], to: 'withdrawn' },
} as const satisfies Lifecycle<State, Action>;

const allowed: Record<State, Partial<Record<Action, State>>> = {
  draft: { submit: 'submitted' },
  submitted: { request_correction: 'correction_requested', withdraw: 'withdrawn' },
  correction_requested: { submit: 'submitted', withdraw: 'withdrawn' },
  withdrawn: {},
};

const actions: Action[] = ['submit', 'request_correction', 'withdraw'];

describe('a lifecycle', () => {
  for (const [state, steps] of Object.entries(allowed) as [State, Partial<Record<Action, State>>][]) {
    for (const action of actions) {
      const to = steps[action];
      it(`${action} from ${state}: ${to ?? 'refused'}`, () => {
        expect(mayStep(table, action, state)).toBe(to !== undefined);
        expect(step(table, action, state)).toEqual(
          to === undefined
            ? { ok: false, code: 'not_in_this_state', facts: { action, state } }
            : { ok: true, value: to },
        );
      });
    }

    it(`offers from ${state} exactly what may be done`, () => {
      expect(actionsFrom(table, state)).toEqual(Object.keys(steps));
    });
  }
});
