import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import type { CellRef } from '~/domain/cell';
import type { Issue } from '~/domain/issue';
import type { Column } from '~/domain/plan';
import { useApp } from '~/state/app';
import { needsReason } from '~/state/reasons';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { type MarginDraft, type MarginLine, marginCommand, marginSums } from './marginDraft';
import './spread.css';

export interface MarginsDialogProps {
  open: boolean;
  /** Rows and periods with what they hold now. */
  start: MarginDraft;
  column: Column;
  within: CellRef['within'];
  reading: Parameters<typeof marginCommand>[1]['reading'];
  plain(amount: number): string;
  onClose(): void;
  onClosed(): boolean;
}

/** Both totals of a table at once: what its rows come to and what its periods come to; the inside follows exactly. */
export function MarginsDialog(props: MarginsDialogProps) {
  const app = useApp();
  const { t, issueText } = useText();
  const money = useMoney();
  const [draft, setDraft] = createSignal<MarginDraft>({ rows: [], periods: [] });
  const [refused, setRefused] = createSignal<Issue[]>([]);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setDraft(props.start);
        setRefused([]);
      },
    ),
  );
  const options = () => ({ column: props.column, within: props.within, reading: props.reading });
  const command = createMemo(() => marginCommand(draft(), options()));
  const sums = createMemo(() => marginSums(draft(), options()));
  const difference = () => {
    const { rows, periods } = sums();
    return rows === null || periods === null ? null : rows - periods;
  };
  const edit = <T extends MarginLine>(lines: readonly T[], at: number, text: string): T[] =>
    lines.map((line, index) => (index === at ? { ...line, text } : line));
  const setText = (side: 'rows' | 'periods', at: number, text: string) => {
    setRefused([]);
    setDraft((now) =>
      side === 'rows' ? { ...now, rows: edit(now.rows, at, text) } : { ...now, periods: edit(now.periods, at, text) },
    );
  };
  const issues = (): readonly Issue[] => {
    const now = command();
    return now.ok ? refused() : now.issues;
  };
  const apply = async () => {
    const now = command();
    if (!now.ok) return;
    const done = await app.run(now.value, { inPlace: true });
    if (done.ok) props.onClose();
    // Whoever keeps the reason to himself may think again.
    else if (!needsReason(done)) setRefused(done.issues);
  };
  /** The last period takes what the rows leave, which is what one mostly wants. */
  const even = () => {
    const gap = difference();
    const last = draft().periods.length - 1;
    if (gap === null || gap === 0 || last < 0) return;
    const line = draft().periods[last];
    const now = marginSums({ rows: [], periods: [line] }, options()).periods ?? 0;
    setText('periods', last, props.plain(now + gap));
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      onClosed={props.onClosed}
      wide
      title={t('margins.title')}
      lead={t('margins.lead', { unit: money.label() })}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('spread.cancel')}</Button>
          <Button
            look="primary"
            blocked={issues().length > 0 ? issueText(issues()[0]) : null}
            onClick={() => void apply()}
          >
            {t('margins.apply')}
          </Button>
        </>
      }
    >
      <div class="margins">
        <Side
          title={t('margins.rows')}
          lines={draft().rows}
          sum={money.show(sums().rows)}
          onText={(at, text) => setText('rows', at, text)}
        />
        <Side
          title={t('margins.periods')}
          lines={draft().periods}
          sum={money.show(sums().periods)}
          onText={(at, text) => setText('periods', at, text)}
        />
      </div>
      <p role="status">
        <Show when={difference()} fallback={<span class="quiet">{t('margins.even')}</span>}>
          {(gap) => (
            <>
              <span class="tone-warn">{t('margins.gap', { amount: money.say(gap()) })}</span>{' '}
              <Button look="link" onClick={even}>
                {t('margins.fill')}
              </Button>
            </>
          )}
        </Show>
      </p>
      <Show when={refused()[0]}>
        {(issue) => (
          <p class="field__error" role="alert">
            {issueText(issue())}
          </p>
        )}
      </Show>
    </Dialog>
  );
}

function Side(props: {
  title: string;
  lines: readonly MarginLine[];
  sum: string;
  onText(at: number, text: string): void;
}) {
  const { t } = useText();
  return (
    <table class="table margins__side">
      <caption class="field__label">{props.title}</caption>
      <tbody>
        <For each={props.lines.map(({ id }) => id)}>
          {(id, at) => (
            <tr>
              <th scope="row">{props.lines[at()]?.label}</th>
              <td class="number">
                <input
                  class="input input--number input--typed"
                  aria-label={props.lines[at()]?.label}
                  data-line={id}
                  value={props.lines[at()]?.text ?? ''}
                  onInput={(event) => props.onText(at(), event.currentTarget.value)}
                />
              </td>
            </tr>
          )}
        </For>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('words.total')}</th>
          <td class="number strong">{props.sum}</td>
        </tr>
      </tfoot>
    </table>
  );
}
