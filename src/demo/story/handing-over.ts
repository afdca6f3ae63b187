import { sql } from 'drizzle-orm';
import { contactOf, saveContact } from '../../features/correspondence/contacts.ts';
import { dispatchesOf } from '../../features/correspondence/dispatch-queries.ts';
import {
  correctDispatch,
  type DispatchFacts,
  noteCall,
  recordDispatch,
} from '../../features/correspondence/dispatches.ts';
import { type Day, day } from '../../lib/days.ts';
import { happening } from '../happening.ts';
import type { Scene } from '../scene.ts';
import { momentOf } from '../stages.ts';

/** Of the letter with the result of Kazimierz, who has no address of his own. */
function resultLetter({ deps, application }: Scene): number {
  const row = deps.db.get<{ id: number }>(
    sql`select id from letters where kind = 'result_refusal' and subject_kind = 'application' and subject_id = ${application('kazimierz')}`,
  );
  if (row === undefined) throw new Error('Kazimierz has no result yet');
  return row.id;
}

const registered: DispatchFacts & { readonly deliveredOn: Day | null } = {
  way: 'post',
  doneOn: day('2024-04-23'),
  doneAt: null,
  deliveredOn: null,
  doneBy: 'Joanna Wasilewska',
  withWhom: '',
  number: '(00)759007731084265911',
  note: 'Polecony, za potwierdzeniem odbioru.',
};

/** The e-mail of the chess player was his grandson's: a call, letters on paper from then on, and his result by registered post. */
export const handingOver = [
  happening('2024-03-18 12.05', 'joanna', 'notes a call with kazimierz', (scene, actor) =>
    noteCall(scene.deps, actor, {
      about: { kind: 'application', id: scene.application('kazimierz') },
      callId: scene.callId(),
      personId: scene.actor('kazimierz').personId,
      withWhom: 'Kazimierz Wnukowski',
      doneBy: 'Joanna Wasilewska',
      at: momentOf('2024-03-18 11.50'),
      note: 'Powiedziałam, że wniosek przeszedł ocenę formalną. Adres e-mail we wniosku jest wnuka, który wyjechał na studia. Pan Kazimierz prosi, żeby o wyniku napisać listem.',
    }),
  ),
  happening('2024-03-18 12.10', 'joanna', 'writes to kazimierz on paper from now on', ({ deps, actor }, by) => {
    const { personId } = actor('kazimierz');
    const known = contactOf(deps.db, personId);
    if (known === undefined) throw new Error('Kazimierz is nobody');
    const { street, postalCode, city, phone, eDelivery, version } = known;
    return saveContact(deps, by, personId, { street, postalCode, city, phone, eDelivery, version, channel: 'print' });
  }),
  happening('2024-04-23 10.40', 'joanna', 'posts the result of kazimierz', async (scene, actor) => {
    const blob = await scene.pdf('Potwierdzenie nadania', (sheet) => {
      sheet.title('Potwierdzenie nadania', 'przesyłka polecona');
      sheet.pairs([
        ['Numer', registered.number],
        ['Adresat', 'Kazimierz Wnukowski, ul. Powstańców Sejneńskich 18 m. 3, 16-500 Sejny'],
        ['Data', '23.04.2024'],
      ]);
    });
    return recordDispatch(scene.deps, actor, resultLetter(scene), registered, { blob, name: 'potwierdzenie-nadania' });
  }),
  happening('2024-04-29 09.20', 'joanna', 'learns that the result of kazimierz was delivered', (scene, actor) => {
    const letterId = resultLetter(scene);
    return correctDispatch(scene.deps, actor, {
      letterId,
      dispatchId: dispatchesOf(scene.deps.db, letterId)[0]?.id ?? 0,
      facts: { ...registered, deliveredOn: day('2024-04-25') },
      reason: 'przyszło potwierdzenie odbioru',
    });
  }),
];
