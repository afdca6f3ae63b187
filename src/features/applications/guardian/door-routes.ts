import type { Deps } from '../../../deps.ts';
import { type Answer, redirect, view } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { accountPaths } from '../../accounts/paths.ts';
import { readHost } from '../../accounts/queries.ts';
import { callPaths } from '../../calls/paths.ts';
import { applicationRefusals } from '../texts.ts';
import { consentNow } from './content.ts';
import { wordForm } from './forms.ts';
import { openDoorOf, sayByLink } from './saying.ts';
import { guardianRefusals, pageTitles, shutTexts } from './texts.ts';

/** The door of a letter to a guardian: what is consented to, and two buttons. It opens no session and no account. */
export function doorRoutes(web: Web, deps: Deps): void {
  web.page(accountPaths.guardian, 'public', (visit) => {
    const said = visit.query['powiedziano'];
    if (said !== 'tak' && said !== 'nie') return doorPage(deps, visit);
    const title = said === 'tak' ? pageTitles.given : pageTitles.refused;
    return view('applications/guardian-said', title, { isGiven: said === 'tak', host: readHost(deps.db) });
  });

  web.submit(accountPaths.guardian, 'public', {
    form: wordForm,
    refusals: { ...applicationRefusals, ...guardianRefusals },
    again: (visit) => doorPage(deps, visit),
    run(visit, { word, seen }) {
      const token = visit.param('token');
      const said = sayByLink(deps, { token, word, seen });
      if (said.ok) return redirect(`${accountPaths.guardianOf(token)}?powiedziano=${word === 'given' ? 'tak' : 'nie'}`);
      return isShut(said.code) ? shutPage(deps, said.code) : said;
    },
  });
}

function doorPage(deps: Deps, visit: Visit): Answer {
  const token = visit.param('token');
  const open = openDoorOf(deps.db, deps, token);
  if (!open.ok) return shutPage(deps, isShut(open.code) ? open.code : 'link_over');
  const { facts } = open.value;
  const { blocks, fingerprint } = consentNow(deps.db, deps.clock, facts);
  return view('applications/guardian-door', pageTitles.door, {
    facts,
    blocks,
    seen: fingerprint,
    action: accountPaths.guardianOf(token),
    rules: callPaths.rulesOf(facts.callId),
    privacy: callPaths.privacyOf(facts.callId),
    host: readHost(deps.db),
  });
}

type Shut = keyof typeof shutTexts;

function isShut(code: string): code is Shut {
  return code in shutTexts;
}

/** Says nothing of any application: whoever has no good link learns nothing. */
function shutPage(deps: Deps, why: Shut): Answer {
  const status = why === 'link_forged' ? 404 : 410;
  return view(
    'applications/guardian-shut',
    pageTitles.shut,
    { why: shutTexts[why], host: readHost(deps.db) },
    { status },
  );
}
