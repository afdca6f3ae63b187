import type { Deps } from '../../deps.ts';
import type { Web } from '../../web/routes.ts';

export function settlementRoutes(_web: Web, _deps: Deps): void {}
