import type { Reader } from '../../src/db/connection.ts';
import { whatIsMissing } from '../../src/features/applications/policy.ts';
import { readDraftRules } from '../../src/features/applications/rules.ts';
import type { Written } from '../../src/features/applications/typed.ts';
import { readFormVersion } from '../../src/features/calls/call-texts.ts';

export interface FieldFigures {
  /** Asked before the first chapter: who applies, the e-mail address. */
  readonly start: number;
  readonly applicant: number;
  /** The title and every question without „nieobowiązkowe”. */
  readonly questions: number;
  /** Cells of one activity and of one cost: nobody sends fewer. */
  readonly rows: number;
  /** Boxes to be ticked. */
  readonly consents: number;
  readonly all: number;
  readonly target: number;
}

/** What an informal group that has never applied must fill in, by the very rules that refuse its application: all that an empty one lacks. */
export function countFields(reader: Reader, callId: number): FieldFigures {
  const { rules } = readDraftRules(reader, { id: 0, callId, formTextId: readFormVersion(reader, callId).id });
  const missing = whatIsMissing(emptyOfGroup, rules).map(({ field }) => field.split('.')[0] ?? '');
  const count = (...kinds: string[]) => missing.filter((kind) => kinds.includes(kind)).length;
  const [questions, rows, consents] = [count('title', 'answers'), count('rows'), count('given')];
  const start = 2;
  const applicant = missing.length - questions - rows - consents;
  return { start, applicant, questions, rows, consents, all: start + missing.length, target: 30 };
}

/** Just begun: who applies and the address stand there from the start. */
const emptyOfGroup: Written = {
  title: '',
  applicant: {
    ...{
      applicantKind: 'informal_group',
      email: 'wieslawa@example.org',
      name: '',
      leaderName: '',
      phone: '',
      street: '',
    },
    ...{ postalCode: '', city: '', registerKind: '', registerNumber: '', groupMembers: '', guardianName: '' },
  },
  answers: {},
  schedule: [{ activity: '', starts: '', ends: '', place: '' }],
  costs: [{ name: '', category: '', quantity: '', unit: '', price: '', payBasis: '' }],
  consents: [],
  unsettled: [],
};
