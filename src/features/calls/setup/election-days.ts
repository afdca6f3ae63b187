import { type Day, day } from '../../../lib/days.ts';

/** Who is elected; a second round counts as its own day. */
export type ElectionKind = 'local' | 'local_second' | 'european' | 'presidential' | 'presidential_second';

/**
 * Days on which the whole country votes, 2024–2026: halls are taken, people busy, and news drown. As ordered: local by the prime minister's regulation
 * of 29 January 2024 (Journal of Laws 109), European by the president's decision of 11 March 2024 (Journal of Laws 344), presidential by the decision of
 * the marshal of the Sejm of 15 January 2025. For 2026 none is ordered. A list to be lengthened when the next ones are.
 */
export const electionDays: Readonly<Record<Day, ElectionKind>> = {
  [day('2024-04-07')]: 'local',
  [day('2024-04-21')]: 'local_second',
  [day('2024-06-09')]: 'european',
  [day('2025-05-18')]: 'presidential',
  [day('2025-06-01')]: 'presidential_second',
};
