import type { Reader } from '../../../db/connection.ts';
import { quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { filledFor } from '../call-texts.ts';
import type { LegalKind } from '../definitions.ts';
import { annexesOf, pageOf } from '../legal-pages.ts';
import { callPaths } from '../paths.ts';
import { type CallPublication, readKeptCopy, readPublishedTexts } from '../publications/queries.ts';
import { publicationName } from '../publications/texts.ts';
import { type Call, countSubmitted } from '../queries.ts';
import { crumbsOf } from '../settings.ts';
import { changedSections } from './changes.ts';
import { legalFields } from './field-texts.ts';
import { mostLetters } from './forms.ts';
import { legalFaults } from './language.ts';
import { rulesPaths } from './paths.ts';
import { readLegalVersions, readSave, readSaves, readWorkingLegal } from './queries.ts';
import { editorTexts, legalFaultWords, legalTitles, previewTitle, stepNames } from './texts.ts';

const savesShown = 12;

/** The text in writing: as saved, as an earlier save had it, or as typed after a refusal; beside it what publishing would change. */
export function editorPage(
  reader: Reader,
  call: Call,
  kind: LegalKind,
  { mayChange, raw, save }: { mayChange: boolean; raw?: RawBody; save: number | null },
) {
  const working = readWorkingLegal(reader, call.id, kind);
  const { published, revision, isChanged } = working;
  const typed = raw === undefined || !('legal' in raw) ? undefined : rawText(raw, 'legal').slice(0, mostLetters * 2);
  const isStale = typed !== undefined && rawText(raw ?? {}, 'revision') !== String(revision);
  const earlier = save === null ? undefined : readSave(reader, call.id, kind, save);
  const isDraft = call.state === 'draft';
  return {
    crumbs: crumbsOf(call, legalTitles[kind]),
    ...{ name: legalTitles[kind], callTitle: quoted(call.title), mayChange, revision, isChanged, isDraft, mostLetters },
    standing: editorTexts.standing(published.number, isDraft),
    typed: typed ?? earlier?.content ?? working.text,
    earlier: earlier === undefined ? '' : `${longMoment(earlier.savedAt)}, ${earlier.savedBy}`,
    faults: legalFaults(working.text, legalFields).map(legalFaultWords),
    conflict: isStale
      ? { by: working.savedBy, text: working.text, changes: changedSections(working.text, typed) }
      : null,
    saved: working.savedAt === null ? '' : `${working.savedBy}, ${longMoment(working.savedAt)}`,
    changes: isChanged ? changedSections(published.text, working.text) : [],
    submitted: isDraft ? 0 : countSubmitted(reader, call.id),
    reason: raw === undefined ? '' : rawText(raw, 'reason'),
    reasonHint: isDraft ? editorTexts.reasonInDraft : editorTexts.reasonAnnounced,
    ...{ publishedNumber: published.number, nextNumber: published.number + 1 },
    fields: legalFields.map((field) => ({ ...field, isCondition: field.kind === 'condition' })),
    saves: readSaves(reader, call.id, kind, savesShown).map((one) => ({
      ...{ savedAt: one.savedAt, savedBy: one.savedBy, step: stepNames[one.step] },
      href: `${rulesPaths.editorOf(call.id, kind)}?zapis=${one.revision}`,
    })),
    versions: versionsOf(reader, call, kind),
    paths: {
      editor: rulesPaths.editorOf(call.id, kind),
      preview: rulesPaths.previewOf(call.id, kind),
      pdf: rulesPaths.pdfOf(call.id, kind),
      publication: rulesPaths.publicationOf(call.id, kind),
      putAside: rulesPaths.putAsideOf(call.id, kind),
    },
  };
}

function versionsOf(reader: Reader, call: Call, kind: LegalKind) {
  const seen = readPublishedTexts(reader, call.id, kind).map(({ textNumber }) => textNumber);
  const versions = readLegalVersions(reader, call.id, kind);
  return versions.map(({ number, text, reason, createdAt, createdBy }, index) => {
    const before = versions[index + 1];
    return {
      ...{ number, reason, createdAt, createdBy, isNewest: index === 0 },
      href: seen.includes(number) ? rulesPaths.versionOf(call.id, kind, number) : '',
      changes: before === undefined ? null : changedSections(before.text, text),
    };
  });
}

/** The page as it would read once the working copy is published; undefined while it holds faults. */
export function previewPage(reader: Reader, call: Call, kind: LegalKind) {
  const { text } = readWorkingLegal(reader, call.id, kind);
  if (legalFaults(text, legalFields).length > 0) return undefined;
  const editor = rulesPaths.editorOf(call.id, kind);
  return {
    ...pageOf(call, filledFor(reader, call.id, { text })),
    ...annexesOf(reader, call),
    crumbs: [...crumbsOf(call, '').slice(0, 2), { label: legalTitles[kind], href: editor }, { label: previewTitle }],
    ...{ name: legalTitles[kind], isRules: kind === 'rules', editor },
  };
}

/** A version as it read when it was announced, whatever was changed since. */
export function versionPage(reader: Reader, call: Call, kind: LegalKind, publication: CallPublication) {
  const name = publicationName(publication);
  const [newest] = readPublishedTexts(reader, call.id, kind);
  const current = kind === 'rules' ? callPaths.rulesOf(call.id) : callPaths.privacyOf(call.id);
  return {
    crumbs: [
      { label: editorTexts.callCrumb, href: callPaths.showOf(call.id) },
      { label: legalTitles[kind], href: current },
      { label: name },
    ],
    ...{ name, current, callTitle: quoted(call.title), reason: publication.reason },
    isCurrent: newest?.id === publication.id,
    standing: editorTexts.announced(publication.publishedAt),
    paper: publication.fileId === null ? '' : `/pliki/${publication.fileId}`,
    blocks: readKeptCopy(reader, publication.id).shown,
  };
}
