import { redirect, view } from './answer.ts';
import { keptPath, readKeptPost } from './kept.ts';
import type { WebKit } from './kit.ts';
import { keptFormText, resendLabel } from './messages.ts';
import type { Web } from './routes.ts';

/** After signing in again: what was sent while the session was over, shown with one button to send it now. */
export function keptRoutes(web: Web, kit: WebKit): void {
  web.page(keptPath, 'signed_in', (visit) => {
    const kept = visit.keptToken === undefined ? undefined : readKeptPost(kit.db, kit.clock, visit.keptToken);
    if (kept === undefined) return redirect('/pulpit');
    const fields = kept.fields.map((field) => ({ ...field, shown: field.value.length > 3 }));
    return view('errors/show', keptFormText.title, {
      ...keptFormText,
      kept: { action: kept.action, label: resendLabel, fields },
      link: null,
      reference: null,
    });
  });
}
