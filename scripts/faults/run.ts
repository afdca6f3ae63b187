import { execFileSync } from 'node:child_process';
import { mailFaults } from './mail.ts';

// `npm run faults -- mail [seed]`: one line of JSON; exit code 1 unless nothing is lost and no more is doubled than there were kills.
const [what, seed = 'mail'] = process.argv.slice(2);
if (what !== 'mail') {
  process.stderr.write('Say what should fail: npm run faults -- mail\n');
  process.exit(2);
}
execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
const kills = 100;
const figures = await mailFaults({ letters: 500, kills, seed });
process.stdout.write(`${JSON.stringify(figures)}\n`);
if (figures.lost > 0 || figures.doubled > kills || figures.acknowledged !== figures.asked) process.exitCode = 1;
