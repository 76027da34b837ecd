import type { JSX } from 'solid-js';

/** What stands beside a list: it scrolls by itself, so that keys must reach it too. */
export function SidePart(props: { label: string; children: JSX.Element }) {
  return (
    <section
      class="service__side"
      aria-label={props.label}
      ref={(element) => {
        element.tabIndex = 0;
      }}
    >
      {props.children}
    </section>
  );
}
