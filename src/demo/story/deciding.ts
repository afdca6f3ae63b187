import { approveDecisions } from '../../features/decisions/commands/approve.ts';
import { prepareDecisions, proposeDecisions, saveDecisions } from '../../features/decisions/commands/prepare.ts';
import { publishDecisions } from '../../features/decisions/commands/publish.ts';
import type { Decision } from '../../features/decisions/policy.ts';
import { decisionsOf, findSet } from '../../features/decisions/queries.ts';
import { grosze } from '../../lib/money.ts';
import { happening } from '../happening.ts';
import type { Scene } from '../scene.ts';
import type { CastKey } from './cast.ts';

/** Where the set departs from what the system proposed, with the reasons that groups read; sums in grosze. */
const changes: Partial<Record<CastKey, Omit<Decision, 'applicationId'>>> = {
  ewa: {
    kind: 'award',
    amount: grosze(4500_00),
    reason:
      'Komisja proponuje mniejszą kwotę, żeby starczyło dla większej liczby inicjatyw. Warsztaty, nagrania i książeczka zostają. Można zejść z kosztów jednego wieczoru z opowiadaczką (w Gibach opowiecie sami), druku i przejazdów.',
  },
  daiva: {
    kind: 'award',
    amount: grosze(2700_00),
    reason:
      'Komisja proponuje trzy popołudnia na stacji zamiast czterech i mniej drukowanych biletów. Przejazdy będą tańsze, bo część gości przyjedzie pociągiem. Wieczór w bibliotece zostaje bez zmian.',
  },
  maja: { kind: 'award', amount: grosze(3000_00), reason: '' },
  ugne: {
    kind: 'refusal',
    amount: null,
    reason:
      'Wniosek osiągnął próg, ale na liście rezerwowej mógłby czekać do lata, a warsztaty mają być w czerwcu, nagrania w wakacje. Później nie da się tego zrobić w opisanym kształcie. Zapraszamy do rozmowy: pierwsze trzy rolki możemy nagrać razem w bibliotece, na naszym sprzęcie.',
  },
  agata: {
    kind: 'refusal',
    amount: null,
    reason:
      'Komisji zabrakło zgody przedszkola, listy książek i odpowiedzi, kto zajmie się szafą po czerwcu. Potrzeba jest prawdziwa: przyjdźcie, pomożemy dopracować pomysł, a na początek pożyczymy trzydzieści książek obrazkowych.',
  },
  kazimierz: {
    kind: 'refusal',
    amount: null,
    reason:
      'Za mało jest w tym pomyśle czytania i udziału innych mieszkańców, a większość kosztów to sprzęt. Sala w środy po południu jest wolna: biblioteka chętnie użyczy jej na szachy bez konkursu.',
  },
};

function changed({ deps: { db }, callId, application }: Scene) {
  const set = findSet(db, callId());
  if (set === undefined) throw new Error('Nothing is prepared');
  const named = new Map(
    Object.entries(changes).map(([leader, decision]) => [application(leader as CastKey), decision] as const),
  );
  const decisions = decisionsOf(db, set.id).map((decision) => ({
    ...decision,
    ...named.get(decision.applicationId),
  }));
  return { callId: callId(), decisions, revision: set.revision };
}

/** From the adopted ranking to the published results. */
export const deciding = [
  happening('2024-04-18 09.30', 'joanna', 'prepares the decisions', ({ deps, callId }, actor) =>
    prepareDecisions(deps, actor, { callId: callId() }),
  ),
  happening('2024-04-18 11.50', 'joanna', 'saves the changed decisions', (scene, actor) =>
    saveDecisions(scene.deps, actor, changed(scene)),
  ),
  happening('2024-04-18 14.20', 'joanna', 'hands the decisions to the director', (scene, actor) =>
    proposeDecisions(scene.deps, actor, changed(scene)),
  ),
  happening('2024-04-19 09.45', 'dorota', 'approves the decisions', ({ deps, callId }, actor) =>
    approveDecisions(deps, actor, { callId: callId(), revision: findSet(deps.db, callId())?.revision ?? 0 }),
  ),
  happening('2024-04-22 09.00', 'joanna', 'publishes the results', ({ deps, callId }, actor) =>
    publishDecisions(deps, actor, { callId: callId() }),
  ),
];
