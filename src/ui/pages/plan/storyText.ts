import type { CellStory } from '~/domain/view';
import { commandText } from '~/i18n/effectText';
import type { Format } from '~/i18n/format';
import type { Translate } from '~/i18n/translate';

export interface StoryWords {
  t: Translate;
  format: Format;
  money(amount: number | null): string;
  now: Date;
}

/** How the number of a cell came about: sum or leaf, holds, goal. */
export function originText(story: CellStory, { t, money }: StoryWords): string {
  const where = (kind: 'freeze' | 'total') =>
    story.holds
      .filter((hold) => hold.kind === kind)
      .map((hold) => hold.labels.join(' › ') || t('plan.totalRow'))
      .slice(0, 2)
      .join(t.language === 'zh-CN' ? '、' : ', ');
  const parts = [
    sumText(story, t),
    story.held > 0 && story.leaves > 1 ? t('plan.heldStory', { n: story.held }) : null,
    where('freeze') ? t('plan.frozenStory', { where: where('freeze') }) : null,
    where('total') ? t('plan.totalStory', { where: where('total') }) : null,
    story.goal === null || story.kind === 'distinct' ? null : t('plan.goalStory', { amount: money(story.goal) }),
  ];
  return parts.filter((part): part is string => part !== null).join(t.language === 'zh-CN' ? '，' : ', ');
}

/** What the number is: a sum, a leaf, a count of its own, a ratio of two others. */
function sumText({ kind, value, leaves }: CellStory, t: Translate): string {
  if (value === null) return t('plan.blankStory');
  if (kind === 'distinct') return t('plan.countStory');
  if (kind === 'ratio') return t('plan.ratioStory');
  return leaves > 1 ? t('plan.calculated', { n: leaves }) : t('plan.single');
}

/** Who moved it last and how; null where nobody did. */
export function lastText(story: CellStory, { t, format, money, now }: StoryWords): string | null {
  const last = story.last;
  if (!last) return null;
  const moment = format.moment(last.wallTime, now);
  const time =
    moment.day === 'today'
      ? t('plan.today', { time: moment.text })
      : moment.day === 'yesterday'
        ? t('plan.yesterday', { time: moment.text })
        : moment.text;
  const when = last.who ? `${time} ${last.who}` : time;
  const what = [last.labels.join(' › '), commandText(last.command, t)].filter(Boolean).join(' ');
  if (last.before === null && last.after === null) return t('plan.lastDone', { when, what });
  return t('plan.lastChange', { when, what, before: money(last.before), after: money(last.after) });
}
