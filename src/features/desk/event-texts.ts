import type { Grosze } from '../../lib/money.ts';
import { formatAmount } from '../../lib/money.ts';

/** What happened, in words; a kind of event that is not here is shown by its code. */
const said: Readonly<Record<string, string>> = {
  'application.started': 'rozpoczęto wniosek',
  'application.submitted': 'złożono wniosek',
  'application.withdrawn': 'wycofano wniosek',
  'application.accepted': 'wniosek przeszedł ocenę formalną',
  'application.rejected': 'wniosek odrzucono w ocenie formalnej',
};

const factNames: Readonly<Record<string, string>> = {
  number: 'numer',
  version: 'wersja',
  role: 'rola',
  lines: 'pozycji',
  amount: 'kwota',
  total: 'razem',
};

/** An event for a reader: words, and its facts as short pairs (amounts in złote). */
export function eventWords(event: { readonly what: string; readonly facts: string }): { title: string; facts: string } {
  const facts = JSON.parse(event.facts) as Record<string, string | number | boolean | null>;
  const pairs = Object.entries(facts).map(([name, value]) => `${nameOf(name)}: ${shown(name, value)}`);
  return { title: said[event.what] ?? event.what, facts: pairs.join(', ') };
}

function nameOf(fact: string): string {
  return factNames[fact.replace(/_?[gG]rosze$/, '')] ?? fact;
}

function shown(name: string, value: string | number | boolean | null): string {
  const isAmount = /grosze$/i.test(name) || name === 'amount';
  return isAmount && typeof value === 'number' ? formatAmount(value as Grosze) : String(value ?? '–');
}
