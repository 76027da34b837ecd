import type { Format } from '~/i18n/format';
import type { Translate } from '~/i18n/translate';

/** Who wrote a note and when: 张经理, today 10:38. A name nobody gave is left out. */
export function noteWhen(
  note: { who: string; wallTime: string },
  { t, format, now }: { t: Translate; format: Format; now: Date },
): string {
  const { day, text } = format.moment(note.wallTime, now);
  const time = day === 'other' ? text : t(day === 'today' ? 'plan.today' : 'plan.yesterday', { time: text });
  return [note.who, time].filter(Boolean).join(' · ');
}
