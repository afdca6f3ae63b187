import type { Deps } from '../../../deps.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { orderWriters, settingsReaders, settingsRights } from '../access.ts';
import { correctOrder, storeOrder, withdrawOrder } from '../orders/commands.ts';
import { orderForm, scanLimitBytes } from '../orders/forms.ts';
import { ordersPage } from '../orders/pages.ts';
import { orderPaths } from '../orders/paths.ts';
import { orderFlashes, orderRefusals, orderTitle } from '../orders/texts.ts';
import { type Call, readCall } from '../queries.ts';

/** The director's orders about a call: everybody of its staff reads them, who prepares them stores them. */
export function orderRoutes(web: Web, deps: Deps): void {
  const callFor = (visit: Visit): Call => {
    const call = readCall(deps.db, visit.id());
    if (call === undefined || !settingsRights(visit.actor, call.id).mayRead) throw new Stop(absent);
    return call;
  };
  const page = (visit: Visit, correcting: string, raw?: RawBody): Answer =>
    view(
      'calls/orders',
      orderTitle,
      ordersPage(deps.db, visit.actor, callFor(visit), {
        correcting: /^\d{1,15}$/.test(correcting) ? Number(correcting) : null,
        ...(raw === undefined ? {} : { raw }),
      }),
    );

  web.page(orderPaths.list, settingsReaders, (visit) => page(visit, visit.query['popraw'] ?? ''));
  web.submit(orderPaths.list, orderWriters, {
    form: orderForm,
    refusals: orderRefusals,
    fileLimitBytes: scanLimitBytes,
    again: (visit, _errors, raw) => page(visit, rawText(raw, 'corrects'), raw),
    run(visit, { corrects, facts }) {
      const { id: callId } = callFor(visit);
      const to = (flash: string) => redirect(orderPaths.listOf(callId), flash);
      if (facts === null) {
        const taken = withdrawOrder(deps, visit.actor, callId, corrects);
        return taken.ok ? to(orderFlashes.withdrawn) : taken.code === 'absent' ? absent : taken;
      }
      const order = { callId, facts, scan: visit.files.find(({ field }) => field === 'scan') };
      const stored =
        corrects === null
          ? storeOrder(deps, visit.actor, order)
          : correctOrder(deps, visit.actor, { ...order, orderId: corrects });
      if (stored.ok) return to(corrects === null ? orderFlashes.stored : orderFlashes.corrected);
      return stored.code === 'absent' ? absent : stored;
    },
  });
}
