import type { Deps } from '../../../deps.ts';
import { hasRole } from '../../../lib/actor.ts';
import { refused } from '../../../lib/result.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { settingsReaders, settingsRights } from '../access.ts';
import { callPaths } from '../paths.ts';
import { createFrom } from './create.ts';
import { editorRoutes } from './editor-routes.ts';
import { newCallForm } from './forms.ts';
import type { CallModel, CallPreset } from './model.ts';
import { callsPage, decisionsPage, sourcesPage } from './new-page.ts';
import { setupPaths } from './paths.ts';
import { modelFrom } from './sources.ts';
import { setupFlashes, setupRefusals, setupTitles } from './texts.ts';

/** The list of calls, a new call, and the pages on which it is set up. Presets are data from outside the features. */
export function setupRoutes(web: Web, deps: Deps, presets: readonly CallPreset[]): void {
  const { db } = deps;

  web.page(setupPaths.list, settingsReaders, (visit) =>
    view('calls/manage', setupTitles.list, callsPage(db, visit.actor)),
  );

  /** A source whose settings the actor reads. */
  const modelFor = (visit: Visit, source: string): CallModel | undefined => {
    const callId = /^nabor-(\d+)$/.exec(source)?.[1];
    if (callId !== undefined && !settingsRights(visit.actor, Number(callId)).mayRead) return undefined;
    return modelFrom(db, presets, source, visit.now);
  };
  const newPage = (visit: Visit, source: string, raw?: RawBody): Answer => {
    if (!hasRole(visit.actor, 'coordinator', null)) return absent;
    const model = modelFor(visit, source);
    if (model === undefined) return view('calls/sources', setupTitles.sources, sourcesPage(db, visit.actor, presets));
    return view('calls/decisions', setupTitles.decisions, decisionsPage(db, source, model, raw));
  };

  web.page(setupPaths.new, ['coordinator'], (visit) => newPage(visit, visit.query['od'] ?? ''));
  web.submit(setupPaths.new, ['coordinator'], {
    form: newCallForm,
    refusals: setupRefusals,
    again: (visit, _errors, raw) => newPage(visit, rawText(raw, 'source'), raw),
    run(visit, typed) {
      const model = modelFor(visit, typed.source);
      if (model === undefined) return refused('source_absent');
      const { title, year, code, task: taskId, pool, min, max, kinds, contact } = typed;
      const { deadline, realisationFrom, realisationTo } = typed;
      const decided = { title, year, code, taskId, pool, min, max, kinds, contact };
      const made = createFrom(deps, visit.actor, model, {
        ...decided,
        dates: { deadline, realisationFrom, realisationTo },
      });
      if (made.ok) return redirect(callPaths.settingsOf(made.value), setupFlashes.created);
      return made.code === 'absent' ? absent : made;
    },
  });

  editorRoutes(web, deps);
}
