import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type DocumentProperties, drawDocument, type Sheet } from '../../src/pdf/sheet.ts';

export const letterhead = {
  organisation: 'Biblioteka Publiczna w Łące',
  credit: 'Dofinansowano ze środków programu „Opowieści z pogranicza”.',
} as const;

export const properties: DocumentProperties = {
  title: 'Porozumienie nr 7/2024',
  lang: 'pl-PL',
  author: 'Biblioteka Publiczna w Łące',
  createdAt: '2024-05-06T10:00:00.123Z',
  header: letterhead,
};

const folder = mkdtempSync(join(inject('runFolder'), 'paper-'));
let drawn = 0;

export interface Drawn {
  readonly bytes: Buffer;
  readonly file: string;
}

/** Draws a document and keeps it as a real file for the tools that read it. */
export async function draw(write: (sheet: Sheet) => void, changes: Partial<DocumentProperties> = {}): Promise<Drawn> {
  return kept(await drawDocument({ ...properties, ...changes }, write));
}

export function kept(bytes: Buffer): Drawn {
  drawn += 1;
  const file = join(folder, `${drawn}.pdf`);
  writeFileSync(file, bytes);
  return { bytes, file };
}

export function run(tool: string, ...words: string[]): string {
  return execFileSync(tool, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

/** Text of the pages as a reader sees it, spaces and lines joined. */
export function pageTexts({ file }: Drawn): string[] {
  return run('pdftotext', '-raw', file, '-').split('\f').slice(0, -1).map(oneLine);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The tags with the text under them, one to a line, indented by depth. */
export function tagTree({ file }: Drawn): string {
  return run('pdfinfo', '-struct-text', file).replace(/ \((block|inline)\)(:?)$/gm, '$2');
}

/** The file with every stream readable. */
export function opened({ file }: Drawn): string {
  return execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], {
    maxBuffer: 64 * 1024 * 1024,
  }).toString('latin1');
}

export interface Word {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every word with its place in points from the top left. */
export function wordsOf({ file }: Drawn): Word[] {
  const pages = run('pdftotext', '-bbox', file, '-').split('<page ').slice(1);
  return pages.flatMap((page, index) =>
    [...page.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g)].map((word) => ({
      page: index + 1,
      text: word[5] ?? '',
      left: Number(word[1]),
      top: Number(word[2]),
      right: Number(word[3]),
      bottom: Number(word[4]),
    })),
  );
}

export const pageSize = { width: 595.28, height: 841.89 } as const;

/** An ordinary paragraph of four lines or so. */
export const paragraph =
  'W każdą środę od maja do września czytamy na głos w ogrodzie biblioteki: po polsku i po litewsku, dzieci i dorośli razem. ' +
  'Pani Birutė Jurkianis przynosi książki z domu, a pan Zygmunt Jodzis gra na akordeonie. Zapisujemy opowieści najstarszych ' +
  'mieszkańców i szyjemy z nich książkę z lnu, którą jesienią pokażemy w czytelni.';
