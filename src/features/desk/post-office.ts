import type { FileAccess } from '../../files/records.ts';
import type { Workshop } from '../../jobs/worker.ts';
import type { LetterKinds } from '../../mail/kinds.ts';
import type { Sender } from '../../mail/postman.ts';

/** What the whole house knows and this room only shows. */
export interface PostOffice {
  readonly kinds: LetterKinds;
  readonly fileAccess: FileAccess;
  readonly sender: () => Sender;
  readonly workshop: Workshop;
}
