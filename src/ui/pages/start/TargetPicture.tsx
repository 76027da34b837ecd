import { For } from 'solid-js';

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
