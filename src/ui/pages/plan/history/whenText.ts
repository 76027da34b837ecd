import type { Format } from '~/i18n/format';
import type { Translate } from '~/i18n/translate';

/** When something was done: today 10:42, yesterday 18:20, 14 May. */
export function whenText(wallTime: string, { t, format, now }: { t: Translate; format: Format; now: Date }): string {
  const { day, text } = format.moment(wallTime, now);
  if (day === 'other') return text;
  return t(day === 'today' ? 'history.whenToday' : 'history.whenYesterday', { time: text });
}
