import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type BrowserServer, chromium } from 'playwright-core';

const decompress = promisify(brotliDecompress);

/** A Chromium that talks to nobody but this machine and keeps its own security rules. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** Starts the one browser of a test run; tests connect to `wsEndpoint()`. The caller closes it. */
export async function launchChromium(): Promise<BrowserServer> {
  const home = await unpackedChromium();
  return chromium.launchServer({
    host: '127.0.0.1',
    executablePath: join(home, 'chromium'),
    args: flags,
    env: { ...process.env, LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_PATH: home },
  });
}

/**
 * The folder with the browser of the installed package, its libraries and fonts, so that a bare Debian is enough.
 * It is unpacked once per machine and version, under a temporary name until it is whole.
 */
async function unpackedChromium(): Promise<string> {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `oddolnie-chromium-${version}-${userInfo().uid}`);
  if (existsSync(home)) return home;

  const halfway = await mkdtemp(`${home}-`);
  await unpackInto(halfway, join(packed, 'bin'));
  await writeFile(join(halfway, 'fonts.conf'), fontsIn(home));
  try {
    await rename(halfway, home);
  } catch (error) {
    // Another run on this machine was quicker; its copy is the same.
    if (!existsSync(home)) throw error;
    await rm(halfway, { recursive: true });
  }
  return home;
}

async function unpackInto(folder: string, bin: string): Promise<void> {
  const [browser, libraries, fonts] = await Promise.all(
    ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map(async (name) => decompress(await readFile(join(bin, name)))),
  );
  if (!browser || !libraries || !fonts) throw new Error('the browser package is incomplete');
  await writeFile(join(folder, 'chromium'), browser);
  await chmod(join(folder, 'chromium'), 0o755);
  await untar(libraries, folder);
  await untar(fonts, folder);
}

/** The same few fonts on every machine, whatever is installed there. */
function fontsIn(home: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/cache</cachedir></fontconfig>
`;
}

function untar(archive: Buffer, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const tar = spawn('tar', ['-x', '--no-same-owner', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] });
    tar.once('error', reject);
    tar.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`tar ended with ${code}`))));
    tar.stdin.end(archive);
  });
}
