import { accountPaths } from './paths.ts';

const own = 'https://own.invalid';

/** Where to go after entering: the path asked for when it lies on this site, else the person's home. */
export function nextPathOf(asked: string): string {
  if (!/^\/(?![/\\])[^\\\p{C}]{0,500}$/u.test(asked) || !URL.canParse(asked, own)) return accountPaths.home;
  const url = new URL(asked, own);
  const isDoor = url.pathname === accountPaths.signIn || url.pathname.startsWith(`${accountPaths.signIn}/`);
  // Dots folded away may leave „//elsewhere”, which browsers read as another site.
  const isElsewhere = url.origin !== own || url.pathname.startsWith('//');
  return isElsewhere || isDoor ? accountPaths.home : url.pathname + url.search;
}
