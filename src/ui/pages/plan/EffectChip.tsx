import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js';
import type { Effect } from '~/domain/status';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { useText } from '../../components/TextProvider';

const LIFE_MS = 8_000;

/** What the last command moved, with the way back. An undo speaks for itself elsewhere. */
export function EffectChip() {
  const app = useApp();
  const { t, effectText } = useText();
  const [shown, setShown] = createSignal<Effect | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  createEffect(
    on(
      app.lastEffect,
      (effect) => {
        clearTimeout(timer);
        setShown(effect?.undone ? null : effect);
        timer = setTimeout(() => setShown(null), LIFE_MS);
      },
      { defer: true },
    ),
  );
  onCleanup(() => clearTimeout(timer));

  return (
    <Show when={shown()}>
      {(effect) => (
        <div class="plan-effect">
          <span>{effectText(effect())}</span>
          <Show when={app.status().undo}>
            <Button
              look="link"
              onClick={() => {
                setShown(null);
                void app.undo();
              }}
            >
              {t('plan.undo')}
            </Button>
          </Show>
        </div>
      )}
    </Show>
  );
}
