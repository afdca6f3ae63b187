import type { TestProject } from 'vitest/node';
import { launchChromium } from './support/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of this run listens. */
    browserEndpoint: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await launchChromium();
  project.provide('browserEndpoint', server.wsEndpoint());
  return () => server.close();
}
