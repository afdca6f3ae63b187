import { type Day, parseDay } from '../../lib/days.ts';
import { normaliseEmail } from '../../lib/identifiers.ts';
import { askedQuestions } from '../calls/form/answers.ts';
import { languageOf, type Question } from '../calls/form/questions.ts';
import { answerWords } from '../calls/form/words.ts';
import { applicantKindNames } from '../calls/texts.ts';
import { askedOf } from './asked-of.ts';
import type { SubmittedContent } from './content.ts';
import { estimate } from './costs.ts';
import type { Draft } from './drafts.ts';
import { payBasisOf } from './pay/basis.ts';
import { labelled } from './question-files/labels.ts';
import type { DraftRules } from './rules.ts';

/** What a complete draft becomes when it is sent: names beside codes, so that it can be read when forms and categories have changed. */
export function freeze(draft: Draft, rules: DraftRules): SubmittedContent {
  const counted = estimate(draft.costs, rules.categories);
  const asked = askedQuestions(rules.form, draft.answers);
  return {
    title: draft.title,
    applicant: freezeApplicant(draft),
    answers: rules.form.sections.flatMap((section) =>
      section.questions
        .filter(({ code }) => asked.has(code))
        .map((question) => ({
          ...{ code: question.code, section: section.title, label: question.label },
          text: answerWords(question, draft.answers[question.code] ?? ''),
          ...frozenLanguage(question),
        }))
        .filter((answer) => answer.text !== ''),
    ),
    schedule: draft.schedule.map(({ activity, starts, ends, place }) => ({
      activity,
      startsOn: readDay(starts),
      endsOn: readDay(ends || starts),
      place,
    })),
    costs: draft.costs.map(({ name, unit, payBasis }, index) => {
      const priced = counted.rows[index];
      if (!priced?.category || !priced.quantity.ok || !priced.price.ok || priced.value === null)
        throw new Error('A draft with an uncounted cost was to be sent');
      const { category, quantity, price, value } = priced;
      const basis = payBasisOf({ payBasis }, category);
      return {
        name,
        categoryId: category.id,
        categoryName: category.name,
        quantity: quantity.value,
        unit,
        price: price.value,
        value,
        ...(basis === null ? {} : { payBasis: basis }),
      };
    }),
    requestedGrosze: counted.total,
    consents: rules.form.consents
      .filter(({ code }) => draft.consents.includes(code))
      .map(({ code, text }) => ({ code, text })),
    attachments: labelled(draft.attachments, rules.form).map(({ fileId, label, name, size, sha256, question }) => ({
      ...{ fileId, label, name, size, sha256 },
      ...(question === '' ? {} : { question }),
    })),
  };
}

/** Absent of an answer in the form's own language, so that it is frozen as it was before languages were asked. */
function frozenLanguage(question: Question) {
  const language = languageOf(question);
  return language === undefined ? {} : { language };
}

function freezeApplicant({ applicant }: Draft): SubmittedContent['applicant'] {
  const { applicantKind: kind, leaderName, registerKind, registerNumber, groupMembers, guardianName } = applicant;
  const asked = askedOf(kind);
  if (kind === '') throw new Error('A draft without an applicant was to be sent');
  return {
    kind,
    kindName: applicantKindNames[kind],
    name: applicant.name || leaderName,
    leaderName,
    email: normaliseEmail(applicant.email),
    phone: applicant.phone,
    address: `${applicant.street}, ${applicant.postalCode} ${applicant.city}`,
    // A field another kind of applicant fills in may hold text from before the kind was changed.
    registerKind: asked.register ? registerKind : '',
    registerNumber: asked.register ? registerNumber : '',
    groupMembers: asked.members ? groupMembers : '',
    guardianName: asked.guardian ? guardianName : '',
  };
}

function readDay(text: string): Day {
  const read = parseDay(text);
  if (!read.ok) throw new Error('A draft with an unreadable day was to be sent');
  return read.value;
}
