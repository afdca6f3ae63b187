import type { Deps } from '../../../deps.ts';
import type { Trial } from '../../../pdf/draw.ts';
import { type Answer, absent, download, redirect, view } from '../../../web/answer.ts';
import type { RawBody } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { settingsReaders, settingsRights } from '../access.ts';
import type { LegalKind } from '../definitions.ts';
import { callPaths } from '../paths.ts';
import { readPublishedTexts } from '../publications/queries.ts';
import { type Call, readCall, readVisibleCall } from '../queries.ts';
import { publishLegal, putLegalAside, saveLegal } from '../rules/commands.ts';
import { legalForm, publicationForm, putAsideForm } from '../rules/forms.ts';
import { editorPage, previewPage, versionPage } from '../rules/pages.ts';
import { kindSlugs, rulesPaths } from '../rules/paths.ts';
import { legalFlashes, legalRefusals, legalTitles, previewTitle } from '../rules/texts.ts';

/** Draws a document and stores nothing, in the worker thread. */
export type DrawTrial = (trial: Trial) => Promise<Buffer>;

/** Where the rules and the privacy clause are written, and where their announced versions stay readable. */
export function rulesRoutes(web: Web, deps: Deps, drawTrial: DrawTrial): void {
  const { db } = deps;
  const asked = (visit: Visit, right: 'mayRead' | 'mayChange'): { call: Call; kind: LegalKind } => {
    const call = readCall(db, visit.id());
    const slug = visit.param('tekst');
    const kind = (['rules', 'privacy'] as const).find((one) => kindSlugs[one] === slug);
    if (call === undefined || kind === undefined || !settingsRights(visit.actor, call.id)[right])
      throw new Stop(absent);
    return { call, kind };
  };
  const editor = (visit: Visit, raw?: RawBody): Answer => {
    const { call, kind } = asked(visit, 'mayRead');
    const { mayChange } = settingsRights(visit.actor, call.id);
    const wanted = visit.query['zapis'] ?? '';
    const save = mayChange && /^\d{1,9}$/.test(wanted) ? Number(wanted) : null;
    const page = editorPage(db, call, kind, { mayChange, save, ...(raw === undefined ? {} : { raw }) });
    return view('calls/legal-editor', legalTitles[kind], page);
  };

  web.page(rulesPaths.editor, settingsReaders, (visit) => editor(visit));
  web.submit(rulesPaths.editor, ['coordinator'], {
    form: legalForm,
    refusals: legalRefusals,
    again: (visit, _errors, raw) => editor(visit, raw),
    run(visit, { revision, legal, do: next }) {
      const { call, kind } = asked(visit, 'mayChange');
      const saved = saveLegal(deps, visit.actor, { callId: call.id, kind, revision, text: legal });
      if (!saved.ok) return saved;
      if (next === 'save') return redirect(rulesPaths.editorOf(call.id, kind), legalFlashes.saved);
      if (previewPage(db, call, kind) === undefined)
        return redirect(rulesPaths.editorOf(call.id, kind), legalFlashes.faulty);
      return redirect((next === 'page' ? rulesPaths.previewOf : rulesPaths.pdfOf)(call.id, kind));
    },
  });

  web.submit(rulesPaths.publication, ['coordinator'], {
    form: publicationForm,
    refusals: legalRefusals,
    again: (visit, _errors, raw) => editor(visit, raw),
    run(visit, typed) {
      const { call, kind } = asked(visit, 'mayChange');
      const published = publishLegal(deps, visit.actor, { callId: call.id, kind, ...typed });
      if (!published.ok) return published;
      const [publication] = call.state === 'draft' ? [] : readPublishedTexts(db, call.id, kind);
      const to =
        kind === 'rules' && publication !== undefined
          ? callPaths.rulesNoticeOf(call.id, publication.id)
          : rulesPaths.editorOf(call.id, kind);
      return redirect(to, legalFlashes.published(kind, published.value));
    },
  });

  web.submit(rulesPaths.putAside, ['coordinator'], {
    form: putAsideForm,
    refusals: legalRefusals,
    again: (visit, _errors, raw) => editor(visit, raw),
    run(visit, { revision }) {
      const { call, kind } = asked(visit, 'mayChange');
      const put = putLegalAside(deps, visit.actor, { callId: call.id, kind, revision });
      return put.ok ? redirect(rulesPaths.editorOf(call.id, kind), legalFlashes.putAside) : put;
    },
  });

  web.page(rulesPaths.preview, settingsReaders, (visit) => {
    const { call, kind } = asked(visit, 'mayRead');
    const page = previewPage(db, call, kind);
    if (page === undefined) return redirect(rulesPaths.editorOf(call.id, kind), legalFlashes.faulty);
    return view('calls/legal-preview', previewTitle, page);
  });

  // The privacy clause is an annex of the rules, so both have one paper.
  web.page(rulesPaths.pdf, settingsReaders, async (visit) => {
    const { call, kind } = asked(visit, 'mayRead');
    for (const one of ['rules', 'privacy'] as const)
      if (previewPage(db, call, one) === undefined)
        return redirect(rulesPaths.editorOf(call.id, one), legalFlashes.faulty);
    const bytes = await drawTrial({ kind: 'rules_in_writing', variant: '', subjectId: call.id, text: '' });
    return download(`${kindSlugs[kind]}-podglad.pdf`, 'application/pdf', bytes);
  });

  const version = (kind: LegalKind) => (visit: Visit) => {
    const call = readVisibleCall(db, visit.actor, visit.id());
    if (call === undefined) return absent;
    const number = visit.id('wersja');
    const publication = readPublishedTexts(db, call.id, kind).find(({ textNumber }) => textNumber === number);
    if (publication === undefined) return absent;
    return view('calls/legal-version', legalTitles[kind], versionPage(db, call, kind, publication));
  };
  web.page(rulesPaths.rulesVersion, 'public', version('rules'));
  web.page(rulesPaths.privacyVersion, 'public', version('privacy'));
}
