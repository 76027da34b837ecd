import type { At } from '~/domain/cell';
import type { EventLine } from '~/domain/forecastView';
import { formatAt } from '~/state/address';
import { useText } from '../../../components/TextProvider';

/** How marks are put: what it is, when, what it does, and where it was marked if not here. */
export function useEventWords() {
  const { t, format } = useText();
  const months = ({ from, to }: Pick<EventLine, 'from' | 'to'>): string =>
    from === to ? format().longMonth(from) : `${format().longMonth(from)}–${format().longMonth(to)}`;
  const effect = ({ kind, decision, found, lift }: EventLine): string => {
    if (kind === 'outlier') return decision === 'adjust' ? t('event.leftOut') : t('event.isReal');
    if (decision === 'keep') return t('event.ignored');
    if (lift !== null) return t('event.liftGiven', { lift: format().growth(lift) });
    if (!found || found.source === 'unknown') return t('event.liftUnknown');
    const range = format().interval(format().growth(found.lower), format().growth(found.upper));
    const words = { lift: format().growth(found.lift), range };
    return found.source === 'pooled'
      ? t('event.liftPooled', words)
      : t('event.liftLearned', { ...words, n: found.months });
  };
  return {
    name: (event: EventLine): string =>
      event.title || (event.kind === 'outlier' ? t('event.kindOutlier') : t('event.kindPromotion')),
    months,
    effect,
    node: (label: string): string => label || t('event.whole'),
    /** Where it was marked, where that is not the node that is looked at. */
    place: (event: EventLine, at: At): string =>
      formatAt(event.at) === formatAt(at) ? '' : event.label || t('event.whole'),
  };
}
