import { createUniqueId, type JSX, Show } from 'solid-js';

export interface SectionProps {
  /** The finding, not the subject: "Forecast 9,720, 280 short of target". */
  finding: string;
  /** Unit, source and date. */
  caption?: string;
  /** Controls at the right end of the head. */
  tools?: JSX.Element;
  children: JSX.Element;
}

/** A part of a page under its finding. */
export function Section(props: SectionProps) {
  const id = createUniqueId();
  return (
    <section class="section" aria-labelledby={id}>
      <div class="section__head">
        <div class="section__words">
          <h2 id={id} class="type-section">
            {props.finding}
          </h2>
          <Show when={props.caption}>
            <p class="type-caption">{props.caption}</p>
          </Show>
        </div>
        {props.tools}
      </div>
      {props.children}
    </section>
  );
}
