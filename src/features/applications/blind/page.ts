import { sql } from 'drizzle-orm';
import type { Deps } from '../../../deps.ts';
import { quoted } from '../../../lib/polish.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import type { Visit } from '../../../web/visit.ts';
import { callPaths } from '../../calls/paths.ts';
import { readCall } from '../../calls/queries.ts';
import { visibleTo } from '../access.ts';
import { shownContent } from '../pages/content.ts';
import { readOnly } from '../pages/read-only.ts';
import { pageTitles } from '../texts/pages.ts';
import { readForJury } from './reading.ts';
import { blindWords } from './texts.ts';

/** An application for a juror who may not know yet who sent it; absent for everybody who may not read it at all. Its files are opened beside the card. */
export function judgedPage({ db }: Pick<Deps, 'db'>, visit: Visit): Answer {
  const open = db.get(sql`select 1 from applications a where a.id = ${visit.id()} and ${visibleTo(visit.actor)}`);
  const sent = open === undefined ? undefined : readForJury(db, visit.id());
  const call = sent && readCall(db, sent.callId);
  if (sent === undefined || call === undefined) return absent;
  return view('applications/judged', pageTitles.sent(sent.code, sent.title), {
    code: sent.code,
    title: sent.title,
    callTitle: quoted(call.title),
    callHref: callPaths.showOf(call.id),
    blind: blindWords.note,
    content: readOnly(shownContent(sent.content), false),
  });
}
