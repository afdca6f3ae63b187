import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import type { Refusal, Result } from '../../../lib/result.ts';
import { type Answer, absent, redirect } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { nothingAsked } from '../forms.ts';
import { applicationPaths } from '../paths.ts';
import { readThread, sendMessage } from './commands.ts';
import { messagesPage } from './page.ts';
import { flashes, messagesRefusals } from './texts.ts';

const messageForm = z.object({ body: z.string().catch('') });

/** What a group and the library write to each other about one application. */
export function messageRoutes(web: Web, deps: Deps): void {
  const again = (visit: Visit, _errors: object, raw: Parameters<typeof messagesPage>[2]) =>
    messagesPage(deps, visit, raw);
  web.page(applicationPaths.messages, 'signed_in', (visit) => messagesPage(deps, visit));
  web.submit(applicationPaths.messages, 'signed_in', {
    ...{ form: messageForm, refusals: messagesRefusals, again },
    run: (visit, { body }) => stay(visit, sendMessage(deps, visit.actor, visit.id(), body), flashes.sent),
  });
  web.submit(applicationPaths.messagesRead, 'signed_in', {
    ...{ form: nothingAsked, refusals: messagesRefusals, again },
    run: (visit) => stay(visit, readThread(deps, visit.actor, visit.id()), flashes.read),
  });
}

function stay(visit: Visit, outcome: Result, flash: string): Answer | Refusal {
  if (outcome.ok) return redirect(applicationPaths.messagesOf(visit.id()), flash);
  return outcome.code === 'absent' ? absent : outcome;
}
