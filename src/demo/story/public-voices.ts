import { answerQuestion, askQuestion } from '../../features/calls/asked/commands.ts';
import { readAsked } from '../../features/calls/asked/queries.ts';
import {
  answerOpinion,
  giveOpinion,
  publishSummary,
  shareDraftRules,
} from '../../features/calls/consultation/commands.ts';
import { type OpinionOutcome, readConsultation, readOpinions } from '../../features/calls/consultation/queries.ts';
import { wholeDraft } from '../../features/calls/consultation/texts.ts';
import type { Actor } from '../../lib/actor.ts';
import { type Happening, happening } from '../happening.ts';
import type { StoryTime } from '../stages.ts';

const visitor: Actor = { kind: 'visitor' };
const network = '192.0.2.17';

function opinion(
  at: StoryTime,
  what: string,
  said: { opinion: string; name?: string; organisation?: string },
): Happening {
  const { name = '', organisation = '' } = said;
  return happening(at, 'system', what, ({ deps, callId }) =>
    giveOpinion(deps, visitor, {
      ...{ callId: callId(), place: wholeDraft, opinion: said.opinion, name, organisation },
      ...{ email: '', named: name !== '', trap: '', network },
    }),
  );
}

function answer(at: StoryTime, nth: number, outcome: OpinionOutcome, words: string): Happening {
  return happening(at, 'joanna', `answers opinion ${nth}`, ({ deps, callId }, actor) => {
    const one = readOpinions(deps.db, callId()).find(({ id }) => id === nth);
    if (one === undefined) throw new Error(`nobody gave opinion ${nth}`);
    const { id: opinionId, version } = one;
    return answerOpinion(deps, actor, { callId: callId(), opinionId, version, outcome, answer: words });
  });
}

function question(at: StoryTime, words: string): Happening {
  return happening(at, 'system', 'a visitor asks', ({ deps, callId }) =>
    askQuestion(deps, visitor, { callId: callId(), question: words, name: '', email: '', trap: '', network }),
  );
}

function reply(at: StoryTime, words: string): Happening {
  return happening(at, 'joanna', 'answers the oldest question', ({ deps, callId }, actor) => {
    const [asked] = readAsked(deps.db, callId());
    if (asked === undefined) throw new Error('nobody asked');
    return answerQuestion(deps, actor, {
      ...{ callId: callId(), questionId: asked.id, version: asked.version, outcome: 'published' },
      ...{ publicQuestion: asked.question, answer: words },
    });
  });
}

/** What people of the county said: first of the draft rules, then of the announced call. */
export const publicVoices = [
  happening('2024-02-01 08.30', 'joanna', 'shows the draft rules to everyone', ({ deps, callId }, actor) =>
    shareDraftRules(deps, actor, callId()),
  ),
  opinion('2024-02-02 19.40', 'a circle of housewives asks for smaller groups', {
    opinion: 'Dobrze, że grupa nieformalna może liczyć trzy osoby. Prosimy tego nie zmieniać.',
    name: 'Wiesława Mościńska',
    organisation: 'Koło Gospodyń Wiejskich',
  }),
  opinion('2024-02-05 11.15', 'somebody would rather submit in the evening', {
    opinion: 'Nabór kończy się w piątek o godz. 15.00. Kto pracuje, nie zdąży po pracy. Lepsza byłaby północ.',
  }),
  answer('2024-02-07 10.00', 1, 'noted', 'Dziękujemy. Trzy osoby, w tym jedna pełnoletnia, zostają w regulaminie.'),
  answer(
    '2024-02-07 10.20',
    2,
    'not_taken',
    'O godz. 15.00 jesteśmy w bibliotece i możemy jeszcze pomóc. Wniosek można złożyć wcześniej i przez cały nabór poprawiać szkic.',
  ),
  happening('2024-02-10 09.30', 'joanna', 'publishes the summary of the consultation', ({ deps, callId }, actor) =>
    publishSummary(deps, actor, {
      callId: callId(),
      version: readConsultation(deps.db, callId())?.version ?? 0,
      summary: 'Wpłynęły dwie opinie. Projekt regulaminu zostaje bez zmian; pod każdą opinią wyjaśniamy dlaczego.',
    }),
  ),
  question('2024-02-20 20.05', 'Czy próby zespołu mogą się odbywać w remizie, a nie w bibliotece?'),
  reply('2024-02-21 09.10', 'Tak. Ważne, żeby działania były na obszarze powiatu i żeby każdy mógł do nich dołączyć.'),
  question('2024-03-01 18.30', 'Czy możemy kupić stroje, które potem zostaną u nas?'),
  reply('2024-03-04 08.45', 'Stroje kupuje biblioteka i zostają jej własnością, ale możemy je Wam wypożyczyć na lata.'),
];
