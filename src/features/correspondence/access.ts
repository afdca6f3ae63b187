import type { Role } from '../../lib/actor.ts';

/** Who reads what was written to people, each within the records that are open to them. */
export const letterReaders = ['coordinator', 'administrator', 'inspector'] as const satisfies readonly Role[];
/** Who sends, hands over and writes down calls. */
export const letterSenders = ['coordinator', 'administrator'] as const satisfies readonly Role[];
