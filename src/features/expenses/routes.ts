import type { Deps } from '../../deps.ts';
import type { Web } from '../../web/routes.ts';
import { bookingRoutes } from './routes/booking.ts';
import { draftRoutes } from './routes/draft.ts';
import { readingRoutes } from './routes/reading.ts';
import { signingRoutes } from './routes/signing.ts';

export function expenseRoutes(web: Web, deps: Deps): void {
  readingRoutes(web, deps);
  draftRoutes(web, deps);
  bookingRoutes(web, deps);
  signingRoutes(web, deps);
}
