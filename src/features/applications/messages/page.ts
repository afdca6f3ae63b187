import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Visit } from '../../../web/visit.ts';
import { writtenAbout } from '../../correspondence/about.ts';
import { applicationPaths } from '../paths.ts';
import { aboutOf } from '../texts/pages.ts';
import { type Thread, threadFor } from './access.ts';
import { longestMessage } from './commands.ts';
import { listMessages, readUpTo } from './queries.ts';
import { messageTexts, pageTitles } from './texts.ts';

interface Shown {
  readonly at: Instant;
  readonly who: string;
  readonly when: string;
  readonly words: string;
  readonly isFresh: boolean;
}

/** Everything written about one application, the oldest first; for the library also the calls it wrote down. */
export function messagesPage(deps: Deps, visit: Visit, raw: RawBody = {}): Answer {
  const thread = threadFor(deps.db, visit.actor, visit.id());
  if (thread === undefined) return absent;
  const { applicationId, side, mayWrite } = thread;
  const head = deps.db.get<{ title: string; leader: string; email: string; phone: string; state: string }>(sql`
    select a.title, b.leader_name as leader, b.email, b.phone, a.state from applications a join applicants b on b.application_id = a.id
    where a.id = ${applicationId}`);
  if (head === undefined) return absent;
  const seen = readUpTo(deps.db, applicationId, side);
  const written = listMessages(deps.db, applicationId);
  const isUnread = (message: { id: number; side: string }) => message.side !== side && message.id > seen;
  const messages = written.map(
    (one): Shown => ({
      at: one.sentAt,
      who: one.side === 'group' ? one.author : nameOfLibrary(one.author),
      when: longMoment(one.sentAt),
      words: one.body || messageTexts.erased,
      isFresh: isUnread(one),
    }),
  );
  const calls = side === 'library' ? callsOf(deps.db, visit.actor, thread) : [];
  return view('applications/messages', pageTitles.messages, {
    about: aboutOf(head.title),
    leader: head.leader,
    isGroup: side === 'group',
    home: side === 'library' && head.state === 'draft' ? '' : applicationPaths.showOf(applicationId),
    items: [...messages, ...calls].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    unread: mayWrite && written.some(isUnread) ? applicationPaths.messagesReadOf(applicationId) : '',
    phone: side === 'library' && head.email === '' ? head.phone : '',
    noteCall:
      side === 'library' && mayWrite && head.state !== 'draft' ? applicationPaths.callNoteOf(applicationId) : '',
    action: mayWrite ? applicationPaths.messagesOf(applicationId) : '',
    body: rawText(raw, 'body'),
    most: longestMessage,
  });
}

function nameOfLibrary(author: string): string {
  return `${author}, ${messageTexts.library}`;
}

/** What was said by telephone and written down about the application. */
function callsOf(reader: Reader, actor: Actor, { applicationId, callId }: Thread): Shown[] {
  const about = [{ kind: 'application', id: applicationId }];
  const written = writtenAbout(reader, actor, about, { callId, applicationId, noteCall: '' });
  return (written?.items ?? [])
    .filter(({ said }) => said !== '')
    .map(({ at, said, how }) => ({
      at,
      who: messageTexts.phoned,
      when: [longMoment(at), how].filter((part) => part !== '').join(', '),
      words: said,
      isFresh: false,
    }));
}
