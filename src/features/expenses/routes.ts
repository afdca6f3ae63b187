import type { Deps } from '../../deps.ts';
import type { Web } from '../../web/routes.ts';

export function expenseRoutes(_web: Web, _deps: Deps): void {}
