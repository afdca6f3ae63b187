import { applications } from '../../src/db/schema/applications.ts';
import { initiatives } from '../../src/db/schema/initiatives.ts';
import type { Deps } from '../../src/deps.ts';
import { readFormVersion, readPrivacyClause } from '../../src/features/calls/call-texts.ts';

/** An initiative of the call 1, as bare as its row may be: the budget knows it only by its id. Returns the id. */
export function bareInitiative(deps: Deps, code: string): number {
  const now = deps.clock.now();
  const texts = { formTextId: readFormVersion(deps.db, 1).id, privacyTextId: readPrivacyClause(deps.db, 1).id };
  return deps.db.write((tx) => {
    const application = tx.orm
      .insert(applications)
      .values({ callId: 1, title: code, createdAt: now, ...texts })
      .returning({ id: applications.id })
      .get();
    const row = {
      callId: 1,
      applicationId: application.id,
      code,
      title: code,
      groupName: 'Grupa „Lentyna”',
      createdAt: now,
    };
    return tx.orm.insert(initiatives).values(row).returning({ id: initiatives.id }).get().id;
  });
}
