import type { Reader } from '../../../db/connection.ts';
import { documentsOf } from '../../../pdf/register.ts';
import { fileHref } from './content.ts';

/** The PDFs of a submitted application, that they are being made, or that they could not be. */
export function documentItems(reader: Reader, applicationId: number) {
  return documentsOf(reader, { kind: 'application', id: applicationId })
    .reverse()
    .map(({ title, state, fileId, size }) => ({
      name: title,
      href: fileId === null ? '' : fileHref(fileId),
      size,
      isUnmade: state === 'failed',
    }));
}
