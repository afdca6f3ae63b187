import type { Deps } from '../../deps.ts';
import type { Web } from '../../web/routes.ts';
import { assistanceRoutes } from './assistance/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { messageRoutes } from './messages/routes.ts';
import { homePage } from './pages/home.ts';
import { listPage } from './pages/list.ts';
import { applicationPaths } from './paths.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { sectionRoutes } from './routes/sections.ts';
import { startRoutes } from './routes/start.ts';
import { submissionRoutes } from './routes/submission.ts';

export function applicationRoutes(web: Web, deps: Deps): void {
  web.page(applicationPaths.list, 'signed_in', (visit) => listPage(deps, visit));
  startRoutes(web, deps);
  web.page(applicationPaths.show, 'signed_in', (visit) => homePage(deps, visit));
  sectionRoutes(web, deps);
  attachmentRoutes(web, deps);
  submissionRoutes(web, deps);
  assistanceRoutes(web, deps);
  memberRoutes(web, deps);
  messageRoutes(web, deps);
}
