import { readFileSync } from 'node:fs';
import { type OwnProof, ownProofHolds, readOwnProof } from '../src/features/ranking/own-proof.ts';
import { offendersIn, type RankingProof, readProof } from '../src/features/ranking/proof.ts';
import { fingerprint } from '../src/lib/fingerprint.ts';

/**
 * `npm run verify-ranking -- FILE`: counts an adopted ranking again from its file, or a group's own result from the file of its page, without the server
 * and its database, and prints the fingerprint that the minutes must show. Ends with exit code 1 where the file is none or its figures do not follow.
 */
function main(path: string): void {
  const text = readFileSync(path, 'utf8');
  const [whole, own] = [readProof(text), readOwnProof(text)];
  if (whole.ok) verifyRanking(whole.value);
  else if (own.ok) verifyResult(own.value);
  else throw new Error(`${path} is not a ranking to verify`);
}

function verifyRanking(proof: RankingProof): void {
  const { call, applications, criteria, rules } = proof;
  const cards = applications.reduce((sum, one) => sum + one.cards.length, 0);
  console.log(
    `${call}: ${applications.length} applications, ${cards} cards, ${criteria.length} criteria, ${rules.method}`,
  );
  console.log(`SHA-256 ${fingerprint(proof)}`);
  const offending = offendersIn(proof);
  if (offending.length > 0)
    throw new Error(`Counted again, other rows come out for the applications ${offending.join(', ')}`);
  console.log(
    'Counted again, every place and every figure is the same. Compare the fingerprint with the one in the minutes.',
  );
}

function verifyResult(proof: OwnProof): void {
  const { call, number, cards, criteria, rules, row, ranking } = proof;
  console.log(`${call}, application ${number}: ${cards.length} cards, ${criteria.length} criteria, ${rules.method}`);
  if (!ownProofHolds(proof)) throw new Error('Counted again, other points come out');
  console.log(
    `Counted again, the points are the same. Place ${row.place} follows from everybody's cards: the ranking with SHA-256 ${ranking}, as in the minutes.`,
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
