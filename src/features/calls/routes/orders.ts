import type { Deps } from '../../../deps.ts';
import type { Web } from '../../../web/routes.ts';
import { correctOrder, storeOrder, withdrawOrder } from '../orders/commands.ts';
import { orderForm } from '../orders/forms.ts';
import { ordersPage } from '../orders/pages.ts';
import { orderPaths } from '../orders/paths.ts';
import { orderFlashes, orderRefusals, orderTitle } from '../orders/texts.ts';
import { saidAgainRoutes } from '../said-again.ts';

/** The director's orders about a call: everybody of its staff reads them, who prepares them stores them. */
export function orderRoutes(web: Web, deps: Deps): void {
  saidAgainRoutes(web, deps, {
    ...{ paths: orderPaths, view: 'calls/orders', title: orderTitle },
    ...{ form: orderForm, refusals: orderRefusals, flashes: orderFlashes },
    page: (visit, call, shown) => ordersPage(deps.db, visit.actor, call, shown),
    store: (visit, order) => storeOrder(deps, visit.actor, order),
    correct: (visit, order, orderId) => correctOrder(deps, visit.actor, { ...order, orderId }),
    withdraw: (visit, callId, orderId) => withdrawOrder(deps, visit.actor, callId, orderId),
  });
}
