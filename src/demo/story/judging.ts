import { signDeclaration } from '../../features/jury/commands/conflicts.ts';
import { appointMember } from '../../features/jury/commands/members.ts';
import type { Conflict, JuryFunction } from '../../features/jury/policy.ts';
import { membershipOf } from '../../features/jury/queries.ts';
import { answerRelation } from '../../features/jury/relations/commands.ts';
import { type Happening, happening } from '../happening.ts';
import type { StoryTime } from '../stages.ts';
import { type CastKey, cast } from './cast.ts';

function appointed(at: StoryTime, who: CastKey, function_: JuryFunction, represents: string): Happening {
  return happening(at, 'joanna', `appoints ${who}`, ({ deps, callId }, actor) => {
    const { name, email } = cast[who];
    return appointMember(deps, actor, { callId: callId(), name, email, function: function_, represents });
  });
}

function declared(at: StoryTime, who: CastKey, conflicts: readonly (Conflict & { readonly with: CastKey })[] = []) {
  return happening(at, who, 'signs the declaration', ({ deps, callId, application }, actor) => {
    const recusals = conflicts.map(({ with: leader, ...conflict }) => ({
      ...conflict,
      applicationId: application(leader),
    }));
    return signDeclaration(deps, actor, { callId: callId(), recusals });
  });
}

/** The data found two people of one surname; asked, they turn out to have nothing else in common. */
const namesakes = happening('2024-03-22 13.05', 'joanna', 'asks about a surname', (scene, actor) => {
  const callId = scene.callId();
  const { memberId = 0 } = membershipOf(scene.deps.db, scene.actor('danuta').personId, callId) ?? {};
  return answerRelation(scene.deps, actor, {
    ...{ callId, memberId, applicationId: scene.application('kazimierz') },
    note: 'Pani Danuta: to nazwisko męża, z Suwałk. Pana Kazimierza nie zna, rodziny wspólnej nie mają. Rozmowa telefoniczna 22 marca.',
  });
});

/**
 * Five jurors and one in reserve, appointed before the formal check ends; two may not judge one application each, one discloses a neighbour. Nobody falls
 * out, so the reserve is never called up.
 */
export const judging = [
  appointed('2024-03-18 12.05', 'marianna', 'chair', 'biblioteka spoza powiatu'),
  appointed('2024-03-18 12.07', 'tomas', 'secretary', 'biblioteka'),
  appointed('2024-03-18 12.09', 'halina', 'member', 'partner zadania'),
  appointed('2024-03-18 12.11', 'piotr', 'member', 'powiat'),
  appointed('2024-03-18 12.14', 'agnieszka', 'member', 'animatorka kultury'),
  appointed('2024-03-18 12.17', 'danuta', 'reserve', 'szkoła ponadpodstawowa'),
  declared('2024-03-21 10.20', 'marianna'),
  declared('2024-03-21 16.45', 'tomas', [
    {
      with: 'birute',
      kind: 'exclusion',
      ground: 'kin',
      note: 'Moja siostra Rūta śpiewa w tej grupie i będzie czytać na spotkaniach.',
    },
  ]),
  namesakes,
  declared('2024-03-25 08.55', 'halina', [
    {
      with: 'wieslawa',
      kind: 'disclosure',
      ground: 'acquaintance',
      note: 'Mieszkam w tej samej wsi, trzy domy dalej. Nie należę do koła.',
    },
  ]),
  declared('2024-03-26 19.30', 'piotr', [
    {
      with: 'romuald',
      kind: 'exclusion',
      ground: 'member_or_founder',
      note: 'Jestem członkiem tej jednostki OSP od 2011 roku.',
    },
  ]),
  declared('2024-03-27 17.15', 'danuta'),
  declared('2024-04-02 07.50', 'agnieszka'),
];
