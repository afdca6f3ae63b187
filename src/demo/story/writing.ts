import { beginAmendment } from '../../features/applications/amendments/commands.ts';
import { openAmendment } from '../../features/applications/amendments/copies.ts';
import { marksOf } from '../../features/applications/answers/fields.ts';
import { addAttachments } from '../../features/applications/commands/attach.ts';
import { saveSection } from '../../features/applications/commands/save.ts';
import { startDraft } from '../../features/applications/commands/start.ts';
import { submitApplication } from '../../features/applications/commands/submit.ts';
import { readDraft } from '../../features/applications/drafts.ts';
import { fixedSections } from '../../features/applications/paths.ts';
import { readDraftRules } from '../../features/applications/rules.ts';
import { storedAs, type TypedSection } from '../../features/applications/typed.ts';
import { readCategories } from '../../features/calls/criteria.ts';
import { type Happening, happening, type PersonActor } from '../happening.ts';
import type { Scene } from '../scene.ts';
import { cast } from './cast.ts';
import type { Amendment, CostRow, Group, GroupAttachment, Sitting } from './groups/group.ts';

/** Everything a group does with its application until it is sent. */
export function writing(group: Group): Happening[] {
  const { leader, kind, begunAt, sittings, attachments, sentAt } = group;
  return [
    happening(begunAt, leader, `begins „${group.title}”`, ({ deps, callId }, actor) =>
      startDraft(deps, actor, { callId: callId(), kind, email: cast[leader].email, userAgent: '' }),
    ),
    ...sittings.map((sitting) =>
      happening(sitting.at, leader, `writes „${group.title}”`, (scene, actor) =>
        sit(scene, actor, scene.application(leader), group, sitting),
      ),
    ),
    ...attachments.map((attachment) =>
      happening(attachment.at, leader, `attaches ${attachment.fileName}`, (scene, actor) =>
        attach(scene, actor, leader, attachment),
      ),
    ),
    ...(sentAt === null ? [] : [sending(group, sentAt)]),
    ...[group.amendment, group.correction].flatMap((said) => (said === undefined ? [] : amending(group, said))),
  ];
}

/** The group says something otherwise, in a copy, and sends it in the place of what it sent. */
function amending(group: Group, { begunAt, sections, answers, schedule, sentAt }: Amendment): Happening[] {
  const { leader, title } = group;
  return [
    happening(begunAt, leader, `begins to change „${title}”`, ({ deps, application }, actor) =>
      beginAmendment(deps, actor, application(leader)),
    ),
    happening(sentAt, leader, `sends „${title}” changed`, (scene, actor) => {
      const { db } = scene.deps;
      const applicationId = openAmendment(db, scene.application(leader))?.copyId ?? 0;
      const changed = { ...group, answers: { ...group.answers, ...answers }, schedule: schedule ?? group.schedule };
      const refused = sit(scene, actor, applicationId, changed, { at: sentAt, sections });
      const revision = readDraft(db, applicationId)?.revision ?? 0;
      return refused ?? submitApplication(scene.deps, actor, { applicationId, revision });
    }),
  ];
}

function sending({ leader, title }: Group, at: string): Happening {
  return happening(at, leader, `sends „${title}”`, ({ deps, application }, actor) => {
    const applicationId = application(leader);
    const revision = readDraft(deps.db, applicationId)?.revision ?? 0;
    return submitApplication(deps, actor, { applicationId, revision });
  });
}

/** Saves the sections of one sitting in their order, each over what stands there; gives the first refusal. */
function sit({ deps }: Scene, actor: PersonActor, applicationId: number, group: Group, sitting: Sitting) {
  const page = `${group.leader} ${sitting.at}`;
  const before = readDraft(deps.db, applicationId);
  const outcomes = sitting.sections.map((section) => {
    const typed = sectionOf(deps, applicationId, section, { ...group, costs: sitting.costs ?? group.costs });
    const seen = before === undefined ? {} : marksOf(storedAs(before, typed));
    return saveSection(deps, actor, { applicationId, section, seen, page, step: 0, isAutosave: false, typed });
  });
  return outcomes.find(({ ok }) => !ok);
}

function sectionOf(deps: Scene['deps'], applicationId: number, section: string, group: Group): TypedSection {
  const draft = readDraft(deps.db, applicationId);
  if (draft === undefined) throw new Error(`${group.leader} has not begun`);
  const { form } = readDraftRules(deps.db, draft).rules;
  if (section === fixedSections.applicant)
    return { kind: 'applicant', ...draft.applicant, leaderName: cast[group.leader].name, ...group.applicant };
  if (section === fixedSections.schedule) {
    const rows = group.schedule.map(([activity, starts, ends, place]) => ({ activity, starts, ends, place }));
    return { kind: 'schedule', rows };
  }
  if (section === fixedSections.costs) return costsOf(deps, draft.callId, group.costs);
  if (section === fixedSections.consents)
    return { kind: 'consents', given: form.consents.map(({ code }) => code).sort() };
  const index = form.sections.findIndex(({ code }) => code === section);
  const answers = form.sections[index]?.questions.map(({ code }) => [code, group.answers[code] ?? '']);
  if (answers === undefined) throw new Error(`The form has no section ${section}`);
  return { kind: 'questions', title: index === 0 ? group.title : null, answers: Object.fromEntries(answers) };
}

function costsOf({ db }: Scene['deps'], callId: number, costs: readonly CostRow[]): TypedSection {
  const categories = readCategories(db, callId);
  const rows = costs.map(([code, name, quantity, unit, price, payBasis = '']) => {
    const category = String(categories.find((one) => one.code === code)?.id ?? '');
    return { name, category, quantity, unit, price, payBasis };
  });
  return { kind: 'costs', rows };
}

async function attach(
  scene: Scene,
  actor: PersonActor,
  leader: Group['leader'],
  { label, fileName, title, draw }: GroupAttachment,
) {
  const blob = await scene.pdf(title, draw);
  const files = [{ field: 'file', name: fileName, blob }];
  return addAttachments(scene.deps, actor, { applicationId: scene.application(leader), label, files });
}
