import type { SQL } from 'drizzle-orm';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../lib/actor.ts';
import type { LetterKinds, ListedKind } from '../../mail/kinds.ts';
import { readLetterSettings } from '../../mail/letter-texts.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { restoreText, saveSettings, saveText, sendTrial } from './commands.ts';
import { limits, restoreForm, settingsForm, textForm, typingForm } from './forms.ts';
import { correspondencePaths as paths } from './paths.ts';
import { kindBySlug, maySave, textReaders, textWriters } from './queries.ts';
import { listed, type Said, type Typed, textPage } from './text-page.ts';
import { empty, flashes, refusals, settingsRefusals, titles, trialSent } from './texts.ts';

/** What the rooms downstream define: their kinds of letters, and whose letters an actor may open (a condition over the alias `l`). */
interface Collected {
  readonly kinds: LetterKinds;
  readonly openLetters: (actor: Actor) => SQL;
}

/** The texts of letters, and what every letter has. */
export function correspondenceRoutes(web: Web, deps: Deps, { kinds, openLetters }: Collected): void {
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

  web.page(paths.texts, textReaders, () =>
    view('correspondence/texts', titles.texts, { kinds: Object.values(kinds).map((kind) => listed(deps, kind)) }),
  );

  web.page(paths.text, textReaders, (visit) => page(visit, asked(visit)));

  web.submit(paths.text, textWriters, {
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
      return saved.ok ? redirect(visit.path, savedWords(saved.value)) : saved;
    },
  });

  web.submit(paths.preview, textWriters, {
    form: typingForm,
    once: false,
    again: (visit, _errors, raw) => page(visit, written(visit), typedIn(raw)),
    run: (visit, _empty, raw) => page(visit, written(visit), typedIn(raw), { isLive: true }),
  });

  web.submit(paths.restore, textWriters, {
    form: restoreForm,
    refusals,
    again: (visit) => page(visit, written(visit)),
    run(visit, chosen) {
      const kind = written(visit);
      const saved = restoreText(deps, visit.actor, kind, chosen);
      return saved.ok ? redirect(visit.path.replace(/\/[^/]*$/u, ''), savedWords(saved.value)) : saved;
    },
  });

  web.page(paths.settings, textReaders, (visit) => settingsPage(deps, visit.actor));

  web.submit(paths.settings, textWriters, {
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
  const [subject, body, note, base] = ['subject', 'body', 'note', 'base'].map((name) => rawText(raw, name));
  // Longer than any letter may be: nobody typed that, and comparing it would take the server's breath away.
  return {
    subject: (subject ?? '').slice(0, 1000),
    body: (body ?? '').slice(0, limits.body * 2),
    note: note ?? '',
    base: base ?? '',
  };
}

function savedWords(number: number): string {
  return number === 0 ? flashes.unchanged : flashes.saved(number);
}

function settingsPage(deps: Deps, actor: Actor, raw?: RawBody): Answer {
  const { version, ...stored } = readLetterSettings(deps.db);
  const typed = raw === undefined ? stored : { replyTo: rawText(raw, 'replyTo'), foot: rawText(raw, 'foot') };
  const isStale = raw !== undefined && rawText(raw, 'version') !== String(version);
  const storedNow = { replyTo: stored.replyTo || empty, foot: stored.foot || empty };
  const data = { typed, version, limits, maySave: maySave(actor), storedNow: isStale ? storedNow : null };
  return view('correspondence/settings', titles.settings, data);
}
