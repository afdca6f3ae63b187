import { formatNumber, formatQuantity } from '../../../lib/money.ts';
import { noOrphans } from '../../../lib/polish.ts';
import { dateRange } from '../../../lib/polish-dates.ts';
import { askedQuestions } from '../../calls/form/answers.ts';
import { languageOf } from '../../calls/form/questions.ts';
import { type ShownStatement, shownStatement } from '../../calls/form/statements.ts';
import { answerWords } from '../../calls/form/words.ts';
import { applicantKindNames } from '../../calls/texts.ts';
import type { SubmittedContent } from '../content.ts';
import { isSectionOpen } from '../corrections/policy.ts';
import { estimate } from '../costs.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { payBasisOf } from '../pay/basis.ts';
import { payWords } from '../pay/texts.ts';
import { labelled } from '../question-files/labels.ts';
import { registerText } from '../registers/texts.ts';
import { sectionsOf } from '../sections.ts';
import { applicantLabels } from '../texts/pages.ts';
import type { Writing } from './writing.ts';

/** An application to read, frozen or still in writing. `edit` leads to the section a part is written in; '' where nothing can be changed. */
export interface ShownContent {
  readonly applicant: {
    readonly edit: string;
    readonly items: readonly { readonly label: string; readonly value: string }[];
  };
  readonly answers: readonly {
    readonly edit: string;
    readonly title: string;
    /** `lang`: of the words; '' where it is the page's. */
    readonly items: readonly { readonly label: string; readonly text: string; readonly lang: string }[];
  }[];
  readonly schedule: {
    readonly edit: string;
    readonly rows: readonly { readonly when: string; readonly activity: string; readonly place: string }[];
  };
  readonly costs: { readonly edit: string; readonly rows: readonly ShownCost[]; readonly total: number };
  readonly attachments: {
    readonly edit: string;
    readonly items: readonly {
      readonly label: string;
      readonly href: string;
      readonly name: string;
      readonly size: number;
    }[];
  };
  readonly consents: { readonly edit: string; readonly items: readonly ShownStatement[] };
}

interface ShownCost {
  readonly name: string;
  readonly category: string;
  /** Which sum for work it is; '' of another cost. */
  readonly pay: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly value: string;
}

/** Address a file is served under. */
export function fileHref(fileId: number): string {
  return `/pliki/${fileId}`;
}

export function shownContent(content: SubmittedContent): ShownContent {
  const titles = [...new Set(content.answers.map((answer) => answer.section))];
  return {
    applicant: {
      edit: '',
      items: applicantItems({ ...content.applicant, registerNumber: registerText(content.applicant) }),
    },
    answers: titles.map((title) => ({
      edit: '',
      title,
      items: content.answers
        .filter((answer) => answer.section === title)
        .map(({ label, text, language = '' }) => ({ label: noOrphans(label), text, lang: language })),
    })),
    schedule: {
      edit: '',
      rows: content.schedule.map(({ startsOn, endsOn, activity, place }) => ({
        when: dateRange(startsOn, endsOn),
        activity,
        place,
      })),
    },
    costs: {
      edit: '',
      total: content.requestedGrosze,
      rows: content.costs.map(({ name, categoryName, quantity, unit, price, value, payBasis }) => ({
        name,
        category: categoryName,
        pay: payWords(payBasis),
        quantity: formatQuantity(quantity),
        unit,
        price: formatNumber(price),
        value: formatNumber(value),
      })),
    },
    attachments: {
      edit: '',
      items: content.attachments.map(({ fileId, label, name, size }) => ({
        label: label || name,
        href: fileHref(fileId),
        name,
        size,
      })),
    },
    consents: { edit: '', items: content.consents.map(({ text }) => shownStatement(text)) },
  };
}

type ApplicantTexts = Pick<
  SubmittedContent['applicant'],
  | 'kindName'
  | 'name'
  | 'leaderName'
  | 'email'
  | 'phone'
  | 'address'
  | 'registerNumber'
  | 'groupMembers'
  | 'guardianName'
>;

function applicantItems(applicant: ApplicantTexts) {
  const names = Object.keys(applicantLabels) as (keyof typeof applicantLabels)[];
  return names
    .map((name) => ({
      label: applicantLabels[name],
      value: name === 'groupMembers' ? oneLine(applicant[name]) : applicant[name],
    }))
    .filter(({ value }) => value !== '');
}

function oneLine(names: string): string {
  return names
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean)
    .join(', ');
}

/** A draft as it would be read now: what is not there yet is left out, what cannot be counted stands as typed. */
export function shownDraft({ draft, rules }: Writing): ShownContent {
  const edit = (code: string) => (isSectionOpen(rules.asked, code) ? applicationPaths.sectionOf(draft.id, code) : '');
  const { applicantKind, street, postalCode, city, ...applicant } = draft.applicant;
  const counted = estimate(draft.costs, rules.categories);
  const asked = sectionsOf(rules.form).filter((section) => section.kind === 'questions');
  const toAsk = askedQuestions(rules.form, draft.answers);
  return {
    applicant: {
      edit: edit(fixedSections.applicant),
      items: applicantItems({
        ...applicant,
        registerNumber: registerText(applicant),
        kindName: applicantKind === '' ? '' : applicantKindNames[applicantKind],
        address: [street, `${postalCode} ${city}`.trim()].filter(Boolean).join(', '),
      }),
    },
    answers: asked.map((section) => ({
      edit: edit(section.code),
      title: section.title ?? '',
      items: (rules.form.sections.find((one) => one.code === section.code)?.questions ?? [])
        .filter(({ code }) => toAsk.has(code))
        .map((question) => ({
          label: noOrphans(question.label),
          text: answerWords(question, draft.answers[question.code] ?? ''),
          lang: languageOf(question) ?? '',
        }))
        .filter(({ text }) => text !== ''),
    })),
    schedule: {
      edit: edit(fixedSections.schedule),
      rows: draft.schedule.map(({ starts, ends, activity, place }) => ({
        when: [starts, ends].filter(Boolean).join(' – '),
        activity,
        place,
      })),
    },
    costs: {
      edit: edit(fixedSections.costs),
      total: counted.total,
      rows: draft.costs.map(({ name, quantity, unit, price, payBasis }, index) => {
        const { value = null, category } = counted.rows[index] ?? {};
        return {
          name,
          category: category?.name ?? '',
          pay: payWords(payBasisOf({ payBasis }, category)),
          quantity,
          unit,
          price,
          value: value === null ? '' : formatNumber(value),
        };
      }),
    },
    attachments: {
      edit: edit(fixedSections.attachments),
      items: labelled(draft.attachments, rules.form).map(({ fileId, label, name, size }) => ({
        label: label || name,
        href: fileHref(fileId),
        name,
        size,
      })),
    },
    consents: {
      edit: edit(fixedSections.consents),
      items: rules.form.consents
        .filter(({ code }) => draft.consents.includes(code))
        .map(({ text }) => shownStatement(text)),
    },
  };
}
