import { z } from 'zod';
import { type Day, parseDay } from '../../lib/days.ts';
import { signingMessages } from './texts.ts';

export const emptyForm = z.object({});

/** What the page showed as the text to be issued. */
export const issueForm = z.object({ seen: z.string().default('') });

export const signingForm = z.object({
  signedOn: z
    .string()
    .catch('')
    .transform((typed, issues): Day => {
      const read = parseDay(typed);
      if (read.ok) return read.value;
      issues.addIssue({ code: 'custom', message: signingMessages[read.code as keyof typeof signingMessages] });
      return z.NEVER;
    }),
});

export const scanLimitBytes = 10 * 1024 * 1024;
