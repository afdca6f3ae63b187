import type { FastifyRequest } from 'fastify';
import type { FileStore, StoredBlob } from '../files/store.ts';
import { type FieldErrors, nested } from './form.ts';
import { fileMessages } from './messages.ts';

/** A file that lies in the store, not yet belonging to any record. An empty file field leaves no trace here. */
export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly blob: StoredBlob;
}

export interface Upload {
  readonly files: readonly UploadedFile[];
  readonly errors: FieldErrors;
}

/**
 * Streams a multipart body into the store, its fields into `body`: what came before a fault is there even when this throws.
 * A file that is refused becomes a field error; the rest of the form goes on. Without a store (whoever sends may not) files run off unread.
 */
export async function readUpload(
  request: FastifyRequest,
  store: FileStore | undefined,
  limitBytes: number,
  body: Record<string, unknown>,
): Promise<Upload> {
  const files: UploadedFile[] = [];
  const fields = new URLSearchParams();
  const refusals: { field: string; name: string; text: string }[] = [];
  // Multipart is registered with throwFileSizeLimit off: a file over the limit is a sentence at its field, not the end of the form.
  try {
    for await (const part of request.parts({
      limits: { fileSize: limitBytes + 1, files: 10, fields: 1000, fieldSize: 100_000 },
    })) {
      if (part.type === 'field') {
        if (typeof part.value !== 'string') continue;
        fields.append(part.fieldname, part.value);
        continue;
      }
      if (store === undefined || part.filename === '' || part.filename === undefined) {
        part.file.resume();
        continue;
      }
      const stored = await store.receive(part.file, limitBytes);
      if (stored.ok) files.push({ field: part.fieldname, name: part.filename, blob: stored.value });
      else {
        const text = fileMessages[stored.code]?.(stored.facts ?? {}) ?? stored.code;
        refusals.push({ field: part.fieldname, name: part.filename, text });
      }
    }
  } finally {
    Object.assign(body, nested(fields.toString()));
  }
  return { files, errors: errorsOf(files, refusals) };
}

/** Of several files of one field each refused one is named. */
function errorsOf(
  files: readonly UploadedFile[],
  refusals: readonly { readonly field: string; readonly name: string; readonly text: string }[],
): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { field, name, text } of refusals) {
    const isAlone = [...files, ...refusals].filter((one) => one.field === field).length === 1;
    const said = isAlone ? text : `${name}: ${text}`;
    errors[field] = errors[field] === undefined ? said : `${errors[field]} ${said}`;
  }
  return errors;
}
