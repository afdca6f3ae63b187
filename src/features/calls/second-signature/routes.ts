import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { type Answer, redirect, view } from '../../../web/answer.ts';
import type { RawBody } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { callPaths } from '../paths.ts';
import { crumbsOf } from '../settings.ts';
import { staffCall } from '../staff-call.ts';
import { callRefusals } from '../texts.ts';
import { countCheckers, countWaitingCards, setSecondSignature } from './commands.ts';
import { secondSignatureTexts as texts } from './texts.ts';

const switchForm = z.object({ on: z.enum(['tak', 'nie'], texts.missing) });

/** The switch of the second signature on formal cards. */
export function secondSignatureRoutes(web: Web, deps: Deps): void {
  const page = (visit: Visit, raw?: RawBody): Answer => {
    const call = staffCall(deps.db, visit, 'mayChange');
    const [isOn, waiting] = [call.secondSignature === 1, countWaitingCards(deps.db, call.id)];
    return view('calls/second-signature', texts.title, {
      crumbs: crumbsOf(call, texts.crumb),
      action: callPaths.secondSignatureOf(call.id),
      back: callPaths.settingsOf(call.id),
      options: texts.options,
      value: raw === undefined ? (isOn ? 'tak' : 'nie') : String(raw['on'] ?? ''),
      alone: countCheckers(deps.db, call.id) < 2 ? (isOn ? texts.aloneOn : texts.alone) : '',
      waiting: isOn && waiting > 0 ? texts.waiting(waiting) : '',
    });
  };

  web.page(callPaths.secondSignature, ['coordinator'], (visit) => page(visit));

  web.submit(callPaths.secondSignature, ['coordinator'], {
    form: switchForm,
    refusals: callRefusals,
    again: (visit, _errors, raw) => page(visit, raw),
    run(visit, { on }) {
      const { id } = staffCall(deps.db, visit, 'mayChange');
      const result = setSecondSignature(deps, visit.actor, { callId: id, isOn: on === 'tak' });
      return result.ok ? redirect(callPaths.settingsOf(id), texts.flashes[on]) : result;
    },
  });
}
