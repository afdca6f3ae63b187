import type { Reader } from '../../db/connection.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Point } from '../../pdf/lists.ts';
import { fillWording } from '../../pdf/wording/fill.ts';
import {
  defaultText,
  documentText,
  type TextInForce,
  textOfVersion,
  versionsOfText,
} from '../../pdf/wording/versions.ts';
import { type Declared, declarationValues } from './documents/declaration.ts';
import { juryDocuments } from './documents.ts';

const kind = juryDocuments.jury_declaration;
const variant = 'declaration';

/** Of the text in the code: a change of a word there is a new version. What staff save over it is told after the dot. */
const defaultDeclaration = '1';

/** A text of the declaration, with the name it is signed under. */
export type DeclarationText = Pick<TextInForce, 'text' | 'textId'> & { readonly version: string };

/** What somebody who declares now reads and signs. */
export function declarationInForce(reader: Reader, clock: Clock): DeclarationText {
  const { text, textId, number } = documentText(reader, clock, kind, variant);
  return { text, textId, version: number === 0 ? defaultDeclaration : `${defaultDeclaration}.${number}` };
}

/** What was signed under this name, whatever is in force today. */
export function signedDeclaration(reader: Reader, version: string): DeclarationText {
  const number = Number(/^\d+\.(\d+)$/u.exec(version)?.[1] ?? 0);
  const saved = versionsOfText(reader, { kind: kind.kind, variant }).find((one) => one.number === number);
  const text = saved === undefined ? undefined : textOfVersion(reader, kind, saved.id);
  return text === undefined || saved === undefined
    ? { text: defaultText(kind, variant), textId: null, version }
    : { text, textId: saved.id, version };
}

/** The points of a declaration as the screen lists them; its paragraphs where it has none. */
export function declaredPoints(text: string, declared: Declared): string[] {
  const blocks = fillWording(text, declarationValues(declared));
  const points = blocks.flatMap((block) => (block.kind === 'points' ? wordsOf(block.points) : []));
  if (points.length > 0) return points;
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

function wordsOf(points: readonly Point[]): string[] {
  return points.flatMap((point) => (typeof point === 'string' ? [point] : [point.text, ...wordsOf(point.points)]));
}
