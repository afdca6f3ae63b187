import type { SQL } from 'drizzle-orm';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import type { LetterKinds, ListedKind } from '../../mail/kinds.ts';
import { readLetterSettings } from '../../mail/letter-texts.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { letterReaders, letterSenders } from './access.ts';
import { callBackText, restoreText, saveSettings, saveText, sendTrial } from './commands.ts';
import { callBackForm, limits, restoreForm, settingsForm, textForm, typingForm } from './forms.ts';
import type { Registry } from './mailings/writing.ts';
import { correspondencePaths as paths } from './paths.ts';
import { kindBySlug, maySave } from './queries.ts';
import { mailingRoutes } from './routes/mailings.ts';
import { type Clockwork, reminderRoutes } from './routes/reminders.ts';
import { listed, type Said, type Typed, textPage } from './text-page.ts';
import { empty, flashes, refusals, settingsRefusals, titles, trialSent } from './texts.ts';

/** What the rooms downstream define: their kinds of letters, and whose letters an actor may open (a condition over the alias `l`). */
interface Collected extends Registry, Clockwork {
  readonly kinds: LetterKinds;
  readonly openLetters: (actor: Actor) => SQL;
}

/** The texts of letters, and what every letter has. */
export function correspondenceRoutes(web: Web, deps: Deps, { kinds, openLetters, ...registry }: Collected): void {
  mailingRoutes(web, deps, registry);
  reminderRoutes(web, deps, registry);

  const asked = (visit: Visit): ListedKind => {
    const kind = kindBySlug(kinds, visit.param('wzor'));
    if (kind === undefined) throw new Stop(absent);
    return kind;
  };
  const written = (visit: Visit): ListedKind => {
    if (!maySave(visit.actor)) throw new Stop(absent);
    return asked(visit);
  };
  /** The page, or for a live preview the letter alone. */
  const page = (visit: Visit, kind: ListedKind, typed?: Typed, said?: Said): Answer =>
    view('correspondence/text', kind.name, textPage(deps, visit.actor, kind, openLetters(visit.actor), typed, said), {
      fragment: 'correspondence/preview',
    });

  web.page(paths.texts, letterReaders, () =>
    view('correspondence/texts', titles.texts, { kinds: Object.values(kinds).map((kind) => listed(deps, kind)) }),
  );

  web.page(paths.text, letterReaders, (visit) => page(visit, asked(visit)));

  web.submit(paths.text, letterSenders, {
    form: textForm,
    refusals,
    again: (visit, _errors, raw) => page(visit, written(visit), typedIn(raw)),
    run(visit, { do: what, ...typed }, raw) {
      const kind = written(visit);
      if (what === 'preview') return page(visit, kind, typedIn(raw));
      if (what === 'trial') {
        const sent = sendTrial(deps, visit.actor, kind, typed);
        return sent.ok ? page(visit, kind, typedIn(raw), { trial: trialSent(sent.value) }) : sent;
      }
      const saved = saveText(deps, visit.actor, kind, typed);
      return saved.ok ? redirect(visit.path, savedWords(saved.value, typed.inForceFrom)) : saved;
    },
  });

  web.submit(paths.preview, letterSenders, {
    form: typingForm,
    once: false,
    again: (visit, _errors, raw) => page(visit, written(visit), typedIn(raw)),
    run: (visit, _empty, raw) => page(visit, written(visit), typedIn(raw), { isLive: true }),
  });

  web.submit(paths.restore, letterSenders, {
    form: restoreForm,
    refusals,
    again: (visit) => page(visit, written(visit)),
    run(visit, chosen) {
      const kind = written(visit);
      const saved = restoreText(deps, visit.actor, kind, chosen);
      return saved.ok ? redirect(visit.path.replace(/\/[^/]*$/u, ''), savedWords(saved.value)) : saved;
    },
  });

  web.submit(paths.callBack, letterSenders, {
    form: callBackForm,
    refusals,
    again: (visit) => page(visit, written(visit)),
    run(visit, { number }) {
      const called = callBackText(deps, visit.actor, written(visit), number);
      return called.ok ? redirect(visit.path.replace(/\/[^/]*$/u, ''), flashes.calledBack) : called;
    },
  });

  web.page(paths.settings, letterReaders, (visit) => settingsPage(deps, visit.actor));

  web.submit(paths.settings, letterSenders, {
    form: settingsForm,
    refusals: settingsRefusals,
    again: (visit, _errors, raw) => (maySave(visit.actor) ? settingsPage(deps, visit.actor, raw) : absent),
    run(visit, typed) {
      if (!maySave(visit.actor)) return absent;
      const saved = saveSettings(deps, visit.actor, typed);
      return saved.ok ? redirect(paths.settings, flashes.settingsSaved) : saved;
    },
  });
}

function typedIn(raw: RawBody): Typed {
  const [subject, body, note, base, fromOn, fromTime] = ['subject', 'body', 'note', 'base', 'fromOn', 'fromTime'].map(
    (name) => rawText(raw, name),
  );
  // Longer than any letter may be: nobody typed that, and comparing it would take the server's breath away.
  return {
    subject: (subject ?? '').slice(0, 1000),
    body: (body ?? '').slice(0, limits.body * 2),
    note: note ?? '',
    base: base ?? '',
    fromOn: fromOn ?? '',
    fromTime: fromTime ?? '',
  };
}

function savedWords(number: number, from: Instant | null = null): string {
  if (number === 0) return flashes.unchanged;
  return from === null ? flashes.saved(number) : flashes.savedFor(number, from);
}

function settingsPage(deps: Deps, actor: Actor, raw?: RawBody): Answer {
  const { version, ...stored } = readLetterSettings(deps.db);
  const typed = raw === undefined ? stored : { replyTo: rawText(raw, 'replyTo'), foot: rawText(raw, 'foot') };
  const isStale = raw !== undefined && rawText(raw, 'version') !== String(version);
  const storedNow = { replyTo: stored.replyTo || empty, foot: stored.foot || empty };
  const data = { typed, version, limits, maySave: maySave(actor), storedNow: isStale ? storedNow : null };
  return view('correspondence/settings', titles.settings, data);
}
