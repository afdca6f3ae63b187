import { execFileSync } from 'node:child_process';
import { deadlineFaults } from './deadline.ts';
import { mailFaults } from './mail.ts';

// `npm run faults -- mail|deadline [seed]`: one line of JSON; exit code 1 when something is lost, doubled or spoilt.
const faults: Readonly<Record<string, (seed: string) => Promise<{ figures: object; isFine: boolean }>>> = {
  /** Nothing lost, and no more doubled than there were kills. */
  async mail(seed) {
    const kills = 100;
    const figures = await mailFaults({ letters: 500, kills, seed });
    const { lost, doubled, acknowledged, asked } = figures;
    return { figures, isFine: lost === 0 && doubled <= kills && acknowledged === asked };
  },
  async deadline(seed) {
    const figures = await deadlineFaults({ groups: 1000, atOnce: 64, seconds: 60, seed });
    const { lost, doubled, gaps, spoiltFiles, lateAccepted, brokenInvariants } = figures;
    return { figures, isFine: lost + doubled + gaps + spoiltFiles + lateAccepted + brokenInvariants === 0 };
  },
};

const [what = '', seed = what] = process.argv.slice(2);
const chosen = faults[what];
if (chosen === undefined) {
  process.stderr.write(`Say what should fail: ${Object.keys(faults).join(' or ')}, as in npm run faults -- mail\n`);
  process.exit(2);
}
execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
const { figures, isFine } = await chosen(seed);
process.stdout.write(`${JSON.stringify(figures)}\n`);
if (!isFine) process.exitCode = 1;
