import { constants } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type DemoFolder, demoFolder } from '../../src/demo/folder.ts';
import { type DemoHouse, openDemoHouse } from '../../src/demo/house.ts';
import { type Client, client } from './client.ts';
import { root } from './data-folder.ts';
import { overHttp } from './over-http.ts';
import { toldStory } from './told-story.ts';

export interface TestDemo {
  readonly folder: DemoFolder;
  readonly house: DemoHouse;
  readonly url: string;
  visitor(): Client;
  close(): Promise<void>;
}

/** A demonstration of its own, at the opening stage, answering on a loopback port. Close it. */
export async function startTestDemo(): Promise<TestDemo> {
  const told = await toldStory();
  const dataDir = await mkdtemp(join(inject('runFolder'), 'demo-'));
  for (const part of ['DEMO', 'stages', 'files'])
    await cp(join(told.dataDir, part), join(dataDir, part), { recursive: true, mode: constants.COPYFILE_FICLONE });
  const folder = demoFolder(dataDir);
  let house: DemoHouse | undefined;
  const server = createServer((request, response) => void house?.serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  house = await openDemoHouse({
    root,
    folder,
    publicUrl: url,
    jobTickMs: 50,
    onLost(error) {
      throw error;
    },
  });
  return {
    folder,
    house,
    url,
    visitor: () => client(overHttp(url), url),
    async close() {
      server.close();
      server.closeAllConnections();
      await house?.close();
    },
  };
}
