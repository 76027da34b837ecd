import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { For, Show } from 'solid-js';
import { Button } from '../../../components/Button';
import { Popover } from '../../../components/Popover';
import { useText } from '../../../components/TextProvider';
import { COMPANIONS, type Companion } from '../../../grid/companions';
import { type GridLook, PLAIN_LOOK } from '../../../grid/gridLook';
import { LOOK_RULES } from '../../../grid/lookRule';
import { usePlanSheet } from '../createPlanSheet';
import { LookSample } from './LookSample';
import './looks.css';

/** How the cells are drawn: one built-in look, what stays in sight, in which order the columns beside the target stand. */
export function LooksMenu() {
  const { t } = useText();
  const sheet = usePlanSheet();
  const look = () => sheet.state.view().look;
  const change = (part: Partial<GridLook>) => sheet.state.change({ look: { ...look(), ...part } });
  const order = (): Companion[] => {
    const named = look().order.filter((one) => sheet.shown().includes(one));
    return [...named, ...COMPANIONS.filter((one) => sheet.shown().includes(one) && !named.includes(one))].filter(
      // The line of the row stands at the far end, wherever one looks from.
      (one) => one !== 'trend',
    );
  };
  const move = (one: Companion, by: 1 | -1) => {
    const next = order();
    const at = next.indexOf(one);
    if (at + by < 0 || at + by >= next.length) return;
    next.splice(at, 1);
    next.splice(at + by, 0, one);
    change({ order: next });
  };
  return (
    <Popover
      title={t('looks.title')}
      triggerClass="button button--quiet"
      trigger={
        <>
          <span class="plan-quiet">{t('looks.look')}</span>
          <span>{t(`looks.rule.${look().rule}`)}</span>
          <ChevronDown size={12} aria-hidden="true" />
        </>
      }
    >
      <div class="looks">
        <fieldset class="looks__rules">
          <legend class="unseen">{t('looks.title')}</legend>
          <For each={LOOK_RULES}>
            {(rule) => (
              <label class="looks__rule">
                <input type="radio" name="look-rule" checked={look().rule === rule} onChange={() => change({ rule })} />
                <span class="looks__words">
                  {t(`looks.rule.${rule}`)}
                  <span class="looks__hint">{t(`looks.ruleHint.${rule}`)}</span>
                </span>
                <LookSample rule={rule} />
              </label>
            )}
          </For>
        </fieldset>
        <label class="looks__rule">
          <input
            type="checkbox"
            checked={look().freezeTotal}
            onChange={(event) => change({ freezeTotal: event.currentTarget.checked })}
          />
          <span class="looks__words">
            {t('looks.freezeTotal')}
            <span class="looks__hint">{t('looks.freezeHint')}</span>
          </span>
        </label>
        <Show when={sheet.source.rows()?.fields.some(({ kind }) => kind === 'half')}>
          <label class="looks__rule">
            <input
              type="checkbox"
              checked={look().halves}
              onChange={(event) => change({ halves: event.currentTarget.checked })}
            />
            <span class="looks__words">{t('looks.halves')}</span>
          </label>
        </Show>
        <Show when={order().length > 1}>
          <div>
            <p class="looks__head">{t('looks.order')}</p>
            <ol class="looks__order">
              <For each={order()}>
                {(one, at) => (
                  <li>
                    <span>{t(`plan.field.${one}`)}</span>
                    <Button
                      look="quiet"
                      icon={ArrowUp}
                      label={t('plan.moveUp', { what: t(`plan.field.${one}`) })}
                      aria-disabled={at() === 0 ? 'true' : undefined}
                      onClick={() => move(one, -1)}
                    />
                    <Button
                      look="quiet"
                      icon={ArrowDown}
                      label={t('plan.moveDown', { what: t(`plan.field.${one}`) })}
                      aria-disabled={at() === order().length - 1 ? 'true' : undefined}
                      onClick={() => move(one, 1)}
                    />
                  </li>
                )}
              </For>
            </ol>
          </div>
        </Show>
        <Show when={Object.keys(look().widths).length > 0}>
          <Button look="link" onClick={() => change({ widths: PLAIN_LOOK.widths })}>
            {t('looks.resetWidths')}
          </Button>
        </Show>
      </div>
    </Popover>
  );
}
