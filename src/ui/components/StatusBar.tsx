import { type JSX, Show } from 'solid-js';
import { Portal } from 'solid-js/web';

export const STATUS_SLOT = 'status-slot';

export interface StatusBarProps {
  left?: JSX.Element;
  right?: JSX.Element;
}

/** What a page puts into the status bar of the shell; without it the bar says where the data is. */
export function StatusBar(props: StatusBarProps) {
  const slot = document.getElementById(STATUS_SLOT);
  return (
    <Show when={slot}>
      {(mount) => (
        <Portal mount={mount()}>
          <div class="status-bar__part">{props.left}</div>
          <div class="status-bar__part status-bar__part--right">{props.right}</div>
        </Portal>
      )}
    </Show>
  );
}
