import type { agreements } from '../../db/schema/agreements.ts';
import type { Lifecycle } from '../../lib/transitions.ts';

export type AgreementState = typeof agreements.$inferSelect.state;

export type AgreementAction = 'confirm_funds' | 'issue' | 'record_signed';

/** The accountant comes first: nothing is issued before somebody looked whether the money is there. */
export const agreementLife = {
  confirm_funds: { from: ['draft'], to: 'confirmed' },
  issue: { from: ['confirmed'], to: 'issued' },
  record_signed: { from: ['issued'], to: 'signed' },
} as const satisfies Lifecycle<AgreementState, AgreementAction>;
