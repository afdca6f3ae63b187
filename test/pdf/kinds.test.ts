import { beforeAll, describe, expect, it } from 'vitest';
import { printable } from '../../src/pdf/characters.ts';
import { drawKind } from '../../src/pdf/draw.ts';
import { openFonts } from '../../src/pdf/fonts.ts';
import type { DocumentKind } from '../../src/pdf/kinds.ts';
import { documentKinds } from '../../src/registries.ts';
import { type Drawn, kept, pageSize, run, wordsOf } from './inspect.ts';
import { type Structure, structureOf } from './structure.ts';
import { worstOf } from './worst.ts';
import { type Written, writtenBy } from './written.ts';

/** Pages of each sample, looked at one by one; of a kind with several texts, each variant's. */
const pagesOfSamples: Readonly<Record<string, number>> = {
  letter: 1,
  call_rules: 6,
  order_rules: 2,
  call_poster: 1,
  blank_form: 5,
  application_printout: 3,
  consultation_summary: 1,
  call_notice: 1,
  rules_in_writing: 6,
  application: 2,
  application_receipt: 1,
  guardian_consent: 1,
  formal_card: 1,
  jury_declaration: 2,
  order_jury: 2,
  score_card: 2,
  jury_minutes: 4,
  'result_letter (award)': 2,
  'result_letter (reserve)': 2,
  'result_letter (refusal)': 2,
  'agreement (informal_group)': 3,
  'agreement (person)': 3,
  'agreement (organisation)': 3,
  'agreement (organisation_with_group)': 3,
  expense_description: 2,
  settlement: 2,
  document_register: 1,
  project_report: 2,
};

const compact = (text: string) => printable(openFonts(), text).replace(/\s/g, '');

/** A document with what it should say and where its pages say it. */
interface Read extends Drawn {
  readonly kind: DocumentKind;
  readonly data: unknown;
  readonly structure: Structure;
  /** The printed text line by line. */
  readonly lines: readonly string[];
  /** The printed text without spaces, headers and footers; `starts` says where each page begins. */
  readonly body: string;
  readonly starts: readonly number[];
  readonly written: readonly (Written & { readonly at: number; readonly end: number })[];
}

async function read(kind: DocumentKind, data: unknown, text?: string): Promise<Read> {
  const drawn = kept(await drawKind(kind, data, text));
  const { organisation, credit } = kind.letterhead(data);
  const header = (kind.isDraft(data) ? 'PROJEKT' : '') + compact(organisation) + compact(credit ?? '');
  const footer = compact(kind.title(data)).slice(0, 12);
  const printed = run('pdftotext', '-raw', drawn.file, '-');
  const pages = printed
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/g, ''))
    .map((page) => page.slice(page.startsWith(header) ? header.length : page.length, page.lastIndexOf(footer)));
  const body = pages.join('');
  const starts = pages.map((_, index) => pages.slice(0, index).join('').length);
  let from = 0;
  const written = writtenBy((sheet) => kind.draw(sheet, data, text)).map((one) => {
    const words = compact(one.text);
    const at = body.indexOf(words, from);
    if (at >= 0) from = at + words.length;
    return { ...one, at, end: at + words.length };
  });
  return {
    ...drawn,
    kind,
    data,
    structure: structureOf(drawn),
    lines: printed.split('\n').map(compact),
    body,
    starts,
    written,
  };
}

/** A kind with words has a sample in each of its variants; what is frozen with its sample is filled anew for the worst. */
function formsOf(kind: DocumentKind) {
  if (kind.wording === undefined)
    return [{ name: kind.kind, sample: kind.sample, worst: kind.worst ?? worstOf(kind.sample), text: undefined }];
  const variants = Object.entries(kind.wording.variants);
  return variants.map(([key, { sample, worst, text }]) => ({
    ...{ name: variants.length === 1 ? kind.kind : `${kind.kind} (${key})`, sample, text },
    worst: worst ?? worstOf(sample),
  }));
}

const cases = Object.values(documentKinds).flatMap((kind) =>
  formsOf(kind).flatMap(({ name, sample, worst, text }) => [
    [`${name} as its sample`, kind, sample, undefined] as const,
    [`${name} at its worst`, kind, worst, text] as const,
  ]),
);

it('every registered kind has been looked at, in each of its variants', () => {
  const names = Object.values(documentKinds).flatMap((kind) => formsOf(kind).map(({ name }) => name));
  expect(names.sort()).toEqual(Object.keys(pagesOfSamples).sort());
});

describe.each(cases)('%s', (name, kind, data, text) => {
  let document: Read;
  const pageOf = (at: number) => document.starts.findLastIndex((start) => start <= at);
  beforeAll(async () => {
    document = await read(kind, data, text);
  });

  it('is a sound file with its fonts, its language and its title', () => {
    expect(run('qpdf', '--check', document.file)).toContain('No syntax or stream encoding errors found');
    const fonts = run('pdffonts', document.file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d+ +\d+$/);
    const title = /^Title: +(.*)$/m.exec(run('pdfinfo', document.file))?.[1] ?? '';
    expect(compact(title)).toBe(compact(kind.title(data)));
    expect([document.structure.lang, document.structure.showsTitle]).toEqual(['pl-PL', true]);
  });

  it('gives the same bytes for the same data', async () => {
    expect((await drawKind(kind, data, text)).equals(document.bytes)).toBe(true);
  });

  it('prints every text it was given, in its order, and is read aloud in the same', () => {
    expect(document.written.filter(({ at }) => at < 0).map(({ text }) => text)).toEqual([]);
    const pieces = document.structure.elements.flatMap(({ contents }) => contents);
    expect(pieces.length).toBeGreaterThan(5);
    let [page, piece] = [0, -1];
    for (const next of pieces) {
      expect(next).toEqual(next.page === page ? { page, piece: piece + 1 } : { page: page + 1, piece: 0 });
      ({ page, piece } = next);
    }
  });

  it('has headings without a gap, tables with heads and figures with words', () => {
    const { elements } = document.structure;
    const levels = elements.flatMap(({ name }) => /^H(\d)$/.exec(name)?.[1] ?? []).map(Number);
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    elements.forEach(({ name, depth, alt, box, scope, contents }, index) => {
      const rest = elements.slice(index + 1);
      const length = rest.findIndex((inner) => inner.depth <= depth);
      const inside = length < 0 ? rest : rest.slice(0, length);
      if (name === 'Table') expect(inside.map((inner) => inner.name)).toContain('TH');
      if (name === 'TR') expect(inside.length).toBeGreaterThan(1);
      if (name === 'TH') expect([scope, contents.length > 0]).toEqual([scope === '/Row' ? '/Row' : '/Column', true]);
      if (name === 'Figure') expect([(alt ?? '').length > 8, box?.length]).toEqual([true, 4]);
    });
  });

  it('keeps everything within its margins, amounts in one piece', () => {
    // The mark of a draft lies under the text, across the page.
    const words = wordsOf(document).filter(({ text }) => !(kind.isDraft(data) && 'PROJEKT'.includes(text)));
    for (const word of words) {
      expect([word.left > 70, word.right < pageSize.width - 70, word.bottom < pageSize.height - 30, word.text]).toEqual(
        [true, true, true, word.text],
      );
    }
    const amounts = document.written.filter(({ as, text }) => as === 'cell' && /^[\d\s]+,\d\d(\szł)?$/.test(text));
    for (const amount of new Set(amounts.map(({ text }) => text))) {
      expect(
        document.lines.some((line) => line.includes(compact(amount))),
        amount,
      ).toBe(true);
    }
  });

  it('leaves no heading, no row and no place to sign alone on a page', () => {
    const ends = new Set([...document.starts.slice(1), document.body.length]);
    const headings = document.written.filter(({ as }) => as === 'heading');
    expect(headings.filter(({ end }) => ends.has(end)).map(({ text }) => text)).toEqual([]);

    const toSign = document.written.find(({ as }) => as === 'place to sign');
    if (toSign !== undefined) expect(toSign.at).toBeGreaterThan(document.starts[pageOf(toSign.at)] ?? 0);

    const rowsOn = new Map<string, Map<number, string>>();
    const rowsIn = new Map<number, number>();
    for (const { table, row, at, text } of document.written) {
      if (table === undefined || row === undefined) continue;
      const place = `${table} on page ${pageOf(at) + 1}`;
      const rows = rowsOn.get(place) ?? new Map<number, string>();
      rowsOn.set(place, rows.set(row, (rows.get(row) ?? '') + text));
      rowsIn.set(table, Math.max(rowsIn.get(table) ?? 0, row + 1));
    }
    // A row of some 200 letters in a narrow column is a good part of a page, and may stand by itself.
    const alone = [...rowsOn].filter(
      ([place, rows]) =>
        rows.size === 1 &&
        [...rows.values()].every((text) => text.length < 180) &&
        (rowsIn.get(Number.parseInt(place, 10)) ?? 0) > 1,
    );
    expect(alone.map(([place]) => place)).toEqual([]);
  });

  if (name.endsWith('sample'))
    it('has the pages it was looked at with', () => {
      expect(run('pdfinfo', document.file)).toMatch(
        new RegExp(`^Pages: +${pagesOfSamples[name.replace(' as its sample', '')]}$`, 'm'),
      );
    });
});
