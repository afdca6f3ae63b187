import { fingerprintOfLetters } from '../../features/correspondence/mailings/finished.ts';
import { readRecipients } from '../../features/correspondence/mailings/queries.ts';
import { type Seen, scheduleMailing, sendMailing } from '../../features/correspondence/mailings/sending.ts';
import {
  chooseRecipients,
  prepareLetters,
  startMailing,
  writeMailing,
} from '../../features/correspondence/mailings/writing.ts';
import { chooseSummary } from '../../features/correspondence/reminders/summary.ts';
import { openRecords } from '../../features/desk/access.ts';
import type { Result } from '../../lib/result.ts';
import { recipientSets } from '../../registries.ts';
import { happening, type PersonActor } from '../happening.ts';
import type { Scene } from '../scene.ts';
import { momentOf } from '../stages.ts';

const registry = { sets: recipientSets, openRecords };

interface ToldMailing {
  readonly sets: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** From the first step to letters that were looked at. */
function seen({ deps, callId }: Scene, actor: PersonActor, { sets, subject, body }: ToldMailing): Seen {
  const mailingId = must(startMailing(deps, actor, { callId: callId(), from: null }));
  must(chooseRecipients(deps, actor, registry, { mailingId, sets, byHand: '', revision: 1 }));
  must(writeMailing(deps, actor, registry, { mailingId, subject, body, revision: 2 }));
  must(prepareLetters(deps, actor, registry, mailingId));
  return { mailingId, letters: fingerprintOfLetters(readRecipients(deps.db, mailingId)), changes: '' };
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`The mailing was refused: ${JSON.stringify(result)}`);
  return result.value;
}

const meeting: ToldMailing = {
  sets: ['result_award'],
  subject: 'Spotkanie wybranych grup: piątek 26 kwietnia',
  body: `Dzień dobry!

Zapraszamy na spotkanie wszystkich wybranych grup: piątek 26 kwietnia, godz. 17.00, czytelnia biblioteki. Opowiemy, jak uzgodnić kosztorys inicjatywy „{{title}}”, jak podpisać porozumienie i jak kupuje biblioteka. Potrwa godzinę, będzie herbata.

Kto nie może przyjść, niech zadzwoni: umówimy się osobno.

{{organisationName}}
tel. {{organisationPhone}}`,
};

const autumn: ToldMailing = {
  sets: ['realisation'],
  subject: 'Jesień z inicjatywą „{{title}}”: o czym pamiętać',
  body: `Dzień dobry!

Do końca realizacji zostały cztery tygodnie. Prosimy o listę ostatnich zakupów do 16 września, żebyśmy zdążyli wszystko zamówić.

Strona inicjatywy, z tym, co już kupione i co zostało:
{{initiativeAddress}}

{{organisationName}}
tel. {{organisationPhone}}`,
};

/** Joanna reads her desk every day and wants the summary by e-mail only around the deadline. */
const summary = (isWanted: boolean) => (scene: Scene, actor: PersonActor) =>
  chooseSummary(scene.deps, actor.personId, isWanted);

export const mailing = [
  happening('2023-07-03 08.20', 'joanna', 'turns the daily summary off', summary(false)),
  happening('2024-03-12 16.00', 'joanna', 'turns the daily summary on for the deadline', summary(true)),
  happening('2024-03-20 16.10', 'joanna', 'turns the daily summary off again', summary(false)),
  happening('2024-04-23 09.40', 'joanna', 'invites the awarded groups to a meeting', (scene, actor) =>
    sendMailing(scene.deps, actor, registry, seen(scene, actor, meeting)),
  ),
  happening('2024-07-09 14.20', 'joanna', 'puts a letter about the autumn off to September', (scene, actor) =>
    scheduleMailing(scene.deps, actor, registry, { ...seen(scene, actor, autumn), at: momentOf('2024-09-02 09.00') }),
  ),
];
