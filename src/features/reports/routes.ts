import type { Deps } from '../../deps.ts';
import type { Web } from '../../web/routes.ts';

export function reportRoutes(_web: Web, _deps: Deps): void {}
