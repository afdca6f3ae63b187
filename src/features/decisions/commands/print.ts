import type { Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { askForDocument } from '../../../pdf/register.ts';
import { documentText } from '../../../pdf/wording/versions.ts';
import { letterPrinters, resultSubject } from '../access.ts';
import { decisionDocuments, resultTitle } from '../documents.ts';
import type { DecisionKind } from '../policy.ts';
import { publishedResult, resultHead } from '../results.ts';

/** The result as a letter on paper, in the transaction that publishes it. */
export function askForResultLetter(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { applicationId, code, kind }: { readonly applicationId: number; readonly code: string; readonly kind: DecisionKind },
): void {
  const { textId } = documentText(tx, deps.clock, decisionDocuments.result_letter, kind);
  askForDocument(tx, deps.clock, actor, 'result_letter', resultSubject(applicationId), resultTitle(code), textId);
}

/** Makes the letter anew, e.g. after the director's name was completed. Refuses `absent`, also before publication. */
export function printResultLetter(deps: Deps, actor: Actor, applicationId: number): Result {
  return deps.db.write((tx) => {
    const head = resultHead(tx, actor, applicationId);
    if (head === undefined || head.isOwn || !hasAnyRole(actor, letterPrinters, head.call.id)) return refused('absent');
    const published = publishedResult(tx, head);
    if (published === undefined) return refused('absent');
    askForResultLetter(tx, deps, actor, { ...head, kind: published.kind });
    return done();
  });
}
