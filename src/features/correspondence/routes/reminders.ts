import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { letterReaders, letterSenders } from '../access.ts';
import { correspondencePaths, reminderPaths as paths } from '../paths.ts';
import { maySave, slugOf } from '../queries.ts';
import type { ReminderKind } from '../reminder-kinds.ts';
import { settingForm, summaryForm } from '../reminders/forms.ts';
import { lastSent, saveSetting, settingOf } from '../reminders/settings.ts';
import { chooseSummary, type SummaryOf, summaryReaders, wantsSummary, workingDayBefore } from '../reminders/summary.ts';
import { daysLabels, flashes, neverSent, refusals, shortName, switchNames, titles } from '../reminders/texts.ts';

/** What goes by the clock, as the rooms downstream define it. */
export interface Clockwork {
  readonly reminders: readonly ReminderKind[];
  readonly summaryOf: SummaryOf;
}

/** Reminders: which go, how many days before, what they say; and everybody's own summary. */
export function reminderRoutes(web: Web, deps: Deps, { reminders, summaryOf }: Clockwork): void {
  const list = (visit: Visit, typed?: Typed): Answer =>
    view('correspondence/reminders', titles.list, {
      maySave: maySave(visit.actor),
      kinds: reminders.map((kind) => shown(deps, kind, typed?.kind === kind ? typed.raw : undefined)),
      summary: paths.summary,
    });
  const asked = (visit: Visit): ReminderKind => {
    const kind = reminders.find(({ text }) => slugOf(text) === visit.param('rodzaj'));
    if (kind === undefined || !maySave(visit.actor)) throw new Stop(absent);
    return kind;
  };

  web.page(paths.list, letterReaders, (visit) => list(visit));

  web.submit(paths.kind, letterSenders, {
    form: settingForm,
    refusals,
    again: (visit, _errors, raw) => list(visit, { kind: asked(visit), raw }),
    run(visit, typed) {
      const saved = saveSetting(deps, visit.actor, asked(visit), typed);
      return saved.ok ? redirect(paths.list, flashes.saved) : saved;
    },
  });

  const summary = ({ actor }: Visit): Answer => {
    const person = personOf(actor);
    const { now } = deps.clock;
    const parts = summaryOf({ reader: deps.db, actor: person, now: now(), since: workingDayBefore(now()) });
    return view('correspondence/summary', titles.summary, {
      isWanted: wantsSummary(deps.db, person),
      parts,
      action: paths.summary,
    });
  };

  web.page(paths.summary, summaryReaders, summary);

  web.submit(paths.summary, summaryReaders, {
    form: summaryForm,
    again: summary,
    run(visit, { isWanted }) {
      chooseSummary(deps, visit.personId, isWanted);
      return redirect(paths.summary, isWanted ? flashes.summaryOn : flashes.summaryOff);
    },
  });
}

interface Typed {
  readonly kind: ReminderKind;
  readonly raw: RawBody;
}

/** One kind with its switch; after a refusal with what was typed. */
function shown(deps: Deps, kind: ReminderKind, sent?: RawBody) {
  const { isOn, days, version } = settingOf(deps.db, kind);
  // Over somebody else's newer setting nothing is typed any more: that one is shown.
  const raw = sent !== undefined && rawText(sent, 'version') === String(version) ? sent : undefined;
  const last = lastSent(deps.db, kind.text.kind);
  const slug = slugOf(kind.text);
  return {
    slug,
    name: shortName(kind.text.name),
    when: kind.text.when,
    to: kind.text.to,
    daysLabel: daysLabels[kind.side],
    days: raw === undefined ? days.join(', ') : rawText(raw, 'days'),
    isOn: raw === undefined ? isOn : rawText(raw, 'isOn') === 'tak',
    tag: isOn ? { text: switchNames.on, tone: 'ok' } : { text: switchNames.off, tone: 'draft' },
    version,
    isWrong: sent !== undefined,
    last: last === undefined ? neverSent : longDate(last.day),
    people: last?.people ?? 0,
    action: paths.kindOf(slug),
    textHref: correspondencePaths.textOf(slug),
  };
}

function personOf(actor: Actor): Extract<Actor, { kind: 'person' }> {
  if (actor.kind !== 'person') throw new Error('A summary is a person’s own');
  return actor;
}
