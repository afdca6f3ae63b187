import { readSubmitted } from '../../features/applications/content.ts';
import { readFormalCriteria } from '../../features/calls/criteria.ts';
import { readCard } from '../../features/checks/card.ts';
import { decideCard } from '../../features/checks/commands/decide.ts';
import { saveCard } from '../../features/checks/commands/save.ts';
import { askForCorrections } from '../../features/checks/corrections/commands.ts';
import type { FormalAnswer } from '../../features/checks/policy.ts';
import { answerRecheck } from '../../features/checks/recheck/answering.ts';
import { askRecheck } from '../../features/checks/recheck/asking.ts';
import { type Happening, happening } from '../happening.ts';
import type { Scene } from '../scene.ts';
import { momentOf, type StoryTime } from '../stages.ts';
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

/** The parents name no kindergarten and no Saturdays; they correct it the next evening (groups/agata.ts). */
const placesMissing = happening('2024-03-18 14.25', 'joanna', 'asks agata for corrections', (scene, actor) =>
  askForCorrections(scene.deps, actor, {
    applicationId: scene.application('agata'),
    untilAt: momentOf('2024-03-27 15.00'),
    points: [
      {
        section: 'harmonogram',
        missing:
          'Prosimy wpisać, w której miejscowości i w którym przedszkolu to się odbędzie. Każda sobota w osobnym wierszu.',
      },
      { section: 'course', missing: 'W opisie działań brakuje dat trzech sobót i godzin.' },
    ],
  }),
);

/** Within the three working days after the rejection; the director, who did not check the application, answers. */
const recheck = [
  happening('2024-03-20 17.25', 'remigiusz', 'asks for a re-check', ({ deps, application }, actor) =>
    askRecheck(
      deps,
      actor,
      application('remigiusz'),
      'Prosimy o ponowne sprawdzenie. Widzami seansów mają być także mieszkańcy Frącek i Wysokiego Mostu, którzy są w powiecie sejneńskim, a do Mikaszówki mają kilka kilometrów. Liczymy, że to, dla kogo jest inicjatywa, waży tyle samo, co miejsce.',
    ),
  ),
  happening('2024-03-22 12.30', 'dorota', 'answers the request for a re-check', ({ deps, application }, actor) =>
    answerRecheck(deps, actor, {
      applicationId: application('remigiusz'),
      outcome: 'upheld',
      answer:
        'Przeczytałam cały wniosek jeszcze raz. Regulamin pyta o miejsce inicjatywy, a wszystkie cztery seanse są w gminie Płaska, poza powiatem (§ 2 ust. 7). Tego, skąd przyjadą widzowie, nie mogę wziąć za miejsce, bo byłoby to nie w porządku wobec grup, które się do niego dostosowały. Odrzucenie zostaje. Zaproszenie do rozmowy o seansie w Wysokim Moście też.',
    }),
  ),
];

/** The formal check: six decided by 19 March, 11.00, the rest on the next day. One waits for corrections, one asks for a re-check. */
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
  placesMissing,
  accepted('2024-03-20 09.25', 'agata', {
    area: { note: 'Po poprawkach z 19 marca: przedszkole w Sejnach, trzy soboty z datami.' },
    eligible_costs: { note: 'Materiały do pomalowania szafy, nie remont.' },
  }),
  accepted('2024-03-20 09.44', 'ugne', { attachments: { note: 'Zgoda mamy jest.' } }),
  accepted('2024-03-20 10.10', 'maja', {
    eligible_applicant: { note: 'Liderka ma 19 lat, więc w grupie jest osoba pełnoletnia.' },
  }),
  ...recheck,
];
