import { sql } from 'drizzle-orm';
import type { Reader } from '../db/connection.ts';
import type { letters } from '../db/schema/mail.ts';

/** By which way a letter goes; all are equal. */
export type Channel = (typeof letters.$inferSelect)['channel'];

export const channels = ['email', 'print', 'phone', 'e_delivery'] as const satisfies readonly Channel[];

/** Staff's choice for the person, merged accounts included; else e-mail where there is an address, and paper where there is none. */
export function channelFor(
  reader: Reader,
  to: { readonly personId: number | null; readonly address: string },
): Channel {
  const chosen = to.personId === null ? undefined : chosenChannel(reader, to.personId);
  if (chosen === undefined || chosen === null) return to.address === '' ? 'print' : 'email';
  return chosen === 'email' && to.address === '' ? 'print' : chosen;
}

function chosenChannel(reader: Reader, personId: number): Channel | null | undefined {
  return reader.get<{ channel: Channel | null }>(sql`
    select c.channel from contacts c join people p on p.id = c.person_id, people asked where asked.id = ${personId}
      and coalesce(p.merged_into_id, p.id) = coalesce(asked.merged_into_id, asked.id) order by c.updated_at desc, c.person_id limit 1`)
    ?.channel;
}
