import type { Day } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import type { ExpenseKind } from './queries.ts';

/** What is known about one initiative a document has a part of. */
export interface InitiativeFacts {
  readonly code: string;
  /** The call's stage of realisation; open ends are null. */
  readonly firstOn: Day | null;
  readonly lastOn: Day | null;
  /** Bills from contracts may come later. */
  readonly lastBillOn: Day | null;
  /** The day the agreement was signed; null without a signed one. */
  readonly signedOn: Day | null;
  /** Lines of the grant used by this document, against the agreed plan; `used` counts other booked documents. */
  readonly lines: readonly {
    readonly label: string;
    readonly wanted: Grosze;
    readonly agreed: Grosze;
    readonly used: Grosze;
  }[];
}

export interface DocumentFacts {
  readonly kind: ExpenseKind;
  readonly issuedOn: Day;
  readonly sellerNip: string;
  readonly hasScan: boolean;
  readonly project: { readonly startsOn: Day; readonly endsOn: Day; readonly paymentsUntilOn: Day };
  readonly initiatives: readonly InitiativeFacts[];
  /** Documents that look like this one, though not exactly the same: id and words. */
  readonly similar: readonly { readonly id: number; readonly label: string }[];
  readonly lineYears: readonly number[];
  readonly paidOn: readonly Day[];
}

/** One light: whether it agrees, needs a look, or something is not there. Facts: amounts in grosze, days, codes. */
export interface Finding {
  readonly code: string;
  readonly state: 'ok' | 'warn' | 'bad';
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Whether the cost may count, light by light. A light informs; what must not be is refused by the commands. */
export function findingsOn(document: DocumentFacts): Finding[] {
  return [
    ...scan(document),
    ...taxNumber(document),
    ...duplicates(document),
    ...projectPeriod(document),
    ...lineYears(document),
    ...document.initiatives.flatMap((initiative) => [
      ...realisation(document, initiative),
      ...agreement(document, initiative),
      ...plan(initiative),
    ]),
  ];
}

function light(code: string, state: Finding['state'], facts: Finding['facts'] = {}): Finding[] {
  return [{ code, state, facts }];
}

function scan({ hasScan }: DocumentFacts): Finding[] {
  return hasScan ? light('scan', 'ok') : light('scan_missing', 'bad');
}

function taxNumber({ kind, sellerNip }: DocumentFacts): Finding[] {
  if (/^[A-Z]/.test(sellerNip)) return light('nip_foreign', 'warn', { nip: sellerNip });
  if (sellerNip !== '') return light('nip', 'ok', { nip: sellerNip });
  if (kind === 'receipt') return light('receipt_without_nip', 'bad');
  return kind === 'invoice' ? light('nip_missing', 'bad') : light('nip_not_given', 'warn');
}

function duplicates({ similar }: DocumentFacts): Finding[] {
  const first = similar[0];
  return first === undefined ? light('single', 'ok') : light('similar', 'warn', { ...first, count: similar.length });
}

function projectPeriod({ issuedOn, paidOn, project }: DocumentFacts): Finding[] {
  const facts = { issuedOn, startsOn: project.startsOn, endsOn: project.endsOn };
  const within = issuedOn >= project.startsOn && issuedOn <= project.endsOn;
  const late = paidOn.find((on) => on > project.paymentsUntilOn);
  return [
    ...light(within ? 'project_period' : 'outside_project_period', within ? 'ok' : 'warn', facts),
    ...(late === undefined ? [] : light('paid_too_late', 'warn', { paidOn: late, until: project.paymentsUntilOn })),
  ];
}

function lineYears({ issuedOn, lineYears: years }: DocumentFacts): Finding[] {
  const issued = Number(issuedOn.slice(0, 4));
  const other = years.find((year) => year !== issued);
  if (years.length === 0) return [];
  return other === undefined
    ? light('line_year', 'ok', { year: issued })
    : light('other_line_year', 'warn', { year: issued, lineYear: other });
}

const fromContracts: readonly ExpenseKind[] = ['contract', 'bill'];

function realisation(
  { kind, issuedOn }: DocumentFacts,
  { code, firstOn, lastOn, lastBillOn }: InitiativeFacts,
): Finding[] {
  if (firstOn === null || lastOn === null) return [];
  const until = fromContracts.includes(kind) && lastBillOn !== null && lastBillOn > lastOn ? lastBillOn : lastOn;
  const within = issuedOn >= firstOn && issuedOn <= until;
  return light(within ? 'realisation' : 'outside_realisation', within ? 'ok' : 'warn', {
    initiative: code,
    issuedOn,
    firstOn,
    until,
  });
}

function agreement({ issuedOn, paidOn }: DocumentFacts, { code, signedOn }: InitiativeFacts): Finding[] {
  if (signedOn === null) return light('agreement_missing', 'bad', { initiative: code });
  const facts = { initiative: code, signedOn, issuedOn };
  const early = paidOn.find((on) => on < signedOn);
  if (early !== undefined) return light('paid_before_agreement', 'warn', { ...facts, paidOn: early });
  return light(issuedOn < signedOn ? 'before_agreement' : 'agreement', issuedOn < signedOn ? 'warn' : 'ok', facts);
}

function plan({ code, lines }: InitiativeFacts): Finding[] {
  return lines.flatMap(({ label, wanted, agreed, used }) => {
    const facts = { initiative: code, line: label, agreed, used, wanted };
    if (agreed === 0) return light('not_in_plan', 'warn', facts);
    return light(used + wanted > agreed ? 'over_plan' : 'in_plan', used + wanted > agreed ? 'warn' : 'ok', facts);
  });
}
