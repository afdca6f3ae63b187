import type { Deps } from '../../../deps.ts';
import { refused } from '../../../lib/result.ts';
import { absent, redirect, redirectWithSession } from '../../../web/answer.ts';
import { rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { startDraft } from '../commands/start.ts';
import { startForm } from '../forms.ts';
import { startPage } from '../pages/start.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { prefillTexts } from '../prefill/texts.ts';
import { flashes } from '../texts/pages.ts';
import { applicationRefusals } from '../texts.ts';

/** An address, who applies, and one is writing. */
export function startRoutes(web: Web, deps: Deps): void {
  web.page(applicationPaths.start, 'public', (visit) =>
    startPage(deps, visit, visit.query['nabor'] ?? '', visit.query['kto'] ?? ''),
  );

  web.submit(applicationPaths.start, 'public', {
    form: startForm,
    refusals: applicationRefusals,
    again: (visit, _errors, raw) => startPage(deps, visit, rawText(raw, 'callId'), rawText(raw, 'chosen'), raw),
    run: (visit, { callId, kind, from, email = '' }) => {
      if (visit.actor.kind === 'visitor' && email === '') return refused('email_missing', { field: 'email' });
      const started = startDraft(deps, visit.actor, { callId, kind, from, email, userAgent: visit.userAgent });
      if (!started.ok) return started.code === 'absent' ? absent : started;
      const { applicationId, session } = started.value;
      const first = applicationPaths.sectionOf(applicationId, fixedSections.applicant);
      return session === undefined
        ? redirect(first, from > 0 ? prefillTexts.started : flashes.started)
        : redirectWithSession(first, session, flashes.started);
    },
  });
}
