import { execFileSync } from 'node:child_process';
import PDFDocument from 'pdfkit';
import readExcelFile, { type SheetData } from 'read-excel-file/node';
import { expect } from 'vitest';
import type { ReceivedLetter } from '../support/smtp.ts';
import { type ChosenFile, oneLine } from './person.ts';

/** A PDF as a scanner would leave it: one page with a line of words. */
export async function scan(name: string, words: string): Promise<ChosenFile> {
  const sheet = new PDFDocument({ size: 'A4' });
  const bytes: Buffer[] = [];
  sheet.on('data', (chunk: Buffer) => bytes.push(chunk));
  const ended = new Promise((resolve) => sheet.once('end', resolve));
  sheet.text(words).end();
  await ended;
  return { name, mimeType: 'application/pdf', buffer: Buffer.concat(bytes) };
}

/** The words of a PDF in reading order, spaces and lines joined. */
export function wordsIn(pdf: Buffer): string {
  return oneLine(execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }));
}

/** The only attachment of a letter, beside the date that goes into its reader's calendar. */
export function attachmentOf({ attachments, subject }: ReceivedLetter): { name: string; bytes: Buffer } {
  const [attached, ...more] = attachments.filter(({ contentType }) => contentType !== 'text/calendar');
  if (!attached || more.length > 0) throw new Error(`${subject} has ${attachments.length} attachments`);
  return { name: attached.filename ?? '', bytes: attached.content };
}

/** All of these stand in the PDF. */
export function expectWords(pdf: Buffer, expected: readonly string[]): void {
  const words = wordsIn(pdf);
  for (const some of expected) expect(words).toContain(some);
}

/** Sheets of a workbook by their names, each as rows of values. */
export async function sheetsOf(workbook: Buffer): Promise<Record<string, SheetData>> {
  const sheets = await readExcelFile(workbook);
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** Rows of a file for a Polish Excel: marked UTF-8, semicolons; no value here holds one or a quote. */
export function csvOf(file: Buffer): string[][] {
  const text = file.toString('utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
}
