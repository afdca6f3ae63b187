/** „15”, „9.30” and „9:30” as `15:00` and `09:30`. Whether there is such an hour, `warsawToInstant` knows. */
export function clockTime(typed: string): string {
  const [hours = '', minutes = '00'] = typed.replace(/\s+/g, '').split(/[.:,]/, 2);
  return `${hours.padStart(2, '0')}:${minutes}`;
}
