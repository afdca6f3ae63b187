import { stringify } from 'csv-stringify/sync';
import type { ArchiveEntry } from '../../../files/archive.ts';
import { endings } from '../../../files/sniff.ts';
import type { Instant } from '../../../lib/days.ts';
import { warsawTime } from '../../../lib/days.ts';
import type { ShelvedFile } from '../../../pdf/shelf.ts';
import type { Shelf, ShelvedRecord } from './contents.ts';
import { pathStep, uniquePaths } from './names.ts';
import { kindNames, lackingText, uploadName, archiveWords as words } from './texts.ts';

interface Packed {
  readonly path: string;
  readonly file: ShelvedFile;
  readonly kind: string;
  readonly record: string;
  readonly at: Instant;
  /** The number of the version of its text; '' for the default text. */
  readonly text: string;
  readonly state: string;
}

/**
 * A shelf as the files of a ZIP. First stand `manifest.csv` for a spreadsheet and `SHA256SUMS` for `sha256sum -c`; a file that is gone from
 * the store is in the first and in `BRAKI.txt`, not in the second.
 */
export function packed({ records, lacking }: Shelf, now: Instant): ArchiveEntry[] {
  const path = uniquePaths();
  const files = records.flatMap((record) => packedRecord(record, path));
  const isLost = ({ file }: Packed) => lacking.includes(file.id);
  const there = files.filter((one) => !isLost(one));
  const lost = files.filter(isLost);
  const written = (name: string, text: string): ArchiveEntry => ({ path: name, at: now, text });
  return [
    written(words.manifest, manifest(files, isLost)),
    written(words.sums, there.map(({ file, path: name }) => `${file.sha256}  ${name}\n`).join('')),
    ...(lost.length === 0 ? [] : [written(words.lacking, lackingText(lost.map(({ path: name }) => name)))]),
    ...there.map(({ path: name, at, file }) => ({ path: name, at, sha256: file.sha256, size: file.size })),
  ];
}

function packedRecord(record: ShelvedRecord, path: ReturnType<typeof uniquePaths>): Packed[] {
  const folder = [words.folders[record.section], ...(record.code === '' ? [] : [pathStep(record.code)])].join('/');
  const about = record.code === '' ? '' : `${record.code} ${record.title}`;
  const documents = record.papers.flatMap(({ current, earlier }) =>
    [current, ...earlier].flatMap(({ file, title, kind, madeAt, isFinal, textNumber }, index): Packed[] => {
      if (file === null || madeAt === null) return [];
      const isEarlier = index > 0;
      const stem = isEarlier ? `${pathStep(title)} ${stamp(madeAt)}` : pathStep(title);
      return [
        {
          path: path(isEarlier ? `${folder}/${words.earlier}` : folder, stem, endings[file.mediaType]),
          file,
          kind: kindNames[kind] ?? title,
          record: about,
          at: madeAt,
          text: textNumber === null ? '' : String(textNumber),
          state: isEarlier ? words.superseded : isFinal ? words.final : words.made,
        },
      ];
    }),
  );
  const uploads = record.uploads.map((file) => ({
    path: path(folder, pathStep(file.name.replace(/\.\w+$/, '')), endings[file.mediaType]),
    file,
    kind: uploadName,
    record: about,
    at: file.storedAt,
    text: '',
    state: words.sent,
  }));
  return [...documents, ...uploads];
}

/** „2024-03-15 15.00”, Warsaw. */
function stamp(at: Instant): string {
  const { day, hour, minute } = warsawTime(at);
  return `${day} ${String(hour).padStart(2, '0')}.${String(minute).padStart(2, '0')}`;
}

/** For a Polish Excel: semicolons, UTF-8 with its mark, CRLF; texts that look like formulas are disarmed. */
function manifest(files: readonly Packed[], isLost: (file: Packed) => boolean): string {
  const rows = files.map((one) => [
    one.path,
    one.file.sha256,
    String(one.file.size),
    one.kind,
    one.record,
    stamp(one.at),
    isLost(one) ? words.lost : one.state,
    one.text,
  ]);
  return stringify([words.heads, ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    escape_formulas: true,
  });
}
