import type { Deps } from '../../../deps.ts';
import { quoted } from '../../../lib/polish.ts';
import { type Answer, absent, redirect, trouble, view } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { doorOfToken } from '../../accounts/doors.ts';
import { accountPaths } from '../../accounts/paths.ts';
import { readHost } from '../../accounts/queries.ts';
import { nothingAsked } from '../forms.ts';
import { shownDraft } from '../pages/content.ts';
import { readOnly } from '../pages/read-only.ts';
import { openWriting } from '../pages/writing.ts';
import { aboutOf, deadlineText } from '../texts/pages.ts';
import { applicationRefusals } from '../texts.ts';
import { requestOf, sendByLink } from './confirm.ts';
import { linkRefusals, pageTitles } from './texts.ts';

/** The door of a letter that asks for a person's word: the whole draft to read, and the button that sends it. It opens no session. */
export function linkRoutes(web: Web, deps: Deps): void {
  web.page(accountPaths.submission, 'public', (visit) =>
    visit.query['zlozony'] === undefined
      ? confirmPage(deps, visit)
      : view('applications/confirmed', pageTitles.sent, { host: readHost(deps.db) }),
  );

  web.submit(accountPaths.submission, 'public', {
    form: nothingAsked,
    refusals: { ...applicationRefusals, ...linkRefusals },
    again: (visit) => confirmPage(deps, visit),
    run(visit) {
      const token = visit.param('token');
      const sent = sendByLink(deps, token);
      if (sent.ok) return redirect(`${accountPaths.submissionOf(token)}?zlozony=${sent.value.code}`);
      return shut[sent.code] ?? sent;
    },
  });
}

const shut: Readonly<Record<string, Answer>> = { link_forged: absent, absent, link_over: trouble('link_over') };

function confirmPage(deps: Deps, visit: Visit): Answer {
  const link = doorOfToken(deps.db, deps, 'confirm_submission', visit.param('token'));
  if (!link.ok) return shut[link.code] ?? absent;
  const asked = requestOf(deps.db, link.value);
  const leader = {
    kind: 'person',
    personId: link.value.personId ?? 0,
    name: '',
    confirmed: false,
    grants: [],
  } as const;
  const writing = asked === undefined ? undefined : openWriting(deps.db, leader, asked.applicationId);
  if (asked === undefined || writing === undefined) return trouble('link_over');
  const { draft, call } = writing;
  return view('applications/confirm', pageTitles.confirm, {
    about: aboutOf(draft.title),
    callTitle: quoted(call.title),
    deadline: deadlineText(call.stages, visit.now),
    isChanged: draft.revision !== asked.revision,
    content: readOnly(shownDraft(writing), false),
    action: accountPaths.submissionOf(visit.param('token')),
    host: readHost(deps.db),
  });
}
