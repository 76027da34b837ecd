import * as Kobalte from '@kobalte/core/dialog';
import X from 'lucide-solid/icons/x';
import { createComputed, type JSX, Show, untrack } from 'solid-js';
import { useText } from './TextProvider';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** A lead sentence under the title. */
  lead?: string;
  wide?: boolean;
  children: JSX.Element;
  /** Buttons, the primary one last. */
  foot?: JSX.Element;
  /** Asked when it has closed: true where the focus was taken elsewhere and is not to go back. */
  onClosed?: () => boolean;
}

/** Holds the focus while it is open, in its first field or else on its primary button, gives it back when it closes; Esc closes it. */
export function Dialog(props: DialogProps) {
  const { t } = useText();
  let content: HTMLElement | undefined;
  let opener: Element | null = null;
  createComputed(() => {
    if (props.open) opener = untrack(() => document.activeElement);
  });
  return (
    <Kobalte.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="dialog__veil" />
        <div class="dialog__place">
          <Kobalte.Content
            ref={(element) => {
              content = element;
            }}
            class="dialog"
            classList={{ 'dialog--wide': props.wide === true }}
            onCloseAutoFocus={() => {
              if (!props.onClosed?.() && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
            }}
            onOpenAutoFocus={(event) => {
              const first =
                content?.querySelector<HTMLElement>('.dialog__body :is(input, select, textarea)') ??
                content?.querySelector<HTMLElement>('.dialog__foot .button--primary');
              if (!first) return;
              event.preventDefault();
              first.focus();
              if (first instanceof HTMLInputElement && first.type === 'text') first.select();
            }}
          >
            <div class="dialog__head">
              <Kobalte.Title class="type-title">{props.title}</Kobalte.Title>
              <Kobalte.CloseButton class="button button--quiet button--icon" aria-label={t('shell.close')}>
                <X size={16} class="icon" aria-hidden="true" />
              </Kobalte.CloseButton>
            </div>
            <div class="dialog__body">
              <Show when={props.lead}>
                <Kobalte.Description class="type-lead">{props.lead}</Kobalte.Description>
              </Show>
              {props.children}
            </div>
            <Show when={props.foot}>
              <div class="dialog__foot">{props.foot}</div>
            </Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
