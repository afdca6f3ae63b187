import type { ShelvedDocument, ShelvedUpload } from '../../../pdf/shelf.ts';
import { shelfPaths } from '../paths.ts';
import { filesOf, type Shelf, type ShelvedPaper, type ShelvedRecord } from './contents.ts';
import { type Section, type ShelfName, sections } from './places.ts';
import * as texts from './texts.ts';

/** For whom a shelf is shown: its own group is not told who in the library asked for a document. */
interface Showing {
  readonly name: ShelfName;
  readonly isOwn: boolean;
  readonly lacking: readonly number[];
}

const itself: Partial<Readonly<Record<ShelfName['of'], Section>>> = {
  application: 'applications',
  initiative: 'initiatives',
};

/** A shelf as its page: sections along the river, in each its records, under each its papers. */
export function shelfPage(shelf: Shelf, name: ShelfName, isOwn: boolean) {
  const showing = { name, isOwn, lacking: shelf.lacking };
  const files = shelf.records.flatMap(filesOf).filter(({ id }) => !shelf.lacking.includes(id));
  return {
    isOwn,
    zip: files.length === 0 ? '' : shelfPaths.zipOf(name),
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    lost: shelf.lacking.length,
    changed: shelf.records.flatMap(({ papers }) => papers).filter(({ changed }) => changed !== null).length,
    sections: sections.flatMap((section) => {
      const records = shelf.records.filter((record) => record.section === section);
      if (records.length === 0) return [];
      // The record whose shelf this is needs no name of its own under its page's.
      const isItself = section === itself[name.of];
      const heading = isItself ? texts.ownSectionNames[section] : texts.sectionNames[section];
      return [{ section, name: heading, isItself, records: records.map((one) => recordShown(one, showing)) }];
    }),
  };
}

function recordShown(record: ShelvedRecord, showing: Showing) {
  const { code, title, papers, uploads } = record;
  return {
    code,
    title: [code, title].filter(Boolean).join(' · '),
    count: texts.papers(papers.length + uploads.length),
    isCalling: papers.some(({ changed, current }) => changed !== null || current.state === 'failed'),
    papers: [...papers.map((paper) => paperShown(paper, showing)), ...uploads.map((one) => uploadShown(one, showing))],
  };
}

function paperShown({ current, changed, mayAsk, earlier }: ShelvedPaper, showing: Showing) {
  const { title, state, isFinal, file, askedBy } = current;
  const isLost = file !== null && showing.lacking.includes(file.id);
  const { changeTags, stateTags, remedyTexts } = texts;
  const say = (words: { may: string; mayNot: string }) => (mayAsk ? words.may : words.mayNot);
  const told = [
    ...(state === 'made'
      ? []
      : [{ tag: stateTags[state], remedy: state === 'queued' ? remedyTexts.queued : say(remedyTexts.failed) }]),
    ...(isLost ? [{ tag: stateTags.lost, remedy: remedyTexts.lost }] : []),
    ...(changed === null ? [] : [{ tag: changeTags[changed], remedy: say(remedyTexts.changed) }]),
    ...(isFinal && !showing.isOwn ? [{ tag: stateTags.final, remedy: '' }] : []),
  ];
  return {
    title,
    href: file === null || isLost ? '' : `/pliki/${file.id}`,
    facts: factsOf(current),
    tags: told.map(({ tag }) => tag),
    remedy: told
      .map(({ remedy }) => remedy)
      .filter(Boolean)
      .join(' '),
    again: mayAsk ? shelfPaths.againOf(showing.name, current.id) : '',
    /** Not called for, so the button stands among the details. */
    isQuiet: mayAsk && state === 'made' && changed === null,
    sha256: file?.sha256 ?? '',
    textNumber: current.textNumber,
    askedBy: showing.isOwn ? '' : (askedBy ?? texts.nobody),
    isFinal,
    earlier: earlier.map((one) => ({
      title: one.title,
      href: one.file === null || showing.lacking.includes(one.file.id) ? '' : `/pliki/${one.file.id}`,
      facts: factsOf(one),
      sha256: one.file?.sha256 ?? '',
    })),
  };
}

function uploadShown({ id, name, size, sha256, mediaType, storedAt }: ShelvedUpload, { lacking }: Showing) {
  const isLost = lacking.includes(id);
  return {
    title: name,
    href: isLost ? '' : `/pliki/${id}`,
    facts: { words: [texts.uploadName, texts.mediaNames[mediaType]], size, at: storedAt },
    tags: isLost ? [texts.stateTags.lost] : [],
    remedy: isLost ? texts.remedyTexts.lost : '',
    ...{ again: '', isQuiet: false, askedBy: '', isFinal: false, earlier: [] },
    sha256,
  };
}

function factsOf({ file, pageCount, madeAt, askedAt, state }: ShelvedDocument) {
  return {
    words:
      file === null
        ? state === 'failed'
          ? [texts.stateTags.failed.text]
          : []
        : [texts.mediaNames[file.mediaType], ...(pageCount === null ? [] : [texts.pages(pageCount)])],
    size: file?.size ?? null,
    at: madeAt ?? askedAt,
  };
}
