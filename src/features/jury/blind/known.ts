import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { tellingCodes } from '../../applications/blind/reading.ts';
import { posterNameOf, readSubmitted, type SubmittedContent } from '../../applications/content.ts';
import { namesIn } from './heads.ts';
import { type FreeText, type Known, type Passage, passagesIn } from './passages.ts';
import { traceTexts } from './texts.ts';

/** Passages of the free text of an application that name who sent it; none where nothing was sent. */
export function passagesOf(reader: Reader, applicationId: number): Passage[] {
  const sent = readSubmitted(reader, applicationId);
  if (sent === undefined) return [];
  const telling = tellingCodes(reader, sent.callId);
  return passagesIn(freeTextsOf(sent.content, telling), knownOf(reader, applicationId, sent.content, telling));
}

/** What is known of who sent an application; see `Known`. */
export function knownIn(reader: Reader, applicationId: number): Known | undefined {
  const sent = readSubmitted(reader, applicationId);
  return sent && knownOf(reader, applicationId, sent.content, tellingCodes(reader, sent.callId));
}

function knownOf(
  reader: Reader,
  applicationId: number,
  content: SubmittedContent,
  telling: ReadonlySet<string>,
): Known {
  const { name, leaderName, groupMembers, guardianName, email, phone } = content.applicant;
  const writers = reader.all<{ name: string; email: string; phone: string }>(sql`
    select p.name, coalesce(p.email, '') as email, p.phone from application_members m join people p on p.id = m.person_id
    where m.application_id = ${applicationId}`);
  const told = content.answers
    .filter(({ code }) => telling.has(code))
    .flatMap(({ text }) => text.split(/[\n,;]/))
    .map((part) => part.trim())
    .filter((part) => part.length <= 120 && /\p{Lu}/u.test(part));
  const people = [leaderName, guardianName, ...namesIn(groupMembers), ...writers.map((writer) => writer.name)];
  return {
    people: people.filter(isSaid),
    // A person who applies alone is known by the surname; what stands in quotes is a name of its own.
    names: [...(name === leaderName ? [] : [name, ...quotedIn(name)]), posterNameOf(content), ...told].filter(isSaid),
    emails: [email, ...writers.map((writer) => writer.email)].filter(isSaid),
    phones: [phone, ...writers.map((writer) => writer.phone)].filter(isSaid),
  };
}

const isSaid = (text: string) => text.trim() !== '';

function quotedIn(name: string): string[] {
  return [...name.matchAll(/[\u201e\u201c"\u00ab](.+?)[\u201d\u201c"\u00bb]/gu)].flatMap(([, inside]) => inside ?? []);
}

function freeTextsOf({ title, answers, schedule, costs }: SubmittedContent, telling: ReadonlySet<string>): FreeText[] {
  return [
    { where: traceTexts.title, text: title },
    ...answers.filter(({ code }) => !telling.has(code)).map(({ label, text }) => ({ where: label, text })),
    ...schedule.map(({ activity, place }) => ({ where: traceTexts.schedule, text: [activity, place].join('; ') })),
    ...costs.map(({ name }) => ({ where: traceTexts.costs, text: name })),
  ];
}
