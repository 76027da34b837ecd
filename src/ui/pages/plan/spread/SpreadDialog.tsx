import { createEffect, createMemo, createSignal, on, Show, untrack } from 'solid-js';
import type { CellRef } from '~/domain/cell';
import type { Issue } from '~/domain/issue';
import type { Column } from '~/domain/plan';
import type { SpreadPreview } from '~/domain/spread';
import { useApp } from '~/state/app';
import { needsReason } from '~/state/reasons';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { Titles } from '../view/columnName';
import { SeriesFields } from './SeriesFields';
import { SpreadFields } from './SpreadFields';
import { SpreadPreviewTable } from './SpreadPreviewTable';
import { draftCommand, emptyDraft, rememberedDraft, type SpreadDraft, type SpreadWay } from './spreadDraft';
import './spread.css';

export interface SpreadDialogProps {
  open: boolean;
  cell: CellRef | null;
  /** 华东 · Q2 */
  label: string;
  /** What the cell holds now; null = blank. */
  current: number | null;
  /** Whose members the preview lists. */
  dimension: string;
  columns: readonly Column[];
  titles: Titles;
  reading: Parameters<typeof draftCommand>[1]['reading'];
  plain(amount: number): string;
  onClose(): void;
  onClosed(): boolean;
}

const PAUSE_MS = 160;
const WAYS: readonly SpreadWay[] = ['spread', 'bottomUp', 'repeat', 'straightLine', 'growth'];
/** Ways that say something of one period by itself. */
const SINGLE_WAYS = WAYS.slice(0, 2);

/** Lays an amount on what is under a cell by a basis of one's choice; who gets what stands there before it is done. */
export function SpreadDialog(props: SpreadDialogProps) {
  const app = useApp();
  const { t, issueText } = useText();
  const money = useMoney();
  const [draft, setDraft] = createSignal<SpreadDraft>(emptyDraft(''));
  const [preview, setPreview] = createSignal<SpreadPreview | null>(null);
  const [refused, setRefused] = createSignal<Issue[]>([]);
  /** A form nobody touched yet starts as the level was last spread; the first answer says how. */
  const [isFresh, setFresh] = createSignal(false);
  const [isRemembered, setRemembered] = createSignal(false);
  const change = (part: Partial<SpreadDraft>) => {
    setFresh(false);
    if ('basis' in part || 'unit' in part || 'way' in part) setRemembered(false);
    setDraft((now) => ({ ...now, ...part }));
  };

  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setDraft(emptyDraft(props.current === null ? '' : props.plain(props.current)));
        setPreview(null);
        setRefused([]);
        setFresh(true);
        setRemembered(false);
      },
    ),
  );

  const read = createMemo(() =>
    props.cell ? draftCommand(draft(), { cell: props.cell, current: props.current, reading: props.reading }) : null,
  );
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on([read, () => props.open], ([command, open]) => {
      const mine = ++turn;
      clearTimeout(timer);
      if (!open || !command?.ok) return setPreview(null);
      timer = setTimeout(async () => {
        const answer = await app.host.spreadPreview(command.value, props.dimension);
        if (mine !== turn) return;
        if (answer.ok && untrack(isFresh)) {
          setFresh(false);
          const kept = rememberedDraft(untrack(draft), answer.value.remembered, props.reading.minorUnit);
          setRemembered(kept !== null);
          // The form as it was kept asks for its own preview.
          if (kept) return setDraft(kept);
        }
        setPreview(answer.ok ? answer.value : null);
        setRefused(answer.ok ? answer.value.issues : answer.issues);
      }, PAUSE_MS);
    }),
  );

  const issues = (): readonly Issue[] => {
    const found = read();
    return found && !found.ok ? found.issues : refused();
  };
  const blocked = () => (issues().length > 0 ? issueText(issues()[0]) : null);
  const apply = async () => {
    const command = read();
    if (!command?.ok) return;
    const done = await app.run(command.value, { inPlace: true });
    if (done.ok) props.onClose();
    // Whoever keeps the reason to himself may think again.
    else if (!needsReason(done)) setRefused(done.issues);
  };
  const manyPeriods = () => (props.cell?.periods.length ?? 0) > 1;

  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      onClosed={props.onClosed}
      wide
      title={t('spread.title', { cell: props.label })}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('spread.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void apply()}>
            <Show when={(preview()?.leaves ?? 0) > 0 ? preview() : null} fallback={t('spread.apply')}>
              {(shown) => <>{t('spread.applyTo', { n: shown().leaves })}</>}
            </Show>
          </Button>
        </>
      }
    >
      <div class="spread">
        <form
          class="spread__form"
          onSubmit={(event) => {
            event.preventDefault();
            void apply();
          }}
        >
          <Select<SpreadWay>
            label={t('spread.way')}
            value={draft().way}
            options={(manyPeriods() ? WAYS : SINGLE_WAYS).map((value) => ({ value, label: t(`spread.ways.${value}`) }))}
            onChange={(way) => change({ way })}
          />
          <Show when={draft().way === 'spread'} fallback={<SeriesFields draft={draft()} onChange={change} />}>
            <TextField
              label={t('spread.amount', { unit: money.label() })}
              hint={t('spread.amountHint')}
              value={draft().amount}
              onInput={(amount) => change({ amount })}
            />
            <Show when={isRemembered()}>
              <p class="quiet">{t('spread.remembered')}</p>
            </Show>
            <SpreadFields draft={draft()} columns={props.columns} titles={props.titles} onChange={change} />
          </Show>
          <Show when={issues()[0]}>
            {(issue) => (
              <p class="field__error" role="alert">
                {issueText(issue())}
              </p>
            )}
          </Show>
          <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true" />
        </form>
        <SpreadPreviewTable preview={preview()} />
      </div>
    </Dialog>
  );
}
