import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { noOrphans } from '../../../lib/polish.ts';
import { countLetters } from '../../../lib/text.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { readCall } from '../../calls/queries.ts';
import { answerTo } from '../../checks/outcomes.ts';
import { juryPaths } from '../paths.ts';
import { hasMet } from '../queries.ts';
import { mayAskRelations } from './access.ts';
import { answerRelation } from './commands.ts';
import { openQuestions } from './queries.ts';
import { groundWords, relationRefusals, relationTexts } from './texts.ts';

const answerForm = z.object({
  note: z
    .string()
    .default('')
    .refine((text) => countLetters(text) <= 300, relationTexts.noteTooLong),
});

/** What the data alone make look like a relation of a juror and an application, as a question to the chair. */
export function relationRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const page = (visit: Visit, raw: RawBody = {}): Answer => {
    const call = readCall(db, visit.id());
    if (call === undefined || !mayAskRelations(db, visit.actor, call.id)) return absent;
    return view('jury/relations', relationTexts.title, {
      title: relationTexts.title,
      call: { id: call.id, title: call.title },
      met: hasMet(db, call.id),
      note: rawText(raw, 'note'),
      questions: openQuestions(db, visit.actor, call.id).map(({ memberId, juror, head, guesses }) => ({
        ...{ juror, head },
        key: `m${memberId}-a${head.applicationId}`,
        grounds: guesses.map(({ ground, words }) => noOrphans(groundWords[ground](words))),
        action: juryPaths.relationOf(call.id, memberId, head.applicationId),
      })),
    });
  };

  web.page(juryPaths.relations, ['coordinator', 'juror'], (visit) => page(visit));

  web.submit(juryPaths.relation, ['coordinator', 'juror'], {
    form: answerForm,
    refusals: relationRefusals,
    again: (visit, _errors, raw) => page(visit, raw),
    run(visit, { note }) {
      const [callId, memberId] = [visit.id(), visit.id('member')];
      const answered = answerRelation(deps, visit.actor, {
        ...{ callId, memberId, note },
        applicationId: visit.id('application'),
      });
      return answerTo(answered, () => redirect(juryPaths.relationsOf(callId), relationTexts.flash));
    },
  });
}
