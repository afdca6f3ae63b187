import { readSubmitted } from '../../features/applications/content.ts';
import { readFormalCriteria } from '../../features/calls/criteria.ts';
import { readCard } from '../../features/checks/card.ts';
import { decideCard } from '../../features/checks/commands/decide.ts';
import { saveCard } from '../../features/checks/commands/save.ts';
import type { FormalAnswer } from '../../features/checks/policy.ts';
import { type Happening, happening } from '../happening.ts';
import type { Scene } from '../scene.ts';
import type { StoryTime } from '../stages.ts';
import type { CastKey } from './cast.ts';

/** A remark, and an answer where it is not „yes”, by the criterion's code. */
type Remarks = Readonly<Record<string, { readonly verdict?: 'no'; readonly note: string }>>;

function accepted(at: StoryTime, leader: CastKey, remarks: Remarks = {}): Happening {
  return happening(at, 'joanna', `accepts the application of ${leader}`, (scene, actor) =>
    decideCard(scene.deps, actor, { ...cardOf(scene, leader, remarks), reason: '', outcome: 'accepted' }),
  );
}

function cardOf({ deps: { db }, callId, application }: Scene, leader: CastKey, remarks: Remarks) {
  const applicationId = application(leader);
  const hasFiles = (readSubmitted(db, applicationId)?.content.attachments.length ?? 0) > 0;
  const answers = readFormalCriteria(db, callId()).map(({ id, code }): FormalAnswer => {
    const verdict = code === 'attachments' && !hasFiles ? 'not_applicable' : 'yes';
    return { criterionId: id, verdict, note: '', ...remarks[code] };
  });
  return { applicationId, revision: readCard(db, applicationId).revision, answers };
}

const mothersConsent = { attachments: { note: 'Zgoda mamy z 12 marca, czytelna.' } };

/** As far as it was looked through that day: the last question stands open. */
const kajetanBegun = happening('2024-03-18 15.40', 'joanna', 'begins the card of kajetan', (scene, actor) => {
  const card = cardOf(scene, 'kajetan', mothersConsent);
  const answers = card.answers.map((answer, index) =>
    index === card.answers.length - 1
      ? {
          ...answer,
          verdict: null,
          note: 'Zadzwonić do pani Marty Wnuk: czy ktoś z rodziny pracuje w bibliotece albo jest w komisji.',
        }
      : answer,
  );
  return saveCard(scene.deps, actor, { ...card, answers, reason: '' });
});

const outOfArea = happening('2024-03-19 10.35', 'joanna', 'rejects the application of remigiusz', (scene, actor) =>
  decideCard(scene.deps, actor, {
    ...cardOf(scene, 'remigiusz', {
      area: { verdict: 'no', note: 'Rygol i Mikaszówka: gmina Płaska, powiat augustowski.' },
    }),
    reason:
      'Wszystkie cztery seanse zaplanowaliście w Rygolu i w Mikaszówce, w gminie Płaska. To powiat augustowski, a inicjatywa musi odbyć się w powiecie sejneńskim (§ 2 ust. 7 regulaminu i załącznik nr 1). Zmiana miejsc byłaby zmianą całego pomysłu, więc nie możemy poprosić tylko o poprawkę. Kino nad Czarną Hańczą bardzo nam się podoba: jeśli kiedyś zechcecie pokazać filmy w Wysokim Moście albo we Frąckach, to ta sama rzeka i nasz powiat. Zapraszamy do rozmowy.',
    outcome: 'rejected',
  }),
);

/** The formal check: six decided by 19 March, 11.00, the rest on the next day. */
export const checking = [
  accepted('2024-03-18 09.12', 'wieslawa', { eligible_applicant: { note: 'Koło jest w Krajowym Rejestrze KGW.' } }),
  accepted('2024-03-18 09.30', 'birute'),
  accepted('2024-03-18 10.05', 'ewa', { attachments: { note: 'Zgoda sołectwa i wzór zgody na nagranie.' } }),
  accepted('2024-03-18 11.20', 'kazimierz'),
  kajetanBegun,
  accepted('2024-03-19 09.15', 'daiva'),
  accepted('2024-03-19 09.48', 'bozena', {
    eligible_costs: { note: 'Poduszki i koce trafią do inwentarza biblioteki.' },
  }),
  outOfArea,
  accepted('2024-03-19 13.10', 'romuald', {
    not_excluded: { note: 'Pan Piotr z komisji należy do tej straży. Nie jest wnioskodawcą, z oceny się wyłączy.' },
  }),
  accepted('2024-03-20 08.40', 'jonas'),
  accepted('2024-03-20 09.02', 'kajetan', mothersConsent),
  accepted('2024-03-20 09.25', 'agata', { eligible_costs: { note: 'Materiały do pomalowania szafy, nie remont.' } }),
  accepted('2024-03-20 09.44', 'ugne', { attachments: { note: 'Zgoda mamy jest.' } }),
  accepted('2024-03-20 10.10', 'maja', {
    eligible_applicant: { note: 'Liderka ma 19 lat, więc w grupie jest osoba pełnoletnia.' },
  }),
];
