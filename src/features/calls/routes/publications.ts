import type { Deps } from '../../../deps.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { orderWriters, settingsReaders, settingsRights } from '../access.ts';
import { scanLimitBytes } from '../orders/forms.ts';
import { correctPlace, notePlace, withdrawPlace } from '../publications/commands.ts';
import { placeForm } from '../publications/forms.ts';
import { copyPage, publicationsPage } from '../publications/pages.ts';
import { publicationPaths } from '../publications/paths.ts';
import { readPublication } from '../publications/queries.ts';
import { publicationFlashes, publicationRefusals, publicationTitles } from '../publications/texts.ts';
import { type Call, readCall } from '../queries.ts';

/** What a call published, with its kept copies: read by its staff, places noted by who prepares orders. */
export function publicationRoutes(web: Web, deps: Deps): void {
  const callFor = (visit: Visit): Call => {
    const call = readCall(deps.db, visit.id());
    if (call === undefined || !settingsRights(visit.actor, call.id).mayRead) throw new Stop(absent);
    return call;
  };
  const page = (visit: Visit, correcting: string, raw?: RawBody): Answer =>
    view(
      'calls/publications',
      publicationTitles.list,
      publicationsPage(deps.db, visit.actor, callFor(visit), {
        correcting: /^\d{1,15}$/.test(correcting) ? Number(correcting) : null,
        ...(raw === undefined ? {} : { raw }),
      }),
    );

  web.page(publicationPaths.list, settingsReaders, (visit) => page(visit, visit.query['popraw'] ?? ''));
  web.submit(publicationPaths.list, orderWriters, {
    form: placeForm,
    refusals: publicationRefusals,
    fileLimitBytes: scanLimitBytes,
    again: (visit, _errors, raw) => page(visit, rawText(raw, 'corrects'), raw),
    run(visit, { corrects, facts }) {
      const { id: callId } = callFor(visit);
      const to = (flash: string) => redirect(publicationPaths.listOf(callId), flash);
      if (facts === null) {
        const taken = withdrawPlace(deps, visit.actor, callId, corrects);
        return taken.ok ? to(publicationFlashes.withdrawn) : taken.code === 'absent' ? absent : taken;
      }
      const place = { callId, facts, scan: visit.files.find(({ field }) => field === 'scan') };
      const noted =
        corrects === null
          ? notePlace(deps, visit.actor, place)
          : correctPlace(deps, visit.actor, { ...place, placeId: corrects });
      if (noted.ok) return to(corrects === null ? publicationFlashes.noted : publicationFlashes.corrected);
      return noted.code === 'absent' ? absent : noted;
    },
  });

  web.page(publicationPaths.copy, settingsReaders, (visit) => {
    const call = callFor(visit);
    const publication = readPublication(deps.db, call.id, visit.id('publikacja'));
    return publication === undefined
      ? absent
      : view('calls/copy', publicationTitles.copy, copyPage(deps.db, call, publication));
  });
}
