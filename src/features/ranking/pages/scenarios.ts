import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type Grosze, inputAmount, parseAmount } from '../../../lib/money.ts';
import { amountMessages } from '../../../lib/polish-messages.ts';
import type { Call } from '../../calls/queries.ts';
import { rankingPaths } from '../paths.ts';
import { scoringRulesOf } from '../queries.ts';
import type { ListedRow } from '../rows.ts';
import { playScenario, type Scenario } from '../scenario.ts';
import { thresholdHundredths } from '../scores.ts';
import { messages } from '../texts.ts';

type Query = Readonly<Record<string, string>>;

/** „A gdyby…”: other numbers tried (`pula`, `prog`, `najwyzej`, `pomijaj` as typed), and the trials kept under a name. The ranking stays as it is. */
export function scenariosShown(reader: Reader, call: Call, rows: readonly ListedRow[], query: Query) {
  const tried = triedIn(call, query);
  return {
    form: tried.form,
    wrong: tried.wrong,
    answer: tried.scenario === null ? null : outcomeOf(call, rows, tried.scenario),
    keep: tried.scenario === null ? null : { action: rankingPaths.scenariosOf(call.id), ...tried.form },
    kept: readScenarios(reader, call.id).map(({ id, name, keptBy, ...scenario }) => ({
      name,
      keptBy,
      href: `${rankingPaths.rankingOf(call.id)}?${new URLSearchParams(addressed(scenario))}#coby`,
      removal: rankingPaths.scenarioRemovalOf(call.id, id),
      ...outcomeOf(call, rows, scenario),
    })),
  };
}

function triedIn(call: Call, query: Query) {
  const isAsked = ['pula', 'prog', 'najwyzej', 'pomijaj'].some((name) => (query[name] ?? '') !== '');
  const form = isAsked
    ? {
        pool: query['pula'] ?? '',
        threshold: query['prog'] ?? '',
        cap: query['najwyzej'] ?? '',
        skips: (query['pomijaj'] ?? '') !== '',
      }
    : { pool: inputAmount(call.poolGrosze), threshold: String(call.thresholdPercent), cap: '', skips: false };
  const read = readScenario(form);
  return { form, wrong: isAsked ? read.wrong : {}, scenario: isAsked ? read.scenario : null };
}

export interface TypedScenario {
  readonly pool: string;
  readonly threshold: string;
  readonly cap: string;
  readonly skips: boolean;
}

/** A scenario as typed; by field what is wrong with it. */
export function readScenario({ pool, threshold, cap, skips }: TypedScenario): {
  scenario: Scenario | null;
  wrong: Record<string, string>;
} {
  const [wholePool, most] = [amountIn(pool), cap === '' ? { value: null, error: '' } : amountIn(cap)];
  const isPercent = /^\d{1,3}$/.test(threshold) && Number(threshold) <= 100;
  const wrong = {
    ...(wholePool.error === '' ? {} : { pula: wholePool.error }),
    ...(most.error === '' ? {} : { najwyzej: most.error }),
    ...(isPercent ? {} : { prog: messages.threshold_not_a_percent }),
  };
  if (Object.keys(wrong).length > 0 || wholePool.value === null) return { scenario: null, wrong };
  const scenario = { pool: wholePool.value, thresholdPercent: Number(threshold), cap: most.value, skips };
  return { scenario, wrong };
}

function amountIn(text: string): { value: Grosze | null; error: string } {
  const read = parseAmount(text);
  if (!read.ok) return { value: null, error: amountMessages[read.code as keyof typeof amountMessages] };
  return read.value === 0 ? { value: null, error: messages.no_money } : { value: read.value, error: '' };
}

function addressed({ pool, thresholdPercent, cap, skips }: Scenario): Record<string, string> {
  return {
    ...{ pula: inputAmount(pool), prog: String(thresholdPercent) },
    ...(cap === null ? {} : { najwyzej: inputAmount(cap) }),
    ...(skips ? { pomijaj: '1' } : {}),
  };
}

/** What the scenario would give, and whom it would bring in or leave out against the call's own numbers. */
function outcomeOf(call: Call, rows: readonly ListedRow[], scenario: Scenario) {
  const rules = scoringRulesOf(call);
  const most = rows.reduce((all, { cards }) => Math.max(all, cards), 0);
  const play = (one: Scenario) =>
    playScenario(rows, one, thresholdHundredths({ ...rules, thresholdPercent: one.thresholdPercent }, most));
  const official = play({
    ...{ pool: call.poolGrosze, thresholdPercent: call.thresholdPercent },
    ...{ cap: null, skips: false },
  });
  const { amounts, funded, left } = play(scenario);
  const titles = (isIn: (at: number) => boolean) =>
    rows.flatMap(({ open }, at) => (open !== null && isIn(at) ? [open.title] : []));
  return {
    ...{ pool: scenario.pool, thresholdPercent: scenario.thresholdPercent, cap: scenario.cap, skips: scenario.skips },
    ...{ funded, left },
    added: titles((at) => amounts[at] !== null && official.amounts[at] === null),
    dropped: titles((at) => amounts[at] === null && official.amounts[at] !== null),
  };
}

interface KeptScenario extends Scenario {
  readonly id: number;
  readonly name: string;
  readonly keptBy: string;
}

function readScenarios(reader: Reader, callId: number): KeptScenario[] {
  const rows = reader.all<Omit<KeptScenario, 'skips'> & { skips: number }>(sql`
    select s.id, s.name, p.name as keptBy, s.pool_grosze as pool, s.threshold_percent as thresholdPercent, s.cap_grosze as cap, s.skips
    from ranking_scenarios s join people p on p.id = s.kept_by where s.call_id = ${callId} order by s.id`);
  return rows.map((row) => ({ ...row, skips: row.skips === 1 }));
}
