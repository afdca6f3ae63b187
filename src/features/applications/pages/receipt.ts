import type { Deps } from '../../../deps.ts';
import { quoted } from '../../../lib/polish.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import type { Visit } from '../../../web/visit.ts';
import { readCall } from '../../calls/queries.ts';
import { amendmentTitles } from '../amendments/texts.ts';
import { readSubmitted } from '../content.ts';
import { applicationPaths } from '../paths.ts';
import { findApplication } from '../queries.ts';
import { pageTitles, receiptTitles } from '../texts/pages.ts';
import { nextDates } from '../texts.ts';
import { documentItems } from './documents.ts';

/** The proof of what was sent and when. */
export function receiptPage(deps: Deps, visit: Visit): Answer {
  const head = findApplication(deps.db, visit.actor, visit.id());
  const sent = head === undefined ? undefined : readSubmitted(deps.db, head.id);
  const call = sent === undefined ? undefined : readCall(deps.db, sent.callId);
  if (sent === undefined || call === undefined) return absent;
  return view('applications/receipt', pageTitles.receipt, {
    code: sent.code,
    h1: sent.version === 1 ? receiptTitles.first : receiptTitles.again,
    version: sent.version === 1 ? '' : amendmentTitles.version(sent.version),
    title: quoted(sent.title),
    callTitle: quoted(call.title),
    submittedAt: sent.submittedAt,
    requested: sent.content.requestedGrosze,
    leaderName: sent.content.applicant.leaderName,
    email: sent.content.applicant.email,
    fingerprint: sent.fingerprint,
    next: nextDates(call.stages),
    documents: documentItems(deps.db, visit.actor, sent.id),
    home: applicationPaths.showOf(sent.id),
    list: applicationPaths.list,
  });
}
