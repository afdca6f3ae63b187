import type { Deps } from '../../deps.ts';
import { type Actor, hasAnyRole } from '../../lib/actor.ts';
import { warsawDay } from '../../lib/days.ts';
import { refused } from '../../lib/result.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import { saveOrganisation } from './commands.ts';
import { organisationForm } from './forms.ts';
import { organisationPaths } from './paths.ts';
import { readFunder, readOrganisation } from './queries.ts';
import { fieldsShown } from './reading.ts';
import { fieldTexts, labels, nothingThere, saved, titles } from './texts.ts';

/** The institution's own data, edited by staff, and the three pages that every visitor can read about it. */
export function organisationRoutes(web: Web, deps: Deps): void {
  web.page(organisationPaths.edit, ['administrator', 'coordinator', 'inspector'], (visit) =>
    editPage(deps, visit.actor),
  );

  web.submit(organisationPaths.edit, ['administrator', 'coordinator'], {
    form: organisationForm,
    again: (visit, _errors, raw) => (maySave(visit.actor) ? editPage(deps, visit.actor, raw) : absent),
    run(visit, { version, ...text }) {
      if (!maySave(visit.actor)) return absent;
      if (text.accessibilityReviewedOn !== null && text.accessibilityReviewedOn > warsawDay(visit.now)) {
        return refused('day_ahead', { fields: { accessibilityReviewedOn: fieldTexts.dayAhead } });
      }
      const done = saveOrganisation(deps, visit.actor, { version, text });
      return done.ok ? redirect(organisationPaths.edit, saved) : done;
    },
  });

  web.page(organisationPaths.accessibility, 'public', () => {
    const organisation = readOrganisation(deps.db);
    const dates = { publishedOn: warsawDay(organisation.createdAt), updatedOn: warsawDay(organisation.updatedAt) };
    return view('organisation/accessibility', titles.accessibility, { organisation, ...dates, url: deps.publicUrl });
  });

  web.page(organisationPaths.privacy, 'public', () => {
    const data = { organisation: readOrganisation(deps.db), funder: readFunder(deps.db) ?? '' };
    return view('organisation/privacy', titles.privacy, data);
  });

  web.page(organisationPaths.help, 'public', ({ actor }) =>
    view('organisation/help', titles.help, {
      organisation: readOrganisation(deps.db),
      isStaff: hasAnyRole(actor, ['administrator', 'coordinator']),
    }),
  );
}

/** The institution is every call's: a role held for one of them does not change it. */
function maySave(actor: Actor): boolean {
  return hasAnyRole(actor, ['administrator', 'coordinator'], null);
}

/** Empty after opening; with what was typed after a refusal, and what stands stored where somebody else has changed it meanwhile. */
function editPage(deps: Deps, actor: Actor, raw?: RawBody): Answer {
  const { version, ...stored } = readOrganisation(deps.db);
  const fields = Object.keys(labels) as (keyof typeof labels)[];
  const typed = Object.fromEntries(
    fields.map((field) => [field, raw === undefined ? (stored[field] ?? '') : rawText(raw, field)]),
  );
  const isStale = raw !== undefined && rawText(raw, 'version') !== String(version);
  const differing = fields.filter((field) => isStale && typed[field] !== (stored[field] ?? ''));
  const storedNow = differing.map((field) => ({ label: labels[field], value: stored[field] || nothingThere }));
  return view('organisation/edit', titles.edit, {
    typed,
    labels,
    version,
    storedNow,
    maySave: maySave(actor),
    shown: fieldsShown(stored),
    seesPeople: hasAnyRole(actor, ['administrator', 'inspector']),
  });
}
