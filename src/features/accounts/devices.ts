import { devices } from './texts.ts';

/** What a person knows a browser by, from what it says of itself: „Firefox, komputer z Windows”. */
export function deviceName(userAgent: string): string {
  const [browser, system] = [devices.browsers, devices.systems].map(
    (names) => names.find(([, sign]) => sign.test(userAgent))?.[0],
  );
  return [browser ?? devices.unknown, system].filter((part) => part !== undefined).join(', ');
}
