import type { LegalText } from '../features/calls/definitions.ts';
import type { Named } from './named.ts';
import { applying } from './rules-applying.ts';
import { carryingOut } from './rules-carrying-out.ts';
import { choosing } from './rules-choosing.ts';

/** The rules of a call. Who may apply, amounts, dates, costs and criteria stand in annexes 1–4, drawn from the call itself. */
export function rulesOf(named: Named): LegalText {
  return { sections: [...applying(named), ...choosing(named), ...carryingOut] };
}
