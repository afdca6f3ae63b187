import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { type Instant, warsawDay } from '../../../lib/days.ts';
import { done, type Result } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import type { Submitted } from '../../applications/content.ts';
import { type AskedCorrection, openCorrections, takeCorrectionsBack } from '../../applications/corrections/commands.ts';
import type { Correction } from '../../applications/corrections/policy.ts';
import { shownPoints } from '../../applications/corrections/shown.ts';
import { readDraft } from '../../applications/drafts.ts';
import { applicationPaths } from '../../applications/paths.ts';
import { readCall } from '../../calls/queries.ts';
import { untilText } from '../../calls/texts.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { readForChecking } from '../commands/save.ts';
import { correctionLetters, correctionsTitle } from './letters.ts';
import { letterPoint } from './texts.ts';

/**
 * The checker asks for corrections of named sections; whoever may write in the application gets a letter, its leader also on paper. Returns the deadline.
 * Refuses 'absent', 'own_application', 'not_in_this_state', and what `openCorrections` refuses.
 */
export function askForCorrections(deps: Deps, actor: Actor, asked: AskedCorrection): Result<Instant> {
  return deps.db.write((tx) => {
    const checked = readForChecking(tx, actor, asked.applicationId);
    if (!checked.ok) return checked;
    const opened = openCorrections(tx, deps, actor, asked);
    if (!opened.ok) return opened;
    tellAsked(tx, deps, checked.value.submitted, opened.value);
    return done(opened.value.untilAt);
  });
}

/** The checker does without: the group is told, and the application is checked as it stands. Refuses as `askForCorrections`, and 'corrections_not_open'. */
export function doWithoutCorrections(deps: Deps, actor: Actor, applicationId: number): Result {
  return deps.db.write((tx) => {
    const checked = readForChecking(tx, actor, applicationId);
    if (!checked.ok) return checked;
    const taken = takeCorrectionsBack(tx, deps, actor, applicationId);
    if (!taken.ok) return taken;
    const { submitted } = checked.value;
    for (const to of writersOf(tx, submitted.id))
      writeLetter(tx, deps, correctionLetters.corrections_taken_back, {
        to,
        fields: fieldsOf(tx, deps, submitted),
        about: { kind: 'application', id: submitted.id },
        uniqueKey: `corrections_taken_back:${taken.value.id}:${to.personId}`,
      });
    return done();
  });
}

function tellAsked(tx: Tx, deps: Deps, submitted: Submitted, correction: Correction): void {
  const draft = readDraft(tx, submitted.id);
  const points = draft === undefined ? [] : shownPoints(tx, draft, correction);
  const day = warsawDay(correction.untilAt);
  const fields = {
    ...fieldsOf(tx, deps, submitted),
    points: points.map(({ title, missing }) => letterPoint(title, missing)).join('\n'),
    until: untilText(correction.untilAt),
  };
  for (const to of writersOf(tx, submitted.id))
    writeLetter(tx, deps, correctionLetters.corrections_asked, {
      to,
      fields,
      about: { kind: 'application', id: submitted.id },
      uniqueKey: `corrections_asked:${correction.id}:${to.personId}`,
      event: {
        title: correctionsTitle(submitted.code),
        when: { firstDay: day, lastDay: day },
        url: fields.address,
      },
    });
}

function fieldsOf(reader: Reader, deps: Deps, { id, callId, code, title }: Submitted) {
  const organisation = readOrganisation(reader);
  return {
    organisationName: organisation.name,
    organisationPhone: organisation.phone,
    callTitle: readCall(reader, callId)?.title ?? '',
    number: code,
    title,
    address: deps.publicUrl + applicationPaths.showOf(id),
  };
}

/** The leader, whatever the way of letters, and co-authors with an address who may change the application. */
function writersOf(reader: Reader, applicationId: number) {
  return reader.all<{ personId: number; name: string; address: string }>(sql`
    select distinct p.id as personId, p.name, coalesce(p.email, '') as address from application_members m
      join people given on given.id = m.person_id join people p on p.id = coalesce(given.merged_into_id, given.id)
    where m.application_id = ${applicationId}
      and (m.role = 'leader' or (m.may in ('edit', 'submit') and p.email is not null and p.closed_at is null)) order by p.id`);
}
