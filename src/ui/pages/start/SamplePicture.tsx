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
