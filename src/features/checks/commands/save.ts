import { eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { formalAnswers, formalCards } from '../../../db/schema/checks.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { isOwn, visibleTo } from '../../applications/access.ts';
import { readFormalCriteria } from '../../calls/criteria.ts';
import { readCard } from '../card.ts';
import { type CheckedApplication, readChecked } from '../facts.ts';
import type { FormalAnswer } from '../policy.ts';

export interface CardDraft {
  readonly applicationId: number;
  /** As the form got it; 0 for a card nobody has saved yet. */
  readonly revision: number;
  /** Number of the version that was looked at; left out by who has just read the one in force. */
  readonly version?: number;
  readonly answers: readonly FormalAnswer[];
  /** What the applicant will read if the application is rejected; may be '' until then. */
  readonly reason: string;
}

/** Keeps the card as it stands. Returns its new revision. Refuses `absent`, `own_application`, `not_in_this_state`, `waits_for_second` signature, `edited_meanwhile`. */
export function saveCard(deps: Deps, actor: Actor, draft: CardDraft): Result<number> {
  return deps.db.write((tx) => {
    const checked = readForChecking(tx, actor, draft.applicationId);
    const written = checked.ok ? writeCard(tx, deps, actor, checked.value, draft) : checked;
    return written.ok ? done(written.value.revision) : written;
  });
}

/** The application, if this actor may check it now. */
export function readForChecking(reader: Reader, actor: Actor, applicationId: number): Result<CheckedApplication> {
  const checked = readChecker(reader, actor, applicationId);
  if (!checked.ok) return checked;
  return checked.value.submitted.state === 'submitted' ? checked : refused('not_in_this_state');
}

/** The application in whatever state, for one who checks applications of its call. Refuses `absent`, `own_application`. */
export function readChecker(reader: Reader, actor: Actor, applicationId: number): Result<CheckedApplication> {
  const visible = reader.get(sql`select 1 from applications a where a.id = ${applicationId} and ${visibleTo(actor)}`);
  const checked = visible === undefined ? undefined : readChecked(reader, applicationId);
  if (checked === undefined || !hasRole(actor, 'coordinator', checked.submitted.callId)) return refused('absent');
  if (actor.kind === 'person' && isOwn(reader, actor.personId, applicationId)) return refused('own_application');
  return done(checked);
}

/** Writes the card of an application that may be checked now. Returns its id and new revision. */
export function writeCard(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { submitted }: CheckedApplication,
  draft: CardDraft,
): Result<{ id: number; revision: number }> {
  const before = readCard(tx, submitted.id);
  if (before.decidedAt !== null) return refused('not_in_this_state');
  if (before.signedAt !== null) return refused('waits_for_second', { facts: { by: before.signedBy ?? '' } });
  if (before.revision !== draft.revision) return refused('edited_meanwhile');
  if (draft.version !== undefined && draft.version !== submitted.version) return refused('edited_meanwhile');
  const revision = before.revision + 1;
  const now = deps.clock.now();
  const row = { applicationId: submitted.id, versionId: submitted.versionId, reason: draft.reason, revision };
  const { id } = tx.orm
    .insert(formalCards)
    .values({ ...row, openedAt: now })
    .onConflictDoUpdate({ target: formalCards.applicationId, targetWhere: isNull(formalCards.setAsideAt), set: row })
    .returning({ id: formalCards.id })
    .get();
  const known = new Set(readFormalCriteria(tx, submitted.callId).map((criterion) => criterion.id));
  tx.orm.delete(formalAnswers).where(eq(formalAnswers.cardId, id)).run();
  for (const answer of draft.answers.filter(({ criterionId }) => known.has(criterionId))) {
    tx.orm
      .insert(formalAnswers)
      .values({ ...answer, cardId: id })
      .run();
  }
  if (before.id === null) {
    record(tx, deps, actor, {
      what: 'formal_card.opened',
      subject: { kind: 'formal_card', id },
      callId: submitted.callId,
      facts: { application: submitted.id },
    });
  }
  return done({ id, revision });
}
