import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { documentsOf } from '../../../pdf/register.ts';
import { applicationFiles } from '../access.ts';
import { fileHref } from './content.ts';

/** The PDFs of a submitted application that the actor may open, that they are being made, or that they could not be. */
export function documentItems(reader: Reader, actor: Actor, applicationId: number) {
  return documentsOf(reader, { kind: 'application', id: applicationId })
    .filter(({ fileId }) => fileId === null || applicationFiles['application']?.(reader, actor, applicationId, fileId))
    .reverse()
    .map(({ title, state, fileId, size }) => ({
      name: title,
      href: fileId === null ? '' : fileHref(fileId),
      size,
      isUnmade: state === 'failed',
    }));
}
