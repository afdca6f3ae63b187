import type { LegalText } from '../features/calls/definitions.ts';
import { applying } from './rules-applying.ts';
import { carryingOut } from './rules-carrying-out.ts';
import { choosing } from './rules-choosing.ts';

/** The call's rules. Amounts, dates, costs and criteria stand in annexes 1–4, drawn from the call itself. */
export const rules: LegalText = { sections: [...applying, ...choosing, ...carryingOut] };
