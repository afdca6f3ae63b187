import { readLink } from '../../features/accounts/links.ts';
import { tokenOf } from '../../features/accounts/tokens.ts';
import { askGuardian } from '../../features/applications/guardian/asking.ts';
import { consentNow } from '../../features/applications/guardian/content.ts';
import { newestGuardianRequest, readGuardianFacts } from '../../features/applications/guardian/queries.ts';
import { keepConsent, sayByLink } from '../../features/applications/guardian/saying.ts';
import { day } from '../../lib/days.ts';
import { happening } from '../happening.ts';

/** Two children lead: one mother signs at the desk while she returns books, the other consents by the link her son sent, before the agreement. */
export const guardians = [
  happening('2024-03-21 16.10', 'joanna', 'writes down that the mother of ugne signed at the desk', (scene, actor) =>
    keepConsent(scene.deps, actor, {
      ...{ applicationId: scene.application('ugne'), way: 'desk', signedOn: day('2024-03-21'), file: undefined },
    }),
  ),
  happening('2024-04-23 16.40', 'kajetan', 'asks his mother for her consent', (scene, actor) =>
    askGuardian(scene.deps, actor, { applicationId: scene.application('kajetan'), email: 'marta.wnuk@example.org' }),
  ),
  happening('2024-04-23 20.05', 'system', 'the mother of kajetan consents', ({ deps, application }) => {
    const applicationId = application('kajetan');
    const facts = readGuardianFacts(deps.db, applicationId);
    const request = newestGuardianRequest(deps.db, applicationId);
    const link = request === undefined ? undefined : readLink(deps.db, request.linkId);
    if (facts === undefined || link === undefined) throw new Error('nobody asked the mother of kajetan');
    const seen = consentNow(deps.db, deps.clock, facts).fingerprint;
    return sayByLink(deps, { token: tokenOf(deps.secret, link), word: 'given', seen });
  }),
];
