import { Show } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { type CheckState, standingOf } from './checkState';

/** What corrections have made of the whole since the page was opened; undo stands beside it. */
export function EffectLine(props: { state: CheckState }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const moved = () => {
    const before = props.state.before();
    const view = props.state.tree.view();
    const now = view && standingOf(view);
    if (!before || !now || JSON.stringify(before) === JSON.stringify(now)) return null;
    return { before, now };
  };
  const chance = (value: number | null) => (value === null ? '–' : format().probability(value));
  return (
    <Show when={moved()}>
      {(effect) => (
        <div class="check__effect" role="status">
          <span>
            {t('challenge.effect', {
              before: money.show(effect().before.target),
              after: money.say(effect().now.target),
              chanceBefore: chance(effect().before.chance),
              chanceAfter: chance(effect().now.chance),
              unrealisticBefore: effect().before.unrealistic,
              unrealisticAfter: effect().now.unrealistic,
            })}
          </span>
          <Show when={app.status().undo && app.status().readOnly === null}>
            <Button look="link" onClick={() => void app.undo()}>
              {t('challenge.undoLast')}
            </Button>
          </Show>
          <Button look="link" onClick={() => props.state.forgetBefore()}>
            {t('challenge.forget')}
          </Button>
        </div>
      )}
    </Show>
  );
}
