import { toCurrency } from 'n2words/pl-PL';
import type { Grosze } from './money.ts';

/** The amount as agreements spell it: whole currency in words, grosze as `nn/100`. */
export function amountInWords(amount: Grosze): string {
  const size = BigInt(Math.abs(amount));
  const words = toCurrency(size / 100n);
  const hundredths = String(size % 100n).padStart(2, '0');
  return `${amount < 0 ? 'minus ' : ''}${words} ${hundredths}/100`;
}
