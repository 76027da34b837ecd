import { Show } from 'solid-js';
import type { KpiCard } from '~/domain/view';
import { Spark } from '../../components/Spark';
import { StatusMark } from '../../components/StatusMark';
import { useText } from '../../components/TextProvider';
import { Bullet } from './Bullet';
import { trendLine } from './cardFigure';
import { useKpiWords } from './useKpiWords';

export interface KpiTileProps {
  card: KpiCard;
  open: boolean;
  onOpen: () => void;
}

/** Id of a tile, so that the panel can give the focus back to it. */
export const tileId = (kpi: string): string => `kpi-${kpi}`;

/** One KPI: name, status, value, limit, trend. Its definition is one click away. */
export function KpiTile(props: KpiTileProps) {
  const { t, format } = useText();
  const words = useKpiWords();
  const figure = () => words.figure(props.card, props.card.value);
  return (
    <li class="kpi">
      <button
        type="button"
        id={tileId(props.card.id)}
        class="kpi__button"
        aria-expanded={props.open}
        onClick={() => props.onOpen()}
      >
        <span class="kpi__row">
          <span class="kpi__name">{words.name(props.card)}</span>
          <Show when={words.status(props.card)}>
            {(word) => <StatusMark status={props.card.status} word={word()} />}
          </Show>
        </span>
        <span class="kpi__row kpi__row--value">
          <span class="kpi__value" classList={{ 'kpi__value--none': props.card.value === null }}>
            <span class="type-value">{figure().text}</span>
            <span class="kpi__unit">{figure().unit}</span>
          </span>
          <Show when={trendLine(props.card)}>{(values) => <Spark values={values()} width={76} height={24} />}</Show>
        </span>
        <Bullet card={props.card} />
        <span class="kpi__row kpi__foot">
          <span class="kpi__caption">
            {words.caption(props.card)}
            <Show when={props.card.asOf}>{(day) => <> · {t('kpi.asOf', { date: format().isoDay(day()) })}</>}</Show>
          </span>
          <span class="kpi__limit">{words.limit(props.card)}</span>
        </span>
      </button>
    </li>
  );
}
