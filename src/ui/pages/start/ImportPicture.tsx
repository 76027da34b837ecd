import { For } from 'solid-js';
import { useText } from '../../components/TextProvider';

/** Columns of a file that turn into what the plan speaks of. */
export function ImportPicture() {
  const { t } = useText();
  return (
    <svg class="choice__picture" width="260" height="112" viewBox="0 0 260 112" aria-hidden="true">
      <g class="picture__faint">
        <text x="0" y="13">
          {t('start.colCustomer')}
        </text>
        <text x="86" y="13">
          {t('start.colArea')}
        </text>
        <text x="168" y="13" text-anchor="end">
          01
        </text>
        <text x="212" y="13" text-anchor="end">
          02
        </text>
        <text x="256" y="13" text-anchor="end">
          03
        </text>
      </g>
      <text x="0" y="35">
        {t('start.customerOne')}
      </text>
      <text x="86" y="35">
        {t('start.areaOne')}
      </text>
      <text x="0" y="57">
        {t('start.customerTwo')}
      </text>
      <text x="86" y="57">
        {t('start.areaTwo')}
      </text>
      <For
        each={[
          ['12.4', '8.1', '14.0'],
          ['9.8', '6.5', '10.2'],
        ]}
      >
        {(row, line) => (
          <For each={row}>
            {(value, at) => (
              <text x={168 + at() * 44} y={35 + line() * 22} text-anchor="end">
                {value}
              </text>
            )}
          </For>
        )}
      </For>
      <path class="picture__line" d="M0 20.5H260M0 42.5H260M0 64.5H260" />
      <path
        class="picture__edge"
        d="M12.5 72V89M8 84.500L12.500 89L17 84.500M95.500 72V89M91 84.500L95.500 89L100 84.500M205.500 72V89M201 84.500L205.500 89L210 84.500"
      />
      <g class="picture__ink">
        <text x="0" y="107">
          {t('start.toCustomer')}
        </text>
        <text x="86" y="107">
          {t('start.toRegion')}
        </text>
        <text x="256" y="107" text-anchor="end">
          {t('start.toMonth')}
        </text>
      </g>
    </svg>
  );
}
