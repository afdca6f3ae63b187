import { readConfig } from '../src/config.ts';
import { backUp } from '../src/db/backup.ts';

const [target] = process.argv.slice(2);
if (target === undefined) {
  process.stderr.write('Name the new folder for the copy: npm run backup -- FOLDER\n');
  process.exitCode = 1;
} else {
  const { dataDir } = readConfig(process.env);
  const { files } = backUp(dataDir, target);
  process.stdout.write(`${dataDir} is copied to ${target} and verified: database and ${files} files\n`);
}
