import { Show } from 'solid-js';
import { useText } from '../../../components/TextProvider';

/** Names the parts of the chart by how they are drawn. */
export function OutlookLegend(props: { hasRunRate: boolean; hasTarget: boolean }) {
  const { t } = useText();
  return (
    <ul class="legend">
      <Show when={props.hasRunRate}>
        <li class="legend__item">
          <svg width="16" height="10" viewBox="0 0 16 10" aria-hidden="true">
            <rect class="outlook-swatch outlook-swatch--base" width="16" height="10" />
          </svg>
          {t('pipeline.outlook.runRate')}
        </li>
      </Show>
      <li class="legend__item">
        <svg width="18" height="4" viewBox="0 0 18 4" aria-hidden="true">
          <path class="legend__line legend__line--forecast" d="M0 2H18" />
        </svg>
        {t(props.hasRunRate ? 'pipeline.outlook.combined' : 'pipeline.outlook.dealsSum')}
      </li>
      <li class="legend__item">
        <svg width="16" height="10" viewBox="0 0 16 10" aria-hidden="true">
          <rect class="fan-wash" width="16" height="10" />
        </svg>
        {t('pipeline.outlook.range')}
      </li>
      <Show when={props.hasTarget}>
        <li class="legend__item">
          <svg width="18" height="4" viewBox="0 0 18 4" aria-hidden="true">
            <path class="legend__line legend__line--target" d="M0 2H18" />
          </svg>
          {t('pipeline.outlook.target')}
        </li>
      </Show>
    </ul>
  );
}
