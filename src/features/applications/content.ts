import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Day, Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import type { Language } from '../calls/form/languages.ts';
import { posterNameCode } from '../calls/form/library-texts.ts';
import type { ApplicantKind } from '../calls/queries.ts';
import type { ApplicationState } from './lifecycle.ts';
import type { PayBasis } from './pay/basis.ts';
import type { RegisterKind } from './registers/registers.ts';

/** What a group sent, word for word; frozen at submission. Amounts in grosze, quantities in thousandths, days of Warsaw. */
export interface SubmittedContent {
  readonly title: string;
  readonly applicant: {
    readonly kind: ApplicantKind;
    readonly kindName: string;
    /** Of the group or organisation; a single person's own name. */
    readonly name: string;
    readonly leaderName: string;
    readonly email: string;
    readonly phone: string;
    readonly address: string;
    /** Absent from what was sent before registers were asked. */
    readonly registerKind?: RegisterKind | '';
    readonly registerNumber: string;
    readonly groupMembers: string;
    readonly guardianName: string;
  };
  readonly answers: readonly {
    readonly code: string;
    readonly section: string;
    readonly label: string;
    readonly text: string;
    /** Of the words, where it is not the form's own; absent from what was sent before languages were asked. */
    readonly language?: Language;
  }[];
  readonly schedule: readonly {
    readonly activity: string;
    readonly startsOn: Day;
    readonly endsOn: Day;
    readonly place: string;
  }[];
  readonly costs: readonly SubmittedCost[];
  readonly requestedGrosze: Grosze;
  readonly consents: readonly { readonly code: string; readonly text: string }[];
  readonly attachments: readonly {
    readonly fileId: number;
    readonly label: string;
    readonly name: string;
    readonly size: number;
    readonly sha256: string;
    /** Code of the question it answers; absent of one simply attached. */
    readonly question?: string;
  }[];
}

export interface SubmittedCost {
  readonly name: string;
  readonly categoryId: number;
  readonly categoryName: string;
  readonly quantity: number;
  readonly unit: string;
  readonly price: Grosze;
  readonly value: Grosze;
  /** Which sum for work it is; absent of other costs, and from what was sent before it was asked. */
  readonly payBasis?: PayBasis;
}

export interface Submitted {
  readonly id: number;
  readonly callId: number;
  readonly number: number;
  /** „PB/2024/03” */
  readonly code: string;
  readonly title: string;
  readonly state: Exclude<ApplicationState, 'draft'>;
  readonly submittedAt: Instant;
  readonly versionId: number;
  /** When the version in force came: later than the application where it was corrected. */
  readonly versionAt: Instant;
  /** From one; each change sent before the deadline is the next, and each correction the library asked for. */
  readonly version: number;
  readonly fingerprint: string;
  readonly content: SubmittedContent;
}

/** The current frozen version; undefined for a draft and where the content was erased. Whose eyes it is for is the caller's question. */
export function readSubmitted(reader: Reader, applicationId: number): Submitted | undefined {
  const row = reader.get<Omit<Submitted, 'code' | 'content'> & { callCode: string; year: number; content: string }>(sql`
    select a.id, a.call_id as callId, a.number, a.title, a.state, a.submitted_at as submittedAt, v.id as versionId, v.submitted_at as versionAt, v.number as version, v.fingerprint, v.content,
      c.code as callCode, c.year
    from applications a join application_versions v on v.id = a.current_version_id join calls c on c.id = a.call_id
    where a.id = ${applicationId} and v.content is not null`);
  if (row === undefined) return undefined;
  const { callCode, year, content, ...facts } = row;
  return {
    ...facts,
    code: applicationCode(callCode, year, facts.number),
    content: JSON.parse(content) as SubmittedContent,
  };
}

/** How a group asked to be signed on the poster and in the results; '' where it was not asked or said nothing. The agreement keeps the other name. */
export function posterNameOf({ answers }: SubmittedContent): string {
  return answers.find(({ code }) => code === posterNameCode)?.text.trim() ?? '';
}

/** The number on the spine: „PB/2024/03”. */
export function applicationCode(callCode: string, year: number, number: number): string {
  return `${callCode}/${year}/${String(number).padStart(2, '0')}`;
}
