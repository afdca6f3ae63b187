import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Result } from '../../lib/result.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import type { RefusalTexts, Web } from '../../web/routes.ts';
import type { UploadedFile } from '../../web/upload.ts';
import type { Visit } from '../../web/visit.ts';
import { orderWriters, settingsReaders } from './access.ts';
import type { Call } from './queries.ts';
import { staffCall } from './staff-call.ts';

/** Rows about a call that are never rewritten: said for the first time, said again in the place of the row `corrects`, or taken back. */
export type SaidAgain<Facts> =
  | { readonly isTakenBack: false; readonly corrects: number | null; readonly facts: Facts }
  | { readonly isTakenBack: true; readonly corrects: number };

export const typedText = z.string().catch('');

/** What the form of such a row asks beside its own fields. */
export const saidAgainFields = {
  takeBack: typedText,
  corrects: typedText.transform((text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null)),
};

/** Reads the facts of a row by `understood`, unless the row is taken back: then what stands in the fields says nothing. */
export function saidOrTakenBack<Fields extends { readonly corrects: number | null; readonly takeBack: string }, Facts>(
  understood: (fields: Fields, context: z.RefinementCtx) => Facts,
) {
  return (fields: Fields, context: z.RefinementCtx): SaidAgain<Facts> => {
    const { corrects, takeBack } = fields;
    if (corrects !== null && takeBack === 'tak') return { isTakenBack: true, corrects };
    return { isTakenBack: false, corrects, facts: understood(fields, context) };
  };
}

/** A row with the scan or picture that proves it. */
export interface RowToKeep<Facts> {
  readonly callId: number;
  readonly facts: Facts;
  readonly scan: UploadedFile | undefined;
}

export interface SaidAgainRows<Facts> {
  readonly paths: { readonly list: string; listOf(callId: number): string };
  readonly view: string;
  readonly title: string;
  readonly form: z.ZodType<SaidAgain<Facts>>;
  readonly refusals: RefusalTexts;
  readonly flashes: Readonly<Record<'stored' | 'corrected' | 'withdrawn', string>>;
  /** The list with its form, which says the row `correcting` again. */
  page(visit: Visit, call: Call, shown: { readonly correcting: number | null; readonly raw?: RawBody }): object;
  store(visit: Visit, row: RowToKeep<Facts>): Result<number>;
  correct(visit: Visit, row: RowToKeep<Facts>, id: number): Result<number>;
  withdraw(visit: Visit, callId: number, id: number): Result;
}

const scanLimitBytes = 15 * 1024 * 1024;

/** One page per call with such rows: everybody of its staff reads it, who prepares orders writes there. */
export function saidAgainRoutes<Facts>(web: Web, deps: Deps, rows: SaidAgainRows<Facts>): void {
  const page = (visit: Visit, correcting: string, raw?: RawBody): Answer =>
    view(
      rows.view,
      rows.title,
      rows.page(visit, staffCall(deps.db, visit, 'mayRead'), {
        correcting: /^\d{1,15}$/.test(correcting) ? Number(correcting) : null,
        ...(raw === undefined ? {} : { raw }),
      }),
    );

  web.page(rows.paths.list, settingsReaders, (visit) => page(visit, visit.query['popraw'] ?? ''));
  web.submit(rows.paths.list, orderWriters, {
    form: rows.form,
    refusals: rows.refusals,
    fileLimitBytes: scanLimitBytes,
    again: (visit, _errors, raw) => page(visit, rawText(raw, 'corrects'), raw),
    run(visit, said) {
      const { id: callId } = staffCall(deps.db, visit, 'mayRead');
      const kept = keep(visit, callId, said);
      if (!kept.ok) return kept.code === 'absent' ? absent : kept;
      const how = said.isTakenBack ? 'withdrawn' : said.corrects === null ? 'stored' : 'corrected';
      return redirect(rows.paths.listOf(callId), rows.flashes[how]);
    },
  });

  function keep(visit: Visit, callId: number, said: SaidAgain<Facts>): Result<unknown> {
    if (said.isTakenBack) return rows.withdraw(visit, callId, said.corrects);
    const row = { callId, facts: said.facts, scan: visit.files.find(({ field }) => field === 'scan') };
    return said.corrects === null ? rows.store(visit, row) : rows.correct(visit, row, said.corrects);
  }
}
