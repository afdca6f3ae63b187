import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { readFormalCriteria, readMeritCriteria } from '../criteria.ts';
import { type Call, readApplicantKinds, readQuestions } from '../queries.ts';
import { applicantKindNames } from '../texts.ts';
import { readLacks } from './facts.ts';
import { checklist } from './lack-texts.ts';
import { setupPaths } from './paths.ts';
import { readSetUpCosts } from './queries.ts';
import { setupNotes, setupTitles } from './texts.ts';

/** Of the settings: what is missing before the announcement, and the pages of the set-up. */
export function setupPart(reader: Reader, call: Call, now: Instant, mayChange: boolean) {
  const isDraft = call.state === 'draft';
  const lacks = isDraft ? readLacks(reader, call, now) : [];
  return {
    list: setupPaths.list,
    isDraft,
    isReady: isDraft && lacks.every(({ isAdvice }) => isAdvice),
    lacks: checklist(lacks, call.id, mayChange),
    more: mayChange ? moreOf(reader, call) : [],
  };
}

/** The pages of settings, each with what stands there now. */
function moreOf(reader: Reader, call: Call) {
  const kinds = readApplicantKinds(reader, call.id).map(({ kind }) => applicantKindNames[kind].toLowerCase());
  const costs = readSetUpCosts(reader, call.id).filter(({ isEligible }) => isEligible).length;
  const formal = readFormalCriteria(reader, call.id).length;
  const merit = readMeritCriteria(reader, call.id);
  const weighted = merit.filter(({ isBonus }) => !isBonus).length;
  return [
    { name: setupTitles.about, href: setupPaths.aboutOf(call.id), note: `${call.code}/${call.year}` },
    { name: setupTitles.applicants, href: setupPaths.applicantsOf(call.id), note: kinds.join(', ') },
    {
      name: setupTitles.stages,
      href: setupPaths.stagesOf(call.id),
      note: setupNotes.stages(call.stages.length),
    },
    {
      name: setupTitles.costs,
      href: setupPaths.costsOf(call.id),
      note: setupNotes.costs(costs),
    },
    {
      name: setupTitles.formal,
      href: setupPaths.formalOf(call.id),
      note: setupNotes.criteria(formal),
    },
    {
      name: setupTitles.merit,
      href: setupPaths.meritOf(call.id),
      note: `${setupNotes.criteria(weighted)}, ${setupNotes.points(call.maxPoints)}`,
    },
    {
      name: setupTitles.faq,
      href: setupPaths.faqOf(call.id),
      note: setupNotes.questions(readQuestions(reader, call.id).length),
    },
  ];
}
