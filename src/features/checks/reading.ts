import { quoted } from '../../lib/polish.ts';
import type { SubmittedContent } from '../applications/content.ts';

/** What a group sent, arranged for reading beside a card. Without addresses and telephone numbers: they are not judged. */
export function readingOf(content: SubmittedContent) {
  const { applicant, schedule } = content;
  const titles = [...new Set(content.answers.map(({ section }) => section))];
  return {
    title: quoted(content.title),
    applicant: { kind: applicant.kindName, name: applicant.name || applicant.leaderName },
    requested: content.requestedGrosze,
    period: periodOf(schedule),
    sections: titles.map((title, index) => ({
      id: `czesc-${index + 1}`,
      title,
      answers: content.answers.filter(({ section, text }) => section === title && text !== ''),
    })),
    schedule,
    costs: content.costs,
    attachments: content.attachments.map(({ fileId, label, name, size }) => ({
      href: `/pliki/${fileId}`,
      name: label || name,
      size,
    })),
  };
}

function periodOf(schedule: SubmittedContent['schedule']) {
  const starts = schedule.map(({ startsOn }) => startsOn).sort();
  const ends = schedule.map(({ endsOn }) => endsOn).sort();
  const [first, last] = [starts[0], ends.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}
