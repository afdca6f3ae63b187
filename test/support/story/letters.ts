import { sql } from 'drizzle-orm';
import { people } from '../../../src/db/schema/accounts.ts';
import type { Deps } from '../../../src/deps.ts';
import { type StoryApplication, type SubmittedStory, submittedApplication } from './applications.ts';
import { acceptApplication } from './jury.ts';

/** Whoever typed the application for her had an address; she has none. */
export function withoutAddress(deps: Deps, personId: number): void {
  deps.db.write((tx) =>
    tx.orm.update(people).set({ email: null, confirmedAt: null }).where(sql`id = ${personId}`).run(),
  );
}

export const stanislawa: StoryApplication = {
  leader: 'Stanisława Krejpcio',
  email: 'wnuczka@example.org',
  title: 'Pierzajki i bajki',
  groupName: 'Koło Gospodyń Wiejskich w Krasnowie',
  applicant: { street: 'Krasnowo 14', postalCode: '16-515', city: 'Krasnowo', phone: '600 000 411' },
};

/** Stanisława of the housewives' circle, who has no e-mail, and the letter with the outcome of her formal check. */
export function letterToStanislawa(deps: Deps): SubmittedStory & { readonly letterId: number } {
  const sent = submittedApplication(deps, stanislawa);
  withoutAddress(deps, sent.personId);
  const callId =
    deps.db.get<{ id: number }>(sql`select call_id as id from applications where id = ${sent.id}`)?.id ?? 0;
  acceptApplication(deps, { id: sent.id, callId });
  const letter = deps.db.get<{ id: number }>(
    sql`select id from letters where kind = 'formal_outcome' and subject_id = ${sent.id}`,
  );
  return { ...sent, letterId: letter?.id ?? 0 };
}
