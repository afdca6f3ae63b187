import type { ShownContent } from './content.ts';

/** An application that its reader cannot change; without a session files are named and not opened. */
export function readOnly(content: ShownContent, opensFiles = true): ShownContent {
  const edit = '';
  const items = content.attachments.items.map((item) => (opensFiles ? item : { ...item, href: '' }));
  return {
    applicant: { ...content.applicant, edit },
    answers: content.answers.map((section) => ({ ...section, edit })),
    schedule: { ...content.schedule, edit },
    costs: { ...content.costs, edit },
    attachments: { edit, items },
    consents: { ...content.consents, edit },
  };
}
