import { For } from 'solid-js';
import type { ValueView } from '~/domain/customerValue';
import { useText } from '../../../components/TextProvider';
import { repeatText } from './repeatText';

const WIDTH = 308;
const TOP = 8;
const FLOOR = 96;

/** Customers by repeat purchases: what is as bars, what the model expects as a line across each. */
export function CountsChart(props: { counts: ValueView['counts'] }) {
  const { t, format } = useText();
  const step = () => WIDTH / Math.max(1, props.counts.length);
  const most = () => Math.max(1, ...props.counts.flatMap(({ expected, actual }) => [expected, actual]));
  const height = (customers: number) => (customers / most()) * (FLOOR - TOP);
  return (
    <figure class="counts">
      <svg class="counts__plot" viewBox={`0 0 ${WIDTH} 116`} role="img" aria-label={t('value.fitCaption')}>
        <For each={props.counts}>
          {(row, index) => (
            <>
              <rect
                class="counts__bar"
                x={index() * step() + 5}
                y={FLOOR - height(row.actual)}
                width={step() - 10}
                height={height(row.actual)}
              />
              <path class="counts__line" d={`M${index() * step() + 2} ${FLOOR - height(row.expected)}h${step() - 4}`} />
              <text class="counts__axis" x={(index() + 0.5) * step()} y={FLOOR + 15} text-anchor="middle">
                {repeatText(row, format())}
              </text>
            </>
          )}
        </For>
        <path class="counts__floor" d={`M0 ${FLOOR + 0.5}H${WIDTH}`} />
      </svg>
      <figcaption class="counts__legend">
        <span>
          <i class="counts__key" aria-hidden="true" />
          {t('value.actual')}
        </span>
        <span>
          <i class="counts__key counts__key--line" aria-hidden="true" />
          {t('value.expected')}
        </span>
      </figcaption>
    </figure>
  );
}
