import { z } from 'zod';
import { demoFolder } from './folder.ts';
import { tellStory } from './telling.ts';

/** Tells the story beside the server, in a process of its own: `telling-process ROOT DATA_DIR`. Each stage that stands is a message. */
const [root, dataDir] = z.tuple([z.string(), z.string()]).parse(process.argv.slice(2));
const folder = demoFolder(dataDir);
folder.clearTelling();
await tellStory({
  root,
  dataDir: folder.tellingDir,
  snapshotPath: folder.snapshotOf,
  onStage: (stage) => process.send?.(stage),
});
process.disconnect?.();
