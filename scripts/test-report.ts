import { readFileSync } from 'node:fs';
import { z } from 'zod';

const reportShape = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** Prints the last line of a run, `N passed, M failed`; a skipped test, or a run that never began, is a failure. */
const written = readFileSync(process.argv[2] ?? '', 'utf8');
if (written === '') {
  console.log('0 passed, 1 failed (the tests did not start)');
  process.exit(1);
}
const report = reportShape.parse(JSON.parse(written));
const skipped = report.numPendingTests + report.numTodoTests;
// A file that fails to load counts no test of its own.
const failed = report.numFailedTests || report.numFailedTestSuites || (report.success ? 0 : 1);
console.log(`${report.numPassedTests} passed, ${failed + skipped} failed${skipped ? ` (${skipped} skipped)` : ''}`);
process.exit(failed + skipped > 0 || report.numPassedTests === 0 ? 1 : 0);
