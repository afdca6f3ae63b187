import { relationAnswers } from '../../../db/schema/jury.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { hasMet } from '../queries.ts';
import { mayAskRelations } from './access.ts';
import { openQuestions } from './queries.ts';

/**
 * Writes down that a juror was asked and nothing connects her with the application; whoever is connected declares it herself. Refuses `absent` where no
 * such question is open to the actor, `jury_has_met`.
 */
export function answerRelation(
  deps: Deps,
  actor: Actor,
  { callId, memberId, applicationId, note }: { callId: number; memberId: number; applicationId: number; note: string },
): Result {
  return deps.db.write((tx) => {
    if (actor.kind !== 'person' || !mayAskRelations(tx, actor, callId)) return refused('absent');
    if (hasMet(tx, callId)) return refused('jury_has_met');
    const asked = openQuestions(tx, actor, callId).find(
      (question) => question.memberId === memberId && question.head.applicationId === applicationId,
    );
    if (asked === undefined) return refused('absent');
    tx.orm
      .insert(relationAnswers)
      .values({ memberId, applicationId, note, answeredAt: deps.clock.now(), answeredBy: actor.personId })
      .run();
    record(tx, deps, actor, {
      what: 'jury.relation_answered',
      subject: { kind: 'application', id: applicationId },
      callId,
      facts: { memberId, grounds: asked.guesses.map(({ ground }) => ground).join(' ') },
    });
    return done();
  });
}
