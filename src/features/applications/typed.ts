import type { ApplicantKind } from '../calls/queries.ts';
import type { PayAnswer } from './pay/basis.ts';
import type { RegisterKind } from './registers/registers.ts';

/** What people typed, exactly as typed; right or wrong is for `policy` to say. */
export type TypedSection =
  | ({ readonly kind: 'applicant' } & TypedApplicant)
  | { readonly kind: 'questions'; readonly title: string | null; readonly answers: Readonly<Record<string, string>> }
  | { readonly kind: 'schedule'; readonly rows: readonly TypedActivity[] }
  | { readonly kind: 'costs'; readonly rows: readonly TypedCost[] }
  | { readonly kind: 'consents'; readonly given: readonly string[] };

export interface TypedApplicant {
  readonly applicantKind: ApplicantKind | '';
  readonly name: string;
  readonly leaderName: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly registerKind: RegisterKind | '';
  readonly registerNumber: string;
  readonly groupMembers: string;
  readonly guardianName: string;
}

export interface TypedActivity {
  readonly activity: string;
  readonly starts: string;
  readonly ends: string;
  readonly place: string;
}

export interface TypedCost {
  readonly name: string;
  /** Id of a cost category as sent by the form, or ''. */
  readonly category: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  /** Which sum for work it is, where the category is pay. */
  readonly payBasis: PayAnswer;
}

/** Everything an application says, as typed. */
export interface Written {
  readonly title: string;
  readonly applicant: TypedApplicant;
  readonly answers: Readonly<Record<string, string>>;
  readonly schedule: readonly TypedActivity[];
  readonly costs: readonly TypedCost[];
  /** Codes of the consents given, in their order. */
  readonly consents: readonly string[];
  /** Answers that stand in two versions, nobody having chosen between them. */
  readonly unsettled: readonly string[];
}

/** The same part of an application as it stands stored. */
export function storedAs(draft: Written, shape: TypedSection): TypedSection {
  switch (shape.kind) {
    case 'applicant':
      return { kind: 'applicant', ...draft.applicant };
    case 'questions': {
      const answers = Object.keys(shape.answers).map((code) => [code, draft.answers[code] ?? '']);
      return {
        kind: 'questions',
        title: shape.title === null ? null : draft.title,
        answers: Object.fromEntries(answers),
      };
    }
    case 'schedule':
      return { kind: 'schedule', rows: draft.schedule };
    case 'costs':
      return { kind: 'costs', rows: draft.costs };
    case 'consents':
      return { kind: 'consents', given: draft.consents };
  }
}

/** The application as it would be with this section. */
export function withTyped<Application extends Written>(draft: Application, typed: TypedSection): Application {
  switch (typed.kind) {
    case 'applicant': {
      const { kind: _, ...applicant } = typed;
      return { ...draft, applicant };
    }
    case 'questions':
      return { ...draft, title: typed.title ?? draft.title, answers: { ...draft.answers, ...typed.answers } };
    case 'schedule':
      return { ...draft, schedule: typed.rows };
    case 'costs':
      return { ...draft, costs: typed.rows };
    case 'consents':
      return { ...draft, consents: typed.given };
  }
}
