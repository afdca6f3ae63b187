import { redirect, view } from './answer.ts';
import { claimKeptPost, keptPath, readKeptPost } from './kept.ts';
import type { WebKit } from './kit.ts';
import { keptFormText, resendLabel } from './messages.ts';
import type { Web } from './routes.ts';

/** After signing in again: what was sent while the session was over, shown with one button to send it now. */
export function keptRoutes(web: Web, kit: WebKit): void {
  web.page(keptPath, 'signed_in', (visit) => {
    const token = visit.keptToken;
    const kept = token === undefined ? undefined : readKeptPost(kit.db, kit.clock, token, visit.personId);
    if (token === undefined || kept === undefined) return redirect('/pulpit');
    claimKeptPost(kit.db, token, visit.personId);
    const fields = kept.fields.map((field) => ({ ...field, shown: field.value.length > 3 }));
    return view('errors/show', keptFormText.title, {
      ...keptFormText,
      kept: { action: kept.action, label: resendLabel, fields },
      ...{ link: null, entry: null },
      reference: null,
    });
  });
}
