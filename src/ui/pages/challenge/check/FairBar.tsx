import { createSignal, For, Show } from 'solid-js';
import type { ChallengeView } from '~/domain/challengeView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

const TAKERS_SHOWN = 4;

/** What would be fair, who could take the rest, and one action to do so. */
export function FairBar(props: { view: ChallengeView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const [busy, setBusy] = createSignal(false);
  const blocked = () => (app.status().readOnly === null ? null : t('challenge.readOnly'));
  const apply = async (cells: NonNullable<ChallengeView['fair']>['cells']) => {
    if (busy()) return;
    setBusy(true);
    const { cell } = props.view;
    await app.run({
      name: 'targets/balance',
      cells: cells.map(({ at, amount }) => ({ cell: { ...cell, at }, amount })),
      goals: true,
      why: t('challenge.why', { name: props.view.label || t('challenge.whole') }),
    });
    setBusy(false);
  };
  const isEasy = () => props.view.verdict === 'easy';
  /** Why there is nothing to do. */
  const idle = () => {
    const { fair, verdict, target } = props.view;
    if (!fair || verdict === null || target === null) return t('challenge.noFair');
    if (fair.locked) return t('challenge.locked');
    const given = { amount: money.say(fair.amount), chance: format().probability(fair.chance) };
    return isEasy() && fair.amount > target ? t('challenge.cannotRaise', given) : t('challenge.alreadyFair', given);
  };
  const taken = (fair: NonNullable<ChallengeView['fair']>) => {
    const target = props.view.target ?? 0;
    if (isEasy()) return t('challenge.raiseBy', { amount: money.say(fair.amount - target) });
    return fair.takers.length > 0
      ? t('challenge.takers', { amount: money.say(target - fair.amount - fair.left) })
      : t('challenge.noTakers');
  };
  const deed = (fair: NonNullable<ChallengeView['fair']>) => {
    if (isEasy()) return 'challenge.raise';
    return fair.takers.length > 0 ? 'challenge.makeFair' : 'challenge.makeFairAlone';
  };
  return (
    <Show
      when={props.view.fair && props.view.fair.cells.length > 0 ? props.view.fair : null}
      fallback={<p class="fair type-caption">{idle()}</p>}
    >
      {(fair) => (
        <div class="fair">
          <div class="fair__amount">
            <span class="type-caption">{t('challenge.fairAmount')}</span>
            <b class="type-value">{money.say(fair().amount)}</b>
            <span class="type-caption">
              {t('challenge.fairChance', { chance: format().probability(fair().chance) })}
            </span>
          </div>
          <div class="fair__takers">
            <span class="type-caption">{taken(fair())}</span>
            <ul>
              <For each={fair().takers.slice(0, TAKERS_SHOWN)}>
                {(taker) => (
                  <li class="number">
                    {t('challenge.taker', { name: taker.label, amount: money.show(taker.after - taker.before) })}
                  </li>
                )}
              </For>
              <Show when={fair().takers.length > TAKERS_SHOWN}>
                <li>{t('challenge.moreTakers', { n: fair().takers.length - TAKERS_SHOWN })}</li>
              </Show>
              <Show when={fair().locked}>
                <li>{t('challenge.locked')}</li>
              </Show>
              <Show when={props.view.goal !== null}>
                <li>{t('challenge.goalMoves', { amount: money.say(props.view.goal) })}</li>
              </Show>
              <Show when={fair().left !== 0}>
                <li>{t('challenge.left', { amount: money.say(fair().left) })}</li>
              </Show>
            </ul>
          </div>
          <div class="fair__do">
            <Button look="primary" blocked={blocked()} onClick={() => void apply(fair().cells)}>
              {t(deed(fair()), { amount: money.say(fair().amount) })}
            </Button>
          </div>
        </div>
      )}
    </Show>
  );
}
