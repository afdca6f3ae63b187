import { readFileSync } from 'node:fs';
import { offendersIn, readProof } from '../src/features/ranking/proof.ts';
import { fingerprint } from '../src/lib/fingerprint.ts';

/**
 * `npm run verify-ranking -- FILE`: counts an adopted ranking again from its file, without the server and its database, and prints the fingerprint that
 * the minutes must show. Ends with exit code 1 where the file is none or its order does not follow.
 */
function main(path: string): void {
  const proof = readProof(readFileSync(path, 'utf8'));
  if (!proof.ok) throw new Error(`${path} is not a ranking to verify`);
  const { call, applications, criteria, rules } = proof.value;
  const cards = applications.reduce((sum, one) => sum + one.cards.length, 0);
  console.log(
    `${call}: ${applications.length} applications, ${cards} cards, ${criteria.length} criteria, ${rules.method}`,
  );
  console.log(`SHA-256 ${fingerprint(proof.value)}`);
  const offending = offendersIn(proof.value);
  if (offending.length > 0)
    throw new Error(`Counted again, other rows come out for the applications ${offending.join(', ')}`);
  console.log(
    'Counted again, every place and every figure is the same. Compare the fingerprint with the one in the minutes.',
  );
}

try {
  const [path] = process.argv.slice(2);
  if (path === undefined) throw new Error('Which file? npm run verify-ranking -- ranking-PB-2024.json');
  main(path);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
