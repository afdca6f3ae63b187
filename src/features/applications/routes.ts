import type { Deps } from '../../deps.ts';
import type { Web } from '../../web/routes.ts';
import { amendmentRoutes } from './amendments/routes.ts';
import { assistanceRoutes } from './assistance/routes.ts';
import { eligibilityPage } from './eligibility/page.ts';
import { fingerprintPage } from './fingerprint/page.ts';
import { guardianRoutes } from './guardian/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { messageRoutes } from './messages/routes.ts';
import { homePage } from './pages/home.ts';
import { listPage } from './pages/list.ts';
import { pasteRoutes } from './paste/routes.ts';
import { applicationPaths } from './paths.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { dateRoutes } from './routes/dates.ts';
import { lateRoutes } from './routes/late.ts';
import { sectionRoutes } from './routes/sections.ts';
import { startRoutes } from './routes/start.ts';
import { submissionRoutes } from './routes/submission.ts';

export function applicationRoutes(web: Web, deps: Deps): void {
  web.page(applicationPaths.list, 'signed_in', (visit) => listPage(deps, visit));
  web.page(applicationPaths.eligibility, 'public', (visit) => eligibilityPage(deps, visit));
  web.page(applicationPaths.fingerprint, 'public', (visit) => fingerprintPage(deps, visit.query['odcisk'] ?? ''));
  web.page(applicationPaths.fingerprintShown, 'public', (visit) => fingerprintPage(deps, visit.param('fingerprint')));
  startRoutes(web, deps);
  web.page(applicationPaths.show, 'signed_in', (visit) => homePage(deps, visit));
  sectionRoutes(web, deps);
  pasteRoutes(web, deps);
  attachmentRoutes(web, deps);
  submissionRoutes(web, deps);
  amendmentRoutes(web, deps);
  dateRoutes(web, deps);
  lateRoutes(web, deps);
  assistanceRoutes(web, deps);
  memberRoutes(web, deps);
  guardianRoutes(web, deps);
  messageRoutes(web, deps);
}
