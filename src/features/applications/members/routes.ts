import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { isEmailAddress, normaliseEmail } from '../../../lib/identifiers.ts';
import type { Refusal, Result } from '../../../lib/result.ts';
import { type Answer, absent, redirect, redirectWithSession, trouble } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { accountPaths } from '../../accounts/paths.ts';
import { rehearsalOfApplication } from '../../calls/rehearsal/queries.ts';
import { nothingAsked } from '../forms.ts';
import { applicationPaths } from '../paths.ts';
import { startMessages } from '../texts.ts';
import { cancelInvitation, changeRight, inviteMember, removeMember } from './commands.ts';
import { joinByLink } from './joining.ts';
import { invitationPage, membersPage } from './pages.ts';
import { fieldTexts, flashes, membersRefusals } from './texts.ts';

const may = z.enum(['read', 'edit', 'submit'], fieldTexts.mayMissing);
const inviteForm = z.object({
  email: z
    .string(startMessages.emailMissing)
    .transform(normaliseEmail)
    .refine(isEmailAddress, startMessages.emailWrong),
  may,
});
const rightForm = z.object({ may });

/** Who writes along: the leader invites, changes rights and takes people off; whoever is invited accepts at the door of the letter. */
export function memberRoutes(web: Web, deps: Deps): void {
  const again = (visit: Visit, _errors: object, raw: Parameters<typeof membersPage>[2]) =>
    membersPage(deps, visit, raw);
  const refusals = membersRefusals;

  web.page(applicationPaths.members, 'signed_in', (visit) => membersPage(deps, visit));
  web.submit(applicationPaths.members, 'signed_in', {
    ...{ form: inviteForm, refusals, again },
    run(visit, { email, may }) {
      const invited = inviteMember(deps, visit.actor, { applicationId: visit.id(), email, may });
      const isPlayed = rehearsalOfApplication(deps.db, visit.id()) !== undefined;
      return stay(visit, invited, isPlayed ? flashes.invitedInRehearsal : flashes.invited(email));
    },
  });

  web.submit(applicationPaths.memberRight, 'signed_in', {
    ...{ form: rightForm, refusals, again },
    run(visit, { may }) {
      const change = { applicationId: visit.id(), personId: visit.id('person'), may };
      return stay(visit, changeRight(deps, visit.actor, change), flashes.changed);
    },
  });

  web.submit(applicationPaths.memberRemoval, 'signed_in', {
    ...{ form: nothingAsked, refusals, again },
    run(visit) {
      const removed = removeMember(deps, visit.actor, visit.id(), visit.id('person'));
      if (removed.ok && visit.id('person') === visit.personId) return redirect(applicationPaths.list, flashes.left);
      return stay(visit, removed, flashes.removed);
    },
  });

  web.submit(applicationPaths.invitationCancel, 'signed_in', {
    ...{ form: nothingAsked, refusals, again },
    run: (visit) =>
      stay(visit, cancelInvitation(deps, visit.actor, visit.id(), visit.id('invitation')), flashes.cancelled),
  });

  web.page(accountPaths.invitation, 'public', (visit) => invitationPage(deps, visit));
  web.submit(accountPaths.invitation, 'public', {
    form: nothingAsked,
    again: (visit) => invitationPage(deps, visit),
    run(visit) {
      const joined = joinByLink(deps, visit.actor, visit.param('token'), visit.userAgent);
      if (!joined.ok) return joined.code === 'link_forged' ? absent : trouble('link_over');
      const { applicationId, session, isSignedIn } = joined.value;
      const home = applicationPaths.showOf(applicationId);
      if (session !== undefined) return redirectWithSession(home, session, flashes.joined);
      return isSignedIn ? redirect(home, flashes.joined) : redirect(accountPaths.signInThen(home), flashes.signIn);
    },
  });
}

function stay(visit: Visit, outcome: Result, flash: string): Answer | Refusal {
  if (outcome.ok) return redirect(applicationPaths.membersOf(visit.id()), flash);
  return outcome.code === 'absent' ? absent : outcome;
}
