import type { Deps } from '../../deps.ts';
import { type Answer, absent, view } from '../../web/answer.ts';
import type { Web } from '../../web/routes.ts';
import type { Visit } from '../../web/visit.ts';
import { readOrganisation } from '../organisation/queries.ts';
import { consultationLink } from './consultation/pages.ts';
import { formRoutes } from './form/routes.ts';
import { privacyPage, rulesPage } from './legal-pages.ts';
import { callPaths } from './paths.ts';
import { type Call, currentCall, readCall, readVisibleCall } from './queries.ts';
import { askedRoutes } from './routes/asked.ts';
import { consultationRoutes } from './routes/consultation.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { orderRoutes } from './routes/orders.ts';
import { publicRoutes } from './routes/public.ts';
import { publicationRoutes } from './routes/publications.ts';
import { type DrawTrial, rulesRoutes } from './routes/rules.ts';
import { settingsRoutes } from './routes/settings.ts';
import { secondSignatureRoutes } from './second-signature/routes.ts';
import type { CallPreset } from './setup/model.ts';
import { setupRoutes } from './setup/routes.ts';
import { callPage } from './show.ts';
import { pageTitles } from './texts.ts';

export function callRoutes(web: Web, deps: Deps, presets: readonly CallPreset[], drawTrial: DrawTrial): void {
  const { db } = deps;

  /** A draft is shown to its staff; others read calmly that a call is being prepared. */
  const show = (visit: Visit, call: Call | undefined): Answer => {
    const seen = call && readVisibleCall(db, visit.actor, call.id);
    if (seen === undefined)
      return view('calls/preparation', pageTitles.preparation, {
        organisation: readOrganisation(db),
        consultation: (call && consultationLink(db, call, visit.now)) ?? null,
      });
    return view('calls/show', seen.title, callPage(db, visit.actor, seen, visit.now));
  };

  web.page(callPaths.front, 'public', (visit) => show(visit, currentCall(db)));

  web.page(callPaths.show, 'public', (visit) => {
    const call = readCall(db, visit.id());
    return call === undefined ? absent : show(visit, call);
  });

  web.page(callPaths.rules, 'public', (visit) => {
    const call = readVisibleCall(db, visit.actor, visit.id());
    return call === undefined ? absent : view('calls/rules', pageTitles.rules, rulesPage(db, call));
  });

  web.page(callPaths.privacy, 'public', (visit) => {
    const call = readVisibleCall(db, visit.actor, visit.id());
    return call === undefined ? absent : view('calls/privacy', pageTitles.privacy, privacyPage(db, call));
  });

  publicRoutes(web, deps);
  askedRoutes(web, deps);
  meetingRoutes(web, deps);
  consultationRoutes(web, deps);
  settingsRoutes(web, deps);
  secondSignatureRoutes(web, deps);
  formRoutes(web, deps);
  rulesRoutes(web, deps, drawTrial);
  orderRoutes(web, deps);
  publicationRoutes(web, deps);
  setupRoutes(web, deps, presets);
}
