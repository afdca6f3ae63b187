import type { Reader } from '../../db/connection.ts';
import { absent } from '../../web/answer.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { settingsRights } from './access.ts';
import { type Call, readCall } from './queries.ts';

/** The call of an address, for its staff: everybody with a role in it reads its settings, the coordinator changes them. Ends the visit as absent for others. */
export function staffCall(reader: Reader, visit: Visit, right: keyof ReturnType<typeof settingsRights>): Call {
  const call = readCall(reader, visit.id());
  if (call === undefined || !settingsRights(visit.actor, call.id)[right]) throw new Stop(absent);
  return call;
}
