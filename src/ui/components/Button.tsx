import { type Component, type JSX, Show, splitProps } from 'solid-js';
import { Dynamic } from 'solid-js/web';

export type Icon = Component<{ size?: number | string; class?: string; 'aria-hidden'?: 'true' }>;

export interface ButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** One primary per screen. */
  look?: 'plain' | 'primary' | 'quiet' | 'danger' | 'link';
  large?: boolean;
  icon?: Icon;
  /** For buttons that show an icon alone: their name. */
  label?: string;
  /** Why it cannot act now: said on hover and focus; null or absent = it can. */
  blocked?: string | null;
}

/** A button names its effect. One that cannot act stays in reach and says why. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['look', 'large', 'icon', 'label', 'blocked', 'class', 'onClick', 'children']);
  const click: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (own.blocked) event.preventDefault();
    else if (typeof own.onClick === 'function') own.onClick(event);
  };
  return (
    <button
      type="button"
      {...rest}
      class={`button ${own.class ?? ''}`}
      classList={{
        [`button--${own.look ?? 'plain'}`]: own.look !== undefined && own.look !== 'plain',
        'button--large': own.large === true,
        'button--icon': own.label !== undefined && own.children === undefined,
      }}
      aria-label={own.label}
      aria-disabled={own.blocked ? 'true' : undefined}
      title={own.blocked ?? rest.title ?? own.label}
      onClick={click}
    >
      <Show when={own.icon}>{(icon) => <Dynamic component={icon()} size={16} class="icon" aria-hidden="true" />}</Show>
      {own.children}
    </button>
  );
}
