import { createMemo, For } from 'solid-js';
import { civilOf, type Day } from '~/domain/period';
import type { DueView } from '~/domain/serviceView';
import { useText } from '../../../components/TextProvider';

const WEEK = 7;
/** Shades of a day, by its share of the busiest one. */
const SHADES = 4;

export interface VisitStripProps {
  view: DueView;
  day: Day | null;
  onDay: (day: Day | null) => void;
}

/** Four weeks, a row each: how many visits fall due a day. A day is a button that filters the list. */
export function VisitStrip(props: VisitStripProps) {
  const { t, format } = useText();
  const most = createMemo(() => Math.max(1, ...props.view.strip.map(({ due }) => due)));
  const weeks = createMemo(() =>
    Array.from({ length: props.view.strip.length / WEEK }, (_, w) => props.view.strip.slice(w * WEEK, (w + 1) * WEEK)),
  );
  return (
    <fieldset class="visit-strip">
      <legend class="unseen">{t('service.visits.strip')}</legend>
      <For each={weeks()}>
        {(week) => (
          <div class="visit-strip__week">
            <For each={week}>
              {(one) => (
                <button
                  type="button"
                  class="visit-strip__day"
                  data-shade={one.due === 0 ? 0 : Math.ceil((one.due / most()) * SHADES)}
                  data-off={one.working ? undefined : ''}
                  data-today={one.day === props.view.on ? '' : undefined}
                  aria-pressed={props.day === one.day}
                  aria-label={
                    one.working || one.due > 0
                      ? t('service.visits.stripDay', { day: format().day(one.day), n: one.due })
                      : t('service.visits.stripOff', { day: format().day(one.day) })
                  }
                  onClick={() => props.onDay(props.day === one.day ? null : one.day)}
                >
                  {/* Drawn, not written: the label says both in words. */}
                  <span class="visit-strip__date" data-text={civilOf(one.day).date} />
                  <span class="visit-strip__due" data-text={one.due > 0 ? format().count(one.due) : ''} />
                </button>
              )}
            </For>
          </div>
        )}
      </For>
    </fieldset>
  );
}
