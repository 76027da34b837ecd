import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import type { Issue } from '~/domain/issue';
import type { PlanBase } from '~/domain/plan';
import type { BaseDifference } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';
import { growthOn, knownText } from './baseText';

export interface BaseDialogProps {
  open: boolean;
  onClose(): void;
  onClosed(): boolean;
}

/** What taking the base anew would change, before it is done. */
export function BaseDialog(props: BaseDialogProps) {
  const app = useApp();
  const { t, format, issueText } = useText();
  const money = useMoney();
  const [difference, setDifference] = createSignal<BaseDifference | null>(null);
  const [issues, setIssues] = createSignal<Issue[]>([]);
  const [keeps, setKeeps] = createSignal(false);
  let asked = 0;

  // A status comes more often than a change.
  const revision = createMemo(() => app.status().revision);

  createEffect(
    on([() => props.open, revision], async ([open], before) => {
      const mine = ++asked;
      if (!open) return;
      if (!before?.[0]) setKeeps(false);
      setDifference(null);
      setIssues([]);
      const answer = await app.host.baseDifference();
      if (mine !== asked) return;
      if (answer.ok) setDifference(answer.value);
      else setIssues(answer.issues);
    }),
  );

  const follows = () => (difference()?.targetAfter ?? null) !== null && !keeps();
  const blocked = () => {
    const told = difference();
    if (app.status().readOnly) return issueText({ code: 'plan/readOnly' });
    if (!told) return issues().length > 0 ? issues().map(issueText).join(' ') : t('plan.loading');
    return told.changed ? null : t('plan.baseSame');
  };
  const refresh = async () => {
    const done = await app.run({ name: 'plan/refreshBase', keepTarget: keeps() }, { inPlace: true });
    if (done.ok) props.onClose();
    else setIssues(done.issues);
  };
  const showLocks = () => {
    props.onClose();
    app.setParams({ locks: 'all' });
  };

  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      onClosed={props.onClosed}
      title={t('plan.refreshTitle')}
      lead={t('plan.refreshLead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void refresh()}>
            {t('plan.refreshDo')}
          </Button>
        </>
      }
    >
      <Show when={difference()}>
        {(told) => (
          <>
            <table class="table plan-base__table">
              <caption class="unseen">{t('plan.refreshTitle')}</caption>
              <thead>
                <tr>
                  <th scope="col">
                    <span class="unseen">{t('plan.baseRule')}</span>
                  </th>
                  <th scope="col" class="number">
                    {t('plan.refreshNow')}
                  </th>
                  <th scope="col" class="number">
                    {t('plan.refreshAfter')}
                  </th>
                </tr>
              </thead>
              <tbody>
                <For each={rows(told())}>
                  {(row) => (
                    <tr>
                      <th scope="row">{row.head}</th>
                      <td class="number">{row.now}</td>
                      <td class="number" classList={{ strong: row.now !== row.after }}>
                        {row.after}
                      </td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
            <Show when={told().changed} fallback={<p class="quiet">{t('plan.baseSame')}</p>}>
              <Show when={told().moved > 0}>
                <p class="quiet">{t('plan.baseMoved', { n: told().moved })}</p>
              </Show>
              <Show when={told().targetAfter !== null}>
                <label class="plan-base__keep">
                  <input
                    type="checkbox"
                    checked={keeps()}
                    onChange={(event) => setKeeps(event.currentTarget.checked)}
                  />
                  <span>
                    {t('plan.keepTarget')}
                    <span class="plan-base__hint">{t('plan.keepTargetHint')}</span>
                  </span>
                </label>
              </Show>
            </Show>
          </>
        )}
      </Show>
      <Show when={issues().length > 0}>
        <div role="alert">
          <For each={issues()}>{(issue) => <p class="field__error">{issueText(issue)}</p>}</For>
          <Show when={issues().some((issue) => issue.params?.holdIds !== undefined)}>
            <Button look="link" onClick={showLocks}>
              {t('shell.showLocks')}
            </Button>
          </Show>
        </div>
      </Show>
    </Dialog>
  );

  function rows({ before, after, target, targetAfter }: BaseDifference) {
    const next = follows() ? targetAfter : target;
    const line = (head: string, show: (base: PlanBase) => string) => ({ head, now: show(before), after: show(after) });
    const say = money.say;
    return [
      line(t('plan.baseMonths'), ({ from, to }) =>
        t('wizard.baseMonths', { from: format().period(from), to: format().period(to) }),
      ),
      line(t('plan.baseKnown'), (base) => knownText(base, { t, say })),
      line(t('plan.base'), (base) => say(base.total)),
      { head: t('plan.refreshTarget'), now: say(target), after: say(next) },
      {
        head: t('plan.refreshGrowth'),
        now: format().growth(growthOn(target, before)),
        after: format().growth(growthOn(next, after)),
      },
    ];
  }
}
