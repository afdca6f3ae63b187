import Handlebars from 'handlebars';
import { distance, nearest } from './nearest.ts';

/** A word that a text may print (`text`) or only ask about (`condition`). `meaning` is what staff read beside it. */
export interface TemplateField {
  readonly name: string;
  readonly meaning: string;
  readonly kind: 'text' | 'condition';
}

/**
 * Why a text is not taken. A text is plain words with `{{field}}`, `{{#if field}}…{{else}}…{{/if}}` and `{{#unless field}}…{{/unless}}`; nothing else that
 * Handlebars knows is allowed, so that no text is code.
 */
export type TemplateFaultCode =
  | 'unknown_field'
  | 'condition_printed'
  | 'unclosed_tag'
  | 'unclosed_block'
  | 'closes_nothing'
  | 'closes_another'
  | 'else_outside'
  | 'unknown_block'
  | 'helper'
  | 'not_a_field'
  | 'unescaped'
  | 'partial'
  | 'comment'
  | 'loose_braces';

export interface TemplateFault {
  /** From 1. */
  readonly line: number;
  readonly code: TemplateFaultCode;
  /** As it stands in the text. */
  readonly found: string;
  /** What was probably meant, as it would stand in the text. */
  readonly suggestion?: string;
}

export type TemplateValues = Readonly<Record<string, string | number | boolean>>;

/** Plain words, or a tag with what stands between its braces; a tag without its end is `cut`. */
type Piece = { readonly line: number; readonly found: string } & (
  | { readonly kind: 'words' | 'cut' }
  | { readonly kind: 'tag'; readonly inside: string }
);

const fieldName = /^[\p{L}\p{N}_-]+$/u;
const blocks = ['if', 'unless'] as const;

/** Everything that is wrong with a text, in its order; empty when it can be filled with values for `fields`. */
export function checkTemplate(text: string, fields: readonly TemplateField[]): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const open: { piece: Piece; block: string; hasElse: boolean }[] = [];
  for (const piece of piecesOf(text)) {
    const { line, found } = piece;
    const fault = (code: TemplateFaultCode, suggestion?: string) =>
      faults.push({ line, code, found, ...(suggestion === undefined ? {} : { suggestion }) });
    if (piece.kind === 'words') faults.push(...looseBraces(piece, fields));
    if (piece.kind === 'cut') fault('unclosed_tag');
    if (piece.kind !== 'tag') continue;
    const inside = piece.inside.trimEnd();
    const foreign = foreignCode(inside);
    const [, block, subject = ''] = /^#\s*(\S+)\s*(.*)$/su.exec(inside) ?? [];
    if (foreign !== undefined) fault(foreign);
    else if (block !== undefined) {
      open.push({ piece, block, hasElse: false });
      if (!isBlock(block)) fault('unknown_block', suggestedBlock(block, subject));
      else if (!fieldName.test(subject)) fault('not_a_field');
      else if (!isKnown(subject, fields)) fault('unknown_field', braced(nearestField(subject, fields), `#${block} `));
    } else if (inside.startsWith('/')) {
      const last = open.pop();
      if (last === undefined) fault('closes_nothing');
      else if (last.block !== inside.slice(1).trim()) fault('closes_another', `{{/${last.block}}}`);
    } else if (inside.trim() === 'else') {
      const last = open.at(-1);
      if (last === undefined || last.hasElse) fault('else_outside');
      else last.hasElse = true;
    } else printing(inside.trim(), fields, fault);
  }
  const unclosed = open.map(({ piece: { line, found }, block }): TemplateFault => {
    return { line, found, code: 'unclosed_block', suggestion: `{{/${block}}}` };
  });
  return [...faults, ...unclosed].sort((a, b) => a.line - b.line);
}

/** A tag that prints: a known field that is words. */
function printing(
  inside: string,
  fields: readonly TemplateField[],
  fault: (code: TemplateFaultCode, suggestion?: string) => void,
): void {
  const [, block, subject] = /^[#\s]*(if|unless)\s+([\p{L}\p{N}_-]+)$/u.exec(inside) ?? [];
  if (block !== undefined) fault('helper', braced(subject, `#${block} `));
  else if (!fieldName.test(inside)) fault(/\S\s+\S/u.test(inside) ? 'helper' : 'not_a_field');
  else if (!isKnown(inside, fields)) fault('unknown_field', braced(nearestField(inside, fields)));
  else if (fields.some(({ name, kind }) => name === inside && kind === 'condition'))
    fault('condition_printed', `{{#if ${inside}}}`);
}

/** Plain words and tags in their order. A tag without an end stops at its line. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let line = 1;
  const take = (end: number, kind: 'words' | 'tag' = 'words') => {
    const found = text.slice(at, end);
    const isCut = kind === 'tag' && !found.endsWith('}}');
    if (kind === 'tag' && !isCut) pieces.push({ line, found, kind, inside: found.slice(2, -2) });
    else if (found !== '') pieces.push({ line, found, kind: isCut ? 'cut' : 'words' });
    line += found.split('\n').length - 1;
    at = end;
  };
  for (let start = text.indexOf('{{'); start >= 0; start = text.indexOf('{{', at)) {
    take(start);
    take(endOfTag(text, start), 'tag');
  }
  take(text.length);
  return pieces;
}

/** After `}}`, with a third brace if there is one; else before the next tag or the end of the line. */
function endOfTag(text: string, start: number): number {
  const close = text.indexOf('}}', start + 2);
  const next = text.indexOf('{{', start + 3);
  if (close >= 0 && (next < 0 || close < next)) return text[close + 2] === '}' ? close + 3 : close + 2;
  const ends = [next, text.indexOf('\n', start), text.length].filter((end) => end > start);
  return Math.min(...ends);
}

/** What Handlebars would take for something else than a field or a condition. */
function foreignCode(inside: string): TemplateFaultCode | undefined {
  if (/^\s*[{&]|\}$/u.test(inside)) return 'unescaped';
  if (/^\s*#?>/u.test(inside)) return 'partial';
  if (/^\s*!/u.test(inside)) return 'comment';
  return /[~^*=|"'()[\]@.]|^\s+[#/]/u.test(inside) ? 'not_a_field' : undefined;
}

/** Braces that print themselves, a field in single braces, a backslash that would turn the next field into words. */
function looseBraces({ line, found }: Piece, fields: readonly TemplateField[]): TemplateFault[] {
  return [...found.matchAll(/\{\s*([\p{L}\p{N}_-]+)\s*\}+|\}\}+|\\+$/gu)].flatMap((match): TemplateFault[] => {
    const [braces, name] = match;
    const at = line + found.slice(0, match.index).split('\n').length - 1;
    if (name === undefined) return [{ line: at, code: 'loose_braces', found: braces }];
    if (!braces.endsWith('}}') && !isKnown(name, fields)) return [];
    const suggestion = braced(isKnown(name, fields) ? name : nearestField(name, fields));
    return [{ line: at, code: 'loose_braces', found: braces, ...(suggestion === undefined ? {} : { suggestion }) }];
  });
}

function isKnown(name: string, fields: readonly TemplateField[]): boolean {
  return fields.some((field) => field.name === name);
}

function isBlock(block: string): boolean {
  return blocks.some((known) => known === block);
}

/** `{{#jesli accepted}}` was probably `{{#if accepted}}`. */
function suggestedBlock(block: string, subject: string): string | undefined {
  const meant =
    blocks.find((known) => distance(known, block.toLowerCase()) <= 2) ?? (subject === '' ? undefined : 'if');
  return meant === undefined ? undefined : braced(subject || undefined, `#${meant} `);
}

function braced(name: string | undefined, before = ''): string | undefined {
  return name === undefined ? undefined : `{{${before}${name}}}`;
}

function nearestField(name: string, fields: readonly TemplateField[]): string | undefined {
  return nearest(
    name,
    fields.map((field) => field.name),
  );
}

/**
 * The text with its values, as Handlebars would print it without escaping: empty text, nought and `false` are false, a line that holds only a condition
 * leaves no empty line. What stands in a value is never read again as a template. Throws on anything `checkTemplate` refuses.
 */
export function fillTemplate(text: string, values: TemplateValues): string {
  return filled(Handlebars.parse(text).body, values);
}

function filled(statements: readonly hbs.AST.Statement[], values: TemplateValues): string {
  return statements.map((statement) => printed(statement, values)).join('');
}

function printed(statement: hbs.AST.Statement, values: TemplateValues): string {
  if (statement.type === 'ContentStatement') return (statement as hbs.AST.ContentStatement).value;
  const tag = statement as hbs.AST.MustacheStatement | hbs.AST.BlockStatement;
  const subject = tag.type === 'BlockStatement' ? tag.params[0] : tag.path;
  const name = subject?.type === 'PathExpression' ? (subject as hbs.AST.PathExpression).original : '';
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new Error(`"${name}" not defined in the values of a text`);
  if (tag.type === 'MustacheStatement' && tag.params.length === 0) return String(value);
  const { program, inverse, path } = tag as hbs.AST.BlockStatement;
  const block = path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
  if (tag.type !== 'BlockStatement' || !isBlock(block)) throw new Error(`A text holds ${tag.type} ${block}`);
  const branch = Boolean(value) === (block === 'if') ? program : inverse;
  return branch === undefined || branch === null ? '' : filled(branch.body, values);
}
