import type { Deps } from '../../../deps.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import { refused } from '../../../lib/result.ts';
import type { Trial } from '../../../pdf/draw.ts';
import { type Answer, absent, download, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { letterReaders, letterSenders } from '../access.ts';
import { callBackForm, limits, paperForm, restoreForm, typingForm } from '../forms.ts';
import { correspondencePaths as paths } from '../paths.ts';
import { maySave } from '../queries.ts';
import { flashes } from '../texts.ts';
import { callBackWording, restoreWording, saveWording, wordingFaults } from '../wording-commands.ts';
import { listedPapers, type Papers, type TypedPaper, wordingPage } from '../wording-page.ts';
import { paperFlashes, paperRefusals, papersTitle } from '../wording-texts.ts';
import { triedOn, type WordingPlace, wordingPlaces } from '../wordings.ts';

/** The texts of documents. `drawTrial` makes the PDF of a typed text in the worker thread and stores nothing. */
export function documentTextRoutes(
  web: Web,
  deps: Deps,
  { drawTrial, ...papers }: Papers & { readonly drawTrial: (trial: Trial) => Promise<Buffer> },
): void {
  const asked = (visit: Visit): WordingPlace => {
    const place = wordingPlaces(papers.kinds).find(({ slug }) => slug === visit.param('rodzaj'));
    if (place === undefined) throw new Stop(absent);
    return place;
  };
  const written = (visit: Visit): WordingPlace => {
    if (!maySave(visit.actor)) throw new Stop(absent);
    return asked(visit);
  };
  /** The page, or for a live preview the document alone. */
  const page = (visit: Visit, place: WordingPlace, typed?: TypedPaper, isLive = false): Answer =>
    view('correspondence/paper', place.name, wordingPage(deps, visit.actor, papers, place, typed, isLive), {
      fragment: 'correspondence/paper-preview',
    });
  const pdf = async (visit: Visit, place: WordingPlace, text: string): Promise<Answer> => {
    const { subjectId } = triedOn(deps.db, visit.actor, place, {
      ...papers,
      occasion: { askedAt: deps.clock.now(), publicUrl: deps.publicUrl },
    });
    const bytes = await drawTrial({ kind: place.kind.kind, variant: place.variant, subjectId, text });
    return download(`${place.slug}-proba.pdf`, 'application/pdf', bytes);
  };

  web.page(paths.papers, letterReaders, () =>
    view('correspondence/papers', papersTitle, { kinds: listedPapers(deps, papers.kinds) }),
  );

  web.page(paths.paper, letterReaders, (visit) => page(visit, asked(visit)));

  web.submit(paths.paper, letterSenders, {
    form: paperForm,
    refusals: paperRefusals,
    again: (visit, _errors, raw) => page(visit, written(visit), typedIn(raw)),
    run(visit, { do: what, ...typed }, raw) {
      const place = written(visit);
      if (what === 'preview') return page(visit, place, typedIn(raw));
      if (what === 'pdf') {
        const fields = wordingFaults(place.kind, typed.text);
        if (fields.text !== undefined) return refused('text_faulty', { fields: { text: fields.text } });
        return pdf(visit, place, typed.text);
      }
      const saved = saveWording(deps, visit.actor, place, typed);
      return saved.ok ? redirect(visit.path, savedWords(saved.value, typed.from)) : saved;
    },
  });

  web.submit(paths.paperPreview, letterSenders, {
    form: typingForm,
    once: false,
    again: (visit, _errors, raw) => page(visit, written(visit), typedIn(raw), true),
    run: (visit, _empty, raw) => page(visit, written(visit), typedIn(raw), true),
  });

  web.submit(paths.paperRestore, letterSenders, {
    form: restoreForm,
    refusals: paperRefusals,
    again: (visit) => page(visit, written(visit)),
    run(visit, chosen) {
      const saved = restoreWording(deps, visit.actor, written(visit), chosen);
      return saved.ok ? redirect(visit.path.replace(/\/[^/]*$/u, ''), savedWords(saved.value, null)) : saved;
    },
  });

  web.submit(paths.paperCallBack, letterSenders, {
    form: callBackForm,
    refusals: paperRefusals,
    again: (visit) => page(visit, written(visit)),
    run(visit, { number }) {
      const called = callBackWording(deps, visit.actor, written(visit), number);
      return called.ok ? redirect(visit.path.replace(/\/[^/]*$/u, ''), flashes.calledBack) : called;
    },
  });
}

function savedWords(number: number, from: Parameters<typeof longDate>[0] | null): string {
  if (number === 0) return paperFlashes.unchanged;
  return from === null ? paperFlashes.saved(number) : paperFlashes.planned(number, longDate(from));
}

function typedIn(raw: RawBody): TypedPaper {
  // Longer than any document's text may be: nobody typed that, and comparing it would take the server's breath away.
  const text = rawText(raw, 'text').slice(0, limits.paper * 2);
  return { text, note: rawText(raw, 'note'), from: rawText(raw, 'from'), base: rawText(raw, 'base') };
}
