import {
  type Component,
  createEffect,
  createMemo,
  createSignal,
  type JSX,
  on,
  Show,
  Suspense,
  splitProps,
} from 'solid-js';
import { useApp } from '~/state/app';
import { useText } from './TextProvider';

export interface LazyProps {
  wanted: boolean;
  /** What stands there until it has come. */
  meanwhile?: JSX.Element;
}

/** A part of a page that is a chunk of its own. */
export interface LazyPart<P extends object> {
  (props: P & LazyProps): JSX.Element;
  /** Fetches the chunk; again after it failed. */
  preload(): Promise<void>;
}

const parts = new Set<() => Promise<void>>();

/** Fetches the other words and what the pages at hand may open, one after the other. A part that fails says so when it is wanted. */
export async function preloadParts(finishTexts: () => Promise<void>): Promise<void> {
  await finishTexts().catch(() => undefined);
  for (const preload of parts) await preload().catch(() => undefined);
}

/**
 * A dialog, panel or menu that is fetched when it is first wanted, or before that by `preloadParts`. It is made when it
 * is wanted and stays from then on, so that it can close in its own way. What it waits for is its own affair: what
 * stands around it stays.
 */
export function lazyPart<P extends object>(load: () => Promise<Component<P>>): LazyPart<P> {
  const [part, setPart] = createSignal<Component<P> | null>(null);
  let asked: Promise<void> | null = null;
  const preload = (): Promise<void> => {
    asked ??= load().then(
      (component) => {
        parts.delete(preload);
        setPart(() => component);
      },
      (error: unknown) => {
        asked = null;
        throw error;
      },
    );
    return asked;
  };
  parts.add(preload);

  function Part(props: P & LazyProps) {
    const app = useApp();
    const { t, whole, finish } = useText();
    const [, own] = splitProps(props, ['wanted', 'meanwhile']);
    const wasWanted = createMemo<boolean>((before) => before || props.wanted, false);
    const missing = () =>
      app.toasts.say({
        tone: 'bad',
        message: { key: 'shell.partMissing' },
        action: { label: t('shell.reload'), run: () => location.reload() },
      });
    createEffect(
      on(
        () => props.wanted,
        (wanted) => {
          if (wanted) Promise.all([preload(), finish()]).catch(missing);
        },
      ),
    );
    return (
      <Show when={wasWanted() && whole() && part()} keyed fallback={props.meanwhile}>
        {(Found) => (
          <Suspense fallback={props.meanwhile}>
            <Found {...(own as unknown as P)} />
          </Suspense>
        )}
      </Show>
    );
  }
  return Object.assign(Part, { preload });
}
