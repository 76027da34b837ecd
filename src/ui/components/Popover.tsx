import * as Kobalte from '@kobalte/core/popover';
import type { JSX } from 'solid-js';
import { topLayer } from './topLayer';

export interface PopoverProps {
  trigger: JSX.Element;
  triggerClass?: string;
  /** Accessible name of the trigger where its content is not enough. */
  label?: string;
  title: string;
  /** Where the page opens and closes it too. */
  open?: boolean;
  onOpen?: (open: boolean) => void;
  children: JSX.Element;
}

/** Something to look at behind a button, beside the work and without stopping it. */
export function Popover(props: PopoverProps) {
  return (
    <Kobalte.Root gutter={4} placement="bottom-end" open={props.open} onOpenChange={props.onOpen}>
      <Kobalte.Trigger class={props.triggerClass ?? 'button'} aria-label={props.label} title={props.label}>
        {props.trigger}
      </Kobalte.Trigger>
      <Kobalte.Portal ref={topLayer}>
        <Kobalte.Content class="float popover">
          <Kobalte.Title class="type-section">{props.title}</Kobalte.Title>
          {props.children}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
