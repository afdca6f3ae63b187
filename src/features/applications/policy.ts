import { type Day, parseDay } from '../../lib/days.ts';
import { isEmailAddress, isPhone, isPostalCode, normalisePhone } from '../../lib/identifiers.ts';
import { countLetters } from '../../lib/text.ts';
import { askedQuestions, brokenChecks, faultOf, isAnswered } from '../calls/form/answers.ts';
import type { QuestionKind } from '../calls/form/questions.ts';
import { askedOf } from './asked-of.ts';
import { isSectionOpen } from './corrections/policy.ts';
import { type Estimate, estimate } from './costs.ts';
import { fixedSections } from './paths.ts';
import type { DraftRules } from './rules.ts';
import { sectionOf } from './sections.ts';
import type { TypedActivity, Written } from './typed.ts';

/** Letters in a title and in a one-line field; a longer text is kept but cannot be submitted. */
export const titleLetters = 120;
export const lineLetters = 200;

/** Before the name of an answer: the place on its page where its versions stand. */
export const versionsOf = 'versions.';

/** One thing between a draft and its submission. */
export interface Missing {
  /** Code of the section it stands in. */
  readonly section: string;
  /** Path of the form field, `rows.2.price`. */
  readonly field: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /** Something is there and cannot stay as it is; otherwise nothing is there yet. */
  readonly wrong: boolean;
}

/** Everything that keeps a draft from being submitted, in the order of its sections; empty when it is complete. Of a correction only what its group may mend. */
export function whatIsMissing(draft: Written, rules: DraftRules): Missing[] {
  const missing = [
    ...unsettledAnswers(draft, rules),
    ...missingOfApplicant(draft, rules),
    ...missingAnswers(draft, rules),
    ...missingOfSchedule(draft, rules),
    ...missingOfCosts(draft, rules),
    ...missingConsents(draft, rules),
  ];
  return missing.filter(({ section }) => isSectionOpen(rules.asked, section));
}

type Facts = Readonly<Record<string, string | number>>;

/** Answers in two versions, of questions that are still asked for: what is sent is what its people chose, never what came first. */
function unsettledAnswers({ unsettled }: Written, { form }: DraftRules): Missing[] {
  return unsettled.flatMap((field) => {
    const section = sectionOf(form, field);
    return section === undefined
      ? []
      : [{ section, field: `${versionsOf}${field}`, code: 'two_versions', facts: {}, wrong: true }];
  });
}

function reporter(section: string) {
  const found: Missing[] = [];
  return {
    found,
    missing: (field: string, code: string, facts: Facts = {}) =>
      void found.push({ section, field, code, facts, wrong: false }),
    wrong: (field: string, code: string, facts: Facts = {}) =>
      void found.push({ section, field, code, facts, wrong: true }),
    /** A text that must be there and must not be longer than `most` letters. */
    required(field: string, text: string, code: string, most = lineLetters) {
      if (text === '') this.missing(field, code);
      else this.short(field, text, most);
    },
    short(field: string, text: string, most = lineLetters) {
      const letters = countLetters(text);
      if (letters > most) this.wrong(field, 'text_too_long', { letters, most, over: letters - most });
    },
  };
}

function missingOfApplicant({ applicant }: Written, rules: DraftRules): Missing[] {
  const at = reporter(fixedSections.applicant);
  const kind = applicant.applicantKind;
  if (kind === '') at.missing('applicantKind', 'kind_missing');
  else if (!rules.applicantKinds.some((row) => row.kind === kind)) at.wrong('applicantKind', 'kind_not_admitted');
  const asked = askedOf(kind);
  if (asked.name) at.required('name', applicant.name, 'name_missing');
  else at.short('name', applicant.name);
  at.required('leaderName', applicant.leaderName, 'leader_missing');
  if (applicant.email === '' && rules.needsEmail) at.missing('email', 'email_missing');
  else if (applicant.email !== '' && !isEmailAddress(applicant.email)) at.wrong('email', 'email_wrong');
  if (applicant.phone === '') at.missing('phone', 'phone_missing');
  else if (!isPhone(normalisePhone(applicant.phone))) at.wrong('phone', 'phone_wrong');
  at.required('street', applicant.street, 'street_missing');
  if (applicant.postalCode === '') at.missing('postalCode', 'postal_code_missing');
  else if (!isPostalCode(applicant.postalCode)) at.wrong('postalCode', 'postal_code_wrong');
  at.required('city', applicant.city, 'city_missing');
  if (asked.isRegisterRequired) {
    if (applicant.registerKind === '') at.missing('registerKind', 'register_kind_missing');
    if (applicant.registerKind === 'none') at.wrong('registerKind', 'register_none');
    else at.required('registerNumber', applicant.registerNumber, 'register_missing');
  }
  if (asked.members) {
    const members = membersIn(applicant.groupMembers);
    if (members === 0) at.missing('groupMembers', 'members_missing', { least: rules.minGroupSize });
    else if (members < rules.minGroupSize)
      at.wrong('groupMembers', 'members_too_few', { members, least: rules.minGroupSize });
    at.short('groupMembers', applicant.groupMembers, 5000);
  }
  if (asked.guardian) {
    at.required('guardianName', applicant.guardianName, 'guardian_missing');
    const lack = guardianLack(applicant, rules);
    if (lack !== null) at.missing('guardianConsent', lack);
  }
  return at.found;
}

/** A consent is of one guardian for one child: with another name in its place it is somebody else's. */
function guardianLack(
  { guardianName, leaderName }: Written['applicant'],
  { guardianConsent }: DraftRules,
): 'guardian_consent_missing' | 'guardian_consent_renamed' | null {
  if (guardianConsent === null) return null;
  const { given } = guardianConsent;
  if (given === null) return 'guardian_consent_missing';
  return given.guardianName === guardianName && given.childName === leaderName ? null : 'guardian_consent_renamed';
}

/** Persons named one a line, or parted by commas. */
export function membersIn(text: string): number {
  return text.split(/[\n,;]/).filter((name) => /\p{L}/u.test(name)).length;
}

const missingCodes: Partial<Readonly<Record<QuestionKind, string>>> = {
  choice: 'choice_missing',
  many: 'choice_missing',
  statement: 'statement_missing',
  table: 'rows_missing',
  file: 'question_file_missing',
};

function missingAnswers(draft: Written, rules: DraftRules): Missing[] {
  const asked = askedQuestions(rules.form, draft.answers);
  const broken = brokenChecks(rules.form, draft.answers);
  return rules.form.sections.flatMap((section, index) => {
    const at = reporter(section.code);
    if (index === 0) at.required('title', draft.title, 'title_missing', titleLetters);
    for (const question of section.questions.filter(({ code }) => asked.has(code))) {
      const text = draft.answers[question.code] ?? '';
      const field = `answers.${question.code}`;
      if (isAnswered(question, text)) {
        const fault = faultOf(question, text, rules.realisation);
        if (fault !== undefined) at.wrong(field, fault.code, fault.facts);
      } else if (!question.optional) at.missing(field, missingCodes[question.kind] ?? 'answer_missing');
      for (const { text: said } of broken.filter(({ left }) => left === question.code))
        at.wrong(field, 'check_broken', { said });
    }
    return at.found;
  });
}

function missingOfSchedule({ schedule }: Written, { realisation }: DraftRules): Missing[] {
  const at = reporter(fixedSections.schedule);
  if (schedule.length === 0) at.missing('rows.0.activity', 'schedule_missing');
  schedule.forEach((row, index) => {
    const field = (name: keyof TypedActivity) => `rows.${index}.${name}`;
    at.required(field('activity'), row.activity, 'activity_missing', 500);
    const starts = readDayAt(at, field('starts'), row.starts);
    const ends = row.ends === '' ? starts : readDayAt(at, field('ends'), row.ends);
    at.required(field('place'), row.place, 'place_missing');
    if (starts !== null && realisation.firstOn !== null && starts < realisation.firstOn) {
      at.wrong(field('starts'), 'before_realisation', { on: realisation.firstOn });
    }
    if (ends !== null && starts !== null && ends < starts) at.wrong(field('ends'), 'ends_before_start');
    else if (ends !== null && realisation.lastOn !== null && ends > realisation.lastOn) {
      at.wrong(field(row.ends === '' ? 'starts' : 'ends'), 'after_realisation', { on: realisation.lastOn });
    }
  });
  return at.found;
}

function readDayAt(at: ReturnType<typeof reporter>, field: string, text: string): Day | null {
  const read = parseDay(text);
  if (read.ok) return read.value;
  (text === '' ? at.missing : at.wrong)(field, read.code);
  return null;
}

function missingOfCosts(draft: Written, rules: DraftRules): Missing[] {
  const at = reporter(fixedSections.costs);
  const counted = estimate(draft.costs, rules.categories);
  if (draft.costs.length === 0) at.missing('rows.0.name', 'costs_missing');
  draft.costs.forEach((row, index) => {
    const priced = counted.rows[index];
    const field = (name: keyof typeof row) => `rows.${index}.${name}`;
    at.required(field('name'), row.name, 'cost_name_missing', 300);
    if (priced?.category === undefined) at.missing(field('category'), 'category_missing');
    if (priced && !priced.quantity.ok)
      (row.quantity === '' ? at.missing : at.wrong)(field('quantity'), priced.quantity.code);
    at.required(field('unit'), row.unit, 'unit_missing', 40);
    if (priced && !priced.price.ok) (row.price === '' ? at.missing : at.wrong)(field('price'), priced.price.code);
    const most = priced?.category?.unitThreshold ?? null;
    if (priced?.price.ok && most !== null && priced.price.value > most)
      at.wrong(field('price'), 'price_above_threshold', { most, category: priced.category?.name ?? '' });
  });
  const broken = draft.costs.length === 0 ? [] : brokenLimits(counted, rules);
  // A sum that is still too small is work not finished, not a mistake.
  for (const { code, facts } of broken) (code === 'total_below' ? at.missing : at.wrong)('limits', code, facts);
  return at.found;
}

export interface BrokenLimit {
  readonly code: 'total_below' | 'total_above' | 'cap_exceeded';
  readonly facts: Facts;
}

/** Limits of the rules that the estimate breaks; judged over the rows that can be counted. Amounts in grosze. */
export function brokenLimits(counted: Estimate, { minGrosze, maxGrosze }: DraftRules): BrokenLimit[] {
  const { total, caps } = counted;
  const below: BrokenLimit[] =
    total < minGrosze && counted.counted === counted.rows.length
      ? [{ code: 'total_below', facts: { total, min: minGrosze, gap: minGrosze - total } }]
      : [];
  const above: BrokenLimit[] =
    total > maxGrosze ? [{ code: 'total_above', facts: { total, max: maxGrosze, over: total - maxGrosze } }] : [];
  const exceeded = caps
    .filter((cap) => cap.exceeded)
    .map(
      ({ category, amount, aim }): BrokenLimit => ({
        code: 'cap_exceeded',
        facts: {
          category: category.name,
          percent: category.capPercent ?? 0,
          amount,
          aim,
          over: amount - aim,
        },
      }),
    );
  return [...below, ...above, ...exceeded];
}

function missingConsents({ consents }: Written, { form }: DraftRules): Missing[] {
  const at = reporter(fixedSections.consents);
  for (const consent of form.consents)
    if (!consents.includes(consent.code)) at.missing(`given.${consent.code}`, 'consent_missing');
  return at.found;
}
