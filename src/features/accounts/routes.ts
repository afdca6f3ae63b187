import type { Deps } from '../../deps.ts';
import type { Web } from '../../web/routes.ts';
import { doorRoutes } from './routes/doors.ts';
import { ownRoutes } from './routes/own.ts';
import { peopleRoutes } from './routes/people.ts';
import { personRoutes } from './routes/person.ts';
import { signInRoutes } from './routes/sign-in.ts';

export function accountRoutes(web: Web, deps: Deps): void {
  signInRoutes(web, deps);
  doorRoutes(web, deps);
  ownRoutes(web, deps);
  peopleRoutes(web, deps);
  personRoutes(web, deps);
}
