import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import type { HoldLine, LimitLine } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';
import { usePlanSheet } from './createPlanSheet';
import { ClosedPeriods } from './limits/ClosedPeriods';
import { LimitTable } from './limits/LimitTable';

export interface HoldListProps {
  open: boolean;
  onClose(): void;
  periodsText(periods: string[]): string;
  /** Brings the locked cell in sight and takes the focus there. */
  onShow(line: Pick<HoldLine, 'path' | 'periods'>): void;
  /** Where the focus goes when the button that opened the list is gone. */
  onGone(): void;
}

/** Every lock of the plan: what it keeps, where, and the way to it or out of it. */
export function HoldList(props: HoldListProps) {
  const app = useApp();
  const { t, issueText } = useText();
  const money = useMoney();
  const sheet = usePlanSheet();
  const [lines, setLines] = createSignal<HoldLine[] | null>(null);
  let body: HTMLDivElement | undefined;
  let chosen: Pick<HoldLine, 'path' | 'periods'> | null = null;
  let edited: LimitLine | null = null;
  /** Place of the row that was just released: the next one takes the focus, so that the keys can go on. */
  let released: number | null = null;

  // A status comes more often than a change.
  const revision = createMemo(() => app.status().revision);

  createEffect(
    on([() => props.open, revision], async ([open]) => {
      if (!open) return setLines(null);
      const found = await app.attempt(app.host.holds(sheet.state.view().column));
      if (!found || !props.open) return;
      setLines(found);
      if (released !== null) focusNear(released);
      released = null;
    }),
  );

  const records = () => lines()?.filter((line) => line.id !== null) ?? [];
  const cells = () => lines()?.find((line) => line.kind === 'cells')?.leaves ?? 0;
  const where = (line: Pick<HoldLine, 'labels'>) =>
    line.labels.map((name) => name || t('words.unassigned')).join(' › ') || t('plan.totalRow');
  const said = (line: HoldLine) => `${where(line)} · ${props.periodsText(line.periods)}`;
  const blocked = () => (app.status().readOnly ? issueText({ code: 'plan/readOnly' }) : null);

  const release = async (line: HoldLine, at: number) => {
    if (line.id === null) return;
    released = at;
    const done = await app.run({ name: 'holds/remove', hold: line.id });
    if (!done.ok) released = null;
  };
  const focusNear = (at: number) => {
    const next = [...(body?.querySelectorAll<HTMLElement>('.plan-locks__release') ?? [])];
    (next[Math.min(at, next.length - 1)] ?? body?.closest('.dialog')?.querySelector('button'))?.focus();
  };

  const show = (line: Pick<HoldLine, 'path' | 'periods'>) => {
    chosen = line;
    props.onClose();
  };
  const closed = () => {
    if (edited) {
      const { cell, amount } = edited;
      sheet.setLimiting({ cell, label: where(edited), columnId: null, amount });
    } else if (chosen) props.onShow(chosen);
    else props.onGone();
    chosen = null;
    edited = null;
    return true;
  };

  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      onClosed={closed}
      title={t('plan.locks')}
      lead={t('plan.locksLead')}
      wide
    >
      <div ref={body} class="plan-locks">
        <Show when={records().length > 0}>
          <table class="table">
            <caption class="unseen">{t('plan.locks')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('plan.lockWhere')}</th>
                <th scope="col">{t('plan.lockPeriods')}</th>
                <th scope="col">{t('plan.lockKind')}</th>
                <th scope="col" class="number">
                  {t('plan.lockAmount', { unit: money.label() })}
                </th>
                <th scope="col">
                  <span class="unseen">{t('plan.lockActions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={records()}>
                {(line, at) => (
                  <tr>
                    <th scope="row">{where(line)}</th>
                    <td>{props.periodsText(line.periods)}</td>
                    <td>{t(line.kind === 'total' ? 'plan.lockTotal' : 'plan.lockBelow')}</td>
                    <td class="number">{line.kind === 'total' ? money.show(line.amount) : ''}</td>
                    <td class="plan-locks__actions">
                      <Button
                        look="link"
                        aria-label={t('plan.showLock', { where: said(line) })}
                        onClick={() => show(line)}
                      >
                        {t('plan.toLock')}
                      </Button>
                      <Button
                        look="link"
                        class="plan-locks__release"
                        blocked={blocked()}
                        aria-label={t('plan.releaseLock', { where: said(line) })}
                        onClick={() => void release(line, at())}
                      >
                        {t('plan.release')}
                      </Button>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </Show>
        <Show when={cells() > 0}>
          <p>{t('plan.lockedCells', { n: cells() })}</p>
        </Show>
        <LimitTable
          blocked={blocked()}
          onShow={(line) => show({ path: line.path, periods: line.cell.periods })}
          onEdit={(line) => {
            edited = line;
            props.onClose();
          }}
        />
        <ClosedPeriods blocked={blocked()} />
        <Show when={lines()?.length === 0}>
          <p>{t('plan.locksNone')}</p>
        </Show>
      </div>
    </Dialog>
  );
}
