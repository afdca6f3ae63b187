import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../lib/result.ts';
import { type Answer, absent, json, redirect, view } from '../../../web/answer.ts';
import { type FieldErrors, type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import type { Choice } from '../answers/settle.ts';
import { attachmentLimitBytes } from '../commands/attach.ts';
import { takeNewForm } from '../commands/form.ts';
import { type SectionToSave, saveSection } from '../commands/save.ts';
import { nothingAsked, readCostRows, readSeen, readTyped, sectionForm } from '../forms.ts';
import { estimateOf } from '../pages/estimate.ts';
import { homePage } from '../pages/home.ts';
import { editingOf, sectionNamed, writingOf } from '../pages/open.ts';
import type { Wrong } from '../pages/rows.ts';
import { sectionPage } from '../pages/section.ts';
import type { Writing } from '../pages/writing.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { whatIsMissing } from '../policy.ts';
import { takeFiles } from '../question-files/taking.ts';
import type { Section } from '../sections.ts';
import { fieldText } from '../texts/missing.ts';
import { flashes, savedTime } from '../texts/pages.ts';
import { applicationRefusals } from '../texts.ts';
import { storedAs, type TypedSection, withTyped } from '../typed.ts';

/** The sections people write in; attachments and the last one have routes of their own. */
export function sectionRoutes(web: Web, deps: Deps): void {
  web.page(applicationPaths.section, 'signed_in', (visit) => {
    editingOf(deps, visit);
    const { writing, section, typed } = openSection(deps, visit, {});
    return sectionPage(deps, visit, writing, section, { typed: storedAs(writing.draft, typed) });
  });

  web.submit(applicationPaths.section, 'signed_in', {
    form: sectionForm,
    refusals: applicationRefusals,
    again: (visit, errors, raw) => againPage(deps, visit, errors, raw),
    fileLimitBytes: attachmentLimitBytes,
    keepFiles: (visit, _sent, raw) => {
      const { writing, section } = openSection(deps, visit, raw);
      return visit.files.length > 0 && takeFiles(deps, visit, filesOf(writing, section), raw).ok;
    },
    run: (visit, sent, raw) => {
      const { writing, section, typed } = openSection(deps, visit, raw);
      // Files first: refused, nothing is saved and all of it stands on the page; taken, a repeated sending makes no double.
      const taken = takeFiles(deps, visit, filesOf(writing, section), raw);
      if (!taken.ok) return refusedOrAbsent(taken);
      const saved = save(deps, visit, { writing, section, typed }, { ...sent, isAutosave: false });
      if (!saved.ok) return refusedOrAbsent(saved);
      const next = nextAddress(writing, section, typed, raw);
      const here = applicationPaths.sectionOf(writing.draft.id, section.code);
      const [unsettled] = [...saved.value.differing, ...(sent.choice === undefined ? [] : ['chosen'])];
      if (unsettled === undefined) return redirect(next, flashes.saved);
      if (saved.value.isChosen) return redirect(here, flashes.chosen);
      return redirect(`${here}#wersje`, sent.choice ? flashes.notChosen : flashes.differing);
    },
  });

  web.submit(applicationPaths.autosave, 'signed_in', {
    form: sectionForm,
    refusals: applicationRefusals,
    once: false,
    again: (visit, errors, raw) => againPage(deps, visit, errors, raw),
    run: (visit, sent, raw) => {
      const saved = save(deps, visit, openSection(deps, visit, raw), { ...sent, isAutosave: true });
      if (!saved.ok) return refusedOrAbsent(saved);
      const { savedAt, seen, differing } = saved.value;
      return json({ saved: savedTime(savedAt), seen: JSON.stringify(seen), differs: differing.length > 0 });
    },
  });

  web.submit(applicationPaths.newForm, 'signed_in', {
    form: nothingAsked,
    refusals: applicationRefusals,
    again: (visit) => homePage(deps, visit),
    run: (visit) => {
      const taken = takeNewForm(deps, visit.actor, { applicationId: visit.id() });
      return taken.ok ? redirect(applicationPaths.showOf(visit.id()), flashes.formTaken) : refusedOrAbsent(taken);
    },
  });

  web.submit(applicationPaths.sums, 'signed_in', {
    form: sectionForm,
    once: false,
    again: (visit, _errors, raw) => sumsOf(deps, visit, raw),
    run: (visit, _input, raw) => sumsOf(deps, visit, raw),
  });
}

type Sent = Pick<SectionToSave, 'seen' | 'page' | 'step' | 'isAutosave'> & { readonly choice?: Choice | undefined };

function save(deps: Deps, visit: Visit, { writing, section, typed }: OpenSection, { choice, ...sent }: Sent) {
  const { seen, page, step, isAutosave } = sent;
  return saveSection(deps, visit.actor, {
    ...{ applicationId: writing.draft.id, section: section.code, typed, seen, page, step, isAutosave },
    ...(choice === undefined || isAutosave ? {} : { choice }),
  });
}

/** The page as it was sent, over what its writer saw. */
function againPage(deps: Deps, visit: Visit, errors: FieldErrors, raw: RawBody): Answer {
  const { writing, section, typed } = openSection(deps, visit, raw);
  return sectionPage(deps, visit, writing, section, { typed, errors, seen: readSeen(rawText(raw, 'seen')) });
}

interface OpenSection {
  readonly writing: Writing;
  readonly section: Section;
  readonly typed: TypedSection;
}

function openSection(deps: Deps, visit: Visit, raw: RawBody): OpenSection {
  const writing = writingOf(deps, visit);
  const section = sectionNamed(writing, visit.param('code'));
  const typed = readTyped(section, writing.rules.form, writing.draft, raw);
  if (typed === undefined) throw new Stop(absent);
  return { writing, section, typed };
}

function filesOf({ draft, rules }: Writing, { code }: Section) {
  return { applicationId: draft.id, section: rules.form.sections.find((one) => one.code === code) };
}

function refusedOrAbsent(refusal: Refusal): Answer | Refusal {
  return refusal.code === 'absent' ? absent : refusal;
}

/** After saving: on to the next section, unless a button asked to stay or something typed cannot be read. */
function nextAddress({ draft, rules, sections }: Writing, section: Section, typed: TypedSection, raw: RawBody): string {
  const here = applicationPaths.sectionOf(draft.id, section.code);
  if (rawText(raw, 'add') !== '') return `${here}?pozycja=nowa#rows-${'rows' in typed ? typed.rows.length : 0}`;
  if (['remove', 'stay', 'detach'].some((name) => rawText(raw, name) !== '')) return here;
  const wrong = whatIsMissing(withTyped(draft, typed), rules).some(
    (one) => one.section === section.code && one.wrong && one.field !== 'limits',
  );
  const next = sections[sections.indexOf(section) + 1];
  return wrong || next === undefined ? here : applicationPaths.sectionOf(draft.id, next.code);
}

/** The estimate worked out anew from what stands in the fields, nothing saved. */
function sumsOf(deps: Deps, visit: Visit, raw: RawBody): Answer {
  const writing = writingOf(deps, visit);
  // Without script the sums come with „Przelicz”, which saves.
  if (!visit.isFragment) return redirect(applicationPaths.sectionOf(writing.draft.id, fixedSections.costs));
  const rows = readCostRows(raw);
  const missing = whatIsMissing({ ...writing.draft, costs: rows }, writing.rules).filter(
    (one) => one.section === fixedSections.costs && one.wrong,
  );
  const wrong: Wrong = Object.fromEntries(missing.map((one) => [one.field, fieldText(one)]));
  return view(
    'applications/estimate',
    '',
    { estimate: estimateOf(writing, rows, wrong) },
    { fragment: 'applications/estimate' },
  );
}
