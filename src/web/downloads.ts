import { fileAnswer } from './answer.ts';
import type { Web } from './routes.ts';

/** Files by id, for whoever the room of their record lets in; anyone else gets the same answer as for no file. */
export function fileRoutes(web: Web): void {
  web.page('/pliki/:id', 'public', (visit) => fileAnswer(visit.id()));
}
