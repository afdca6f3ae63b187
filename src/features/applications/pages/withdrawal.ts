import type { Deps } from '../../../deps.ts';
import { quoted } from '../../../lib/polish.ts';
import { mayStep } from '../../../lib/transitions.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import type { Visit } from '../../../web/visit.ts';
import { hasResults } from '../../calls/queries.ts';
import { allows } from '../access.ts';
import { readSubmitted } from '../content.ts';
import { applicationLife } from '../lifecycle.ts';
import { applicationPaths } from '../paths.ts';
import { findApplication } from '../queries.ts';
import { pageTitles } from '../texts/pages.ts';

/** Asks before an application is taken back; leads home where it cannot be. */
export function withdrawalPage(deps: Deps, visit: Visit, isRefused = false): Answer {
  const head = findApplication(deps.db, visit.actor, visit.id());
  if (head === undefined || head.right === null || !allows(head.right, 'submit')) return absent;
  const sent = readSubmitted(deps.db, head.id);
  const isPossible = mayStep(applicationLife, 'withdraw', head.state) && !hasResults(deps.db, head.callId);
  if (sent === undefined || (!isPossible && !isRefused)) return redirect(applicationPaths.showOf(head.id));
  return view('applications/withdrawal', pageTitles.withdrawal, {
    code: sent.code,
    title: quoted(sent.title),
    action: applicationPaths.withdrawalOf(head.id),
    back: applicationPaths.showOf(head.id),
    list: applicationPaths.list,
  });
}
