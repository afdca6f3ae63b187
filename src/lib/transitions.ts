import { done, type Result, refused } from './result.ts';

/**
 * One record's life as one table: action → the states it may start from and the state it leads to. Written as
 * `const table = { … } as const satisfies Lifecycle<State, Action>`, so that nothing can be missing or misspelt.
 */
export type Lifecycle<State extends string, Action extends string> = Readonly<
  Record<Action, { readonly from: readonly State[]; readonly to: State }>
>;

export function mayStep<State extends string, Action extends string>(
  table: Lifecycle<State, Action>,
  action: NoInfer<Action>,
  state: State,
): boolean {
  return table[action].from.includes(state);
}

/** The state after the action. Refuses `not_in_this_state` with the facts `action` and `state`. */
export function step<State extends string, Action extends string>(
  table: Lifecycle<State, Action>,
  action: NoInfer<Action>,
  state: State,
): Result<State> {
  if (!mayStep(table, action, state)) return refused('not_in_this_state', { facts: { action, state } });
  return done(table[action].to);
}

/** Actions open in this state, in the table's order: what a page draws its buttons from. */
export function actionsFrom<State extends string, Action extends string>(
  table: Lifecycle<State, Action>,
  state: State,
): Action[] {
  return (Object.keys(table) as Action[]).filter((action) => mayStep(table, action, state));
}
