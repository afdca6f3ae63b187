import { type Day, day } from '../../../lib/days.ts';
import type { StoryTime } from '../../stages.ts';

/** Within the same day. */
export function later(time: StoryTime, minutes: number): StoryTime {
  const [on = '', hour = ''] = time.split(' ');
  const minute = Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3)) + minutes;
  const twoDigits = (n: number) => String(n).padStart(2, '0');
  return `${on} ${twoDigits(Math.floor(minute / 60))}.${twoDigits(minute % 60)}`;
}

export function dayOf(time: StoryTime): Day {
  return day(time.slice(0, 10));
}
