import type { Deps } from '../../../src/deps.ts';
import { findOrAddPerson } from '../../../src/features/accounts/commands.ts';
import { readActor } from '../../../src/features/accounts/queries.ts';
import { marksOf } from '../../../src/features/applications/answers/fields.ts';
import { saveSection } from '../../../src/features/applications/commands/save.ts';
import { startDraft } from '../../../src/features/applications/commands/start.ts';
import { submitApplication } from '../../../src/features/applications/commands/submit.ts';
import { readDraft } from '../../../src/features/applications/drafts.ts';
import { fixedSections } from '../../../src/features/applications/paths.ts';
import type { PayAnswer } from '../../../src/features/applications/pay/basis.ts';
import { readDraftRules } from '../../../src/features/applications/rules.ts';
import {
  storedAs,
  type TypedActivity,
  type TypedApplicant,
  type TypedSection,
} from '../../../src/features/applications/typed.ts';
import { readCategories } from '../../../src/features/calls/criteria.ts';
import { type ApplicantKind, currentCall } from '../../../src/features/calls/queries.ts';
import type { Actor } from '../../../src/lib/actor.ts';
import { addDays, day } from '../../../src/lib/days.ts';
import type { Result } from '../../../src/lib/result.ts';

/** A cost as typed; `category` is the code of a cost category of the call. */
export interface StoryCost {
  readonly name: string;
  readonly category: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly payBasis?: PayAnswer;
}

export interface StoryApplication {
  readonly leader: string;
  readonly email: string;
  readonly title: string;
  readonly kind?: ApplicantKind;
  /** Of the group; „Grupa „<title>”” when absent. */
  readonly groupName?: string;
  /** 3 050,00 zł in four rows when absent. */
  readonly costs?: readonly StoryCost[];
  readonly schedule?: readonly TypedActivity[];
  readonly applicant?: Partial<TypedApplicant>;
  readonly answers?: Readonly<Record<string, string>>;
  /** The current call when absent. */
  readonly callId?: number;
}

export interface StartedStory {
  readonly id: number;
  readonly personId: number;
  readonly actor: Extract<Actor, { kind: 'person' }>;
}

export interface SubmittedStory extends StartedStory {
  readonly number: number;
  /** „PB/2024/03” */
  readonly code: string;
}

export const ordinaryCosts: readonly StoryCost[] = [
  {
    name: 'Prowadzenie spotkań czytelniczych po polsku i litewsku',
    category: 'pay',
    quantity: '6',
    unit: 'spotkanie',
    price: '250,00',
  },
  { name: 'Książki do wspólnej półki', category: 'materials', quantity: '25', unit: 'szt.', price: '42,00' },
  { name: 'Zakładki dwujęzyczne', category: 'print', quantity: '1', unit: 'komplet', price: '260,00' },
  { name: 'Herbata i ciasto', category: 'catering', quantity: '6', unit: 'spotkanie', price: '40,00' },
];

const ordinaryAnswers: Readonly<Record<string, string>> = {
  summary:
    'Raz w miesiącu spotykamy się w czytelni i czytamy na głos tę samą książkę po polsku i po litewsku. Na koniec pieczemy razem šakotis.',
  need: 'W diagnozie biblioteki co trzecia osoba pisała, że nie zna sąsiadów, którzy mówią w domu innym językiem.\n\nPytaliśmy też w sklepie i po mszy.',
  goal: 'Dzieci i dziadkowie poznają się i zaczną pożyczać książki w obu językach.',
  audience: 'Około 40 osób: dzieci ze szkoły w Puńsku, ich rodzice i dziadkowie.',
  community: 'Czytają sami uczestnicy, koło gospodyń piecze, a młodzież nagrywa.',
  partners: 'Dom Kultury Litewskiej, szkoła podstawowa, koło gospodyń z Burbiszek.',
  own_input: 'Sala na sześć popołudni, praca sześciorga wolontariuszy.',
  actions: 'Najpierw zbieramy tytuły, potem sześć wspólnych czytań, na końcu wieczór z nagraniami.',
  reading: 'Książka jest początkiem każdego spotkania, a biblioteka miejscem, do którego się wraca.',
  safety: 'Sala jest na parterze, teksty drukujemy dużą czcionką, z dziećmi są zawsze dwie osoby dorosłe.',
  promotion: 'Plakaty w sklepie, ogłoszenie w parafii, wiadomość od szkoły.',
  lasting: 'Dwujęzyczna półka, nagrania i zwyczaj czytania w pierwszy czwartek miesiąca.',
};

/** A confirmed leader with a complete application sent through the commands. The clock must stand within the submission window. */
export function submittedApplication(deps: Deps, story: StoryApplication): SubmittedStory {
  const started = completeDraft(deps, story);
  const draft = readDraft(deps.db, started.id);
  const sent = must(
    submitApplication(deps, started.actor, { applicationId: started.id, revision: draft?.revision ?? 0 }),
  );
  return { ...started, ...sent };
}

/** As `submittedApplication`, all but sent. */
export function completeDraft(deps: Deps, story: StoryApplication): StartedStory {
  const started = startedDraft(deps, story);
  fillIn(deps, started.actor, started.id, story);
  return started;
}

/** Writes every section of a draft just begun. */
export function fillIn(deps: Deps, actor: Actor, applicationId: number, story: StoryApplication): void {
  for (const [section, typed] of sectionsOf(deps, applicationId, story)) {
    const draft = readDraft(deps.db, applicationId);
    const seen = draft === undefined ? {} : marksOf(storedAs(draft, typed));
    must(saveSection(deps, actor, { applicationId, section, seen, page: '', step: 0, isAutosave: false, typed }));
  }
}

/** An application just begun by a confirmed person. */
export function startedDraft(
  deps: Deps,
  { leader, email, kind = 'informal_group', callId }: StoryApplication,
): StartedStory {
  const personId = deps.db.write((tx) => findOrAddPerson(tx, deps, { kind: 'system' }, { name: leader, email }));
  const actor = readActor(deps.db, personId);
  if (actor?.kind !== 'person') throw new Error(`${leader} is nobody`);
  const call = callId ?? currentCall(deps.db)?.id ?? 0;
  const { applicationId } = must(startDraft(deps, actor, { callId: call, kind, email, userAgent: 'Firefox' }));
  return { id: applicationId, personId, actor };
}

function sectionsOf(deps: Deps, applicationId: number, story: StoryApplication): [string, TypedSection][] {
  const draft = readDraft(deps.db, applicationId);
  if (draft === undefined) throw new Error(`There is no application ${applicationId}`);
  const { rules } = readDraftRules(deps.db, draft);
  const categories = readCategories(deps.db, draft.callId);
  const idOf = (code: string) => String(categories.find((category) => category.code === code)?.id ?? '');
  const first = rules.realisation.firstOn ?? day('2024-05-13');
  const questions = rules.form.sections.map((section, index): [string, TypedSection] => {
    const answers = section.questions.map(({ code }) => [
      code,
      story.answers?.[code] ?? ordinaryAnswers[code] ?? 'Opiszemy to na spotkaniu w bibliotece.',
    ]);
    return [
      section.code,
      { kind: 'questions', title: index === 0 ? story.title : null, answers: Object.fromEntries(answers) },
    ];
  });
  return [
    [fixedSections.applicant, { kind: 'applicant', ...draft.applicant, ...applicantOf(story), ...story.applicant }],
    ...questions,
    [fixedSections.schedule, { kind: 'schedule', rows: story.schedule ?? ordinarySchedule(first) }],
    [
      fixedSections.costs,
      {
        kind: 'costs',
        rows: (story.costs ?? ordinaryCosts).map((cost) => ({ payBasis: '', ...cost, category: idOf(cost.category) })),
      },
    ],
    [fixedSections.consents, { kind: 'consents', given: rules.form.consents.map(({ code }) => code).sort() }],
  ];
}

function applicantOf({
  leader,
  email,
  title,
  kind = 'informal_group',
  groupName,
}: StoryApplication): Partial<TypedApplicant> {
  return {
    applicantKind: kind,
    name: kind === 'person' || kind === 'minor' ? '' : (groupName ?? `Grupa „${title}”`),
    leaderName: leader,
    email,
    phone: '600 100 200',
    street: 'ul. Piłsudskiego 12',
    postalCode: '16-500',
    city: 'Sejny',
    registerKind: kind === 'organisation' ? 'krs' : '',
    registerNumber: kind === 'organisation' ? 'KRS 0000123456' : '',
    groupMembers: kind === 'informal_group' ? `${leader}\nJonas Vaičiulis\nEwa Sidorowicz` : '',
    guardianName: kind === 'minor' ? 'Teresa Krakowska' : '',
  };
}

function ordinarySchedule(first: ReturnType<typeof day>): TypedActivity[] {
  const typed = (on: string) => on.split('-').reverse().join('.');
  return [
    {
      activity: 'Pierwsze spotkanie i zbiórka tytułów',
      starts: typed(addDays(first, 7)),
      ends: '',
      place: 'czytelnia biblioteki',
    },
    {
      activity: 'Sześć wspólnych czytań',
      starts: typed(addDays(first, 14)),
      ends: typed(addDays(first, 60)),
      place: 'świetlica w Puńsku',
    },
  ];
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`Refused: ${result.code} ${JSON.stringify(result.facts ?? {})}`);
  return result.value;
}
