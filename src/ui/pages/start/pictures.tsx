import { For } from 'solid-js';
import { useText } from '../../components/TextProvider';

const HEADS = ['FY27', 'Q1', 'Q2', 'Q3', 'Q4'];
const RIGHTS = [130, 173, 217, 260, 304];
/** Quarters add up to the year, regions to the total. */
const ROWS: { name: 'north' | 'east' | 'west' | 'total'; values: string[] }[] = [
  { name: 'north', values: ['12,420', '2,535', '3,216', '3,292', '3,377'] },
  { name: 'east', values: ['11,600', '2,264', '2,911', '3,134', '3,291'] },
  { name: 'west', values: ['8,400', '1,739', '2,157', '2,201', '2,303'] },
  { name: 'total', values: ['32,420', '6,538', '8,284', '8,627', '8,971'] },
];

/** A small plan: typed years in ink, quarters that follow. */
export function SamplePicture() {
  const { t } = useText();
  return (
    <svg class="choice__picture" width="304" height="112" viewBox="0 0 304 112" aria-hidden="true">
      <For each={HEADS}>
        {(head, at) => (
          <text class="picture__faint" x={RIGHTS[at()]} y="13" text-anchor="end">
            {head}
          </text>
        )}
      </For>
      <For each={ROWS}>
        {(row, line) => (
          <g classList={{ picture__strong: row.name === 'total' }}>
            <text x="0" y={35 + line() * 23}>
              {t(`start.${row.name}`)}
            </text>
            <For each={row.values}>
              {(value, at) => (
                <text
                  classList={{ picture__ink: at() === 0 && row.name !== 'total' }}
                  x={RIGHTS[at()]}
                  y={35 + line() * 23}
                  text-anchor="end"
                >
                  {value}
                </text>
              )}
            </For>
          </g>
        )}
      </For>
      <path class="picture__line" d="M0 20.5H304M0 43.5H304M0 66.5H304M0 112H304" />
      <path class="picture__edge" d="M0 89.5H304" />
    </svg>
  );
}

const PARTS = [
  { x: 6, value: '4,800' },
  { x: 112, value: '4,000' },
  { x: 218, value: '3,200' },
];
const MONTHS = [
  { at: 4, high: 11, depth: 0.4 },
  { at: 23, high: 13, depth: 0.55 },
  { at: 42, high: 15, depth: 0.72 },
  { at: 61, high: 17, depth: 0.88 },
];

/** One total that becomes three parts, and each part its months. */
export function TargetPicture() {
  return (
    <svg class="choice__picture" width="304" height="112" viewBox="0 0 304 112" aria-hidden="true">
      <path class="picture__edge" d="M152 28V38.5M46 48V38.5H258V48M152 38V48" />
      <rect class="picture__box picture__box--ink" x="92" y="1" width="120" height="27" rx="3" />
      <text class="picture__ink type-section" x="152" y="19" text-anchor="middle">
        12,000
      </text>
      <For each={PARTS}>
        {(part) => (
          <g>
            <rect class="picture__box" x={part.x} y="48.5" width="80" height="24" rx="3" />
            <text x={part.x + 40} y="64" text-anchor="middle">
              {part.value}
            </text>
            <For each={MONTHS}>
              {(month) => (
                <rect
                  class="picture__bar"
                  opacity={month.depth}
                  x={part.x + month.at}
                  y={109 - month.high}
                  width="14"
                  height={month.high}
                />
              )}
            </For>
          </g>
        )}
      </For>
    </svg>
  );
}

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
