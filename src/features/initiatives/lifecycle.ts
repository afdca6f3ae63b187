import type { initiatives } from '../../db/schema/initiatives.ts';
import type { Lifecycle } from '../../lib/transitions.ts';

export type InitiativeState = typeof initiatives.$inferSelect.state;

export type InitiativeAction = 'edit_plan' | 'agree_plan' | 'start' | 'settle';

/** From the published award to the last settled amount. Giving an award back has its own state and no road to it yet. */
export const initiativeLife = {
  edit_plan: { from: ['negotiation'], to: 'negotiation' },
  agree_plan: { from: ['negotiation'], to: 'agreed' },
  start: { from: ['agreed'], to: 'realisation' },
  settle: { from: ['realisation'], to: 'settled' },
} as const satisfies Lifecycle<InitiativeState, InitiativeAction>;
