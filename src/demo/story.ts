import type { Happening } from './happening.ts';
import { agreeing } from './story/agreeing.ts';
import { announcing } from './story/announcing.ts';
import { checking } from './story/checking.ts';
import { deciding } from './story/deciding.ts';
import { filing } from './story/filing.ts';
import { guardians } from './story/guardians.ts';
import { handingOver } from './story/handing-over.ts';
import { judging } from './story/judging.ts';
import { mailing } from './story/mailings.ts';
import { meeting } from './story/meeting.ts';
import { money } from './story/money.ts';
import { negotiating } from './story/negotiating.ts';
import { publicVoices } from './story/public-voices.ts';
import { publishing } from './story/publishing.ts';
import { scoring } from './story/scoring.ts';

/** The whole story, stage by stage; the teller puts it in the order of its times. */
export const story: readonly Happening[] = [
  ...announcing,
  ...publicVoices,
  ...publishing,
  ...filing,
  ...checking,
  ...judging,
  ...scoring,
  ...meeting,
  ...deciding,
  ...guardians,
  ...handingOver,
  ...negotiating,
  ...agreeing,
  ...money,
  ...mailing,
];
