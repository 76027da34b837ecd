import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { fieldAddress } from '../../../grid/gridView';
import { usePlanSheet } from '../createPlanSheet';
import { unfiltered } from '../notes/createNotes';
import { isInside, type LimitDraft, limitCommand } from './limitDraft';

const EMPTY: LimitDraft = { min: '', max: '' };
const BOUNDS = ['min', 'max'] as const;

/** Bounds one cell for good: what it may not fall below and not rise above. */
export function LimitDialog() {
  const app = useApp();
  const { t, issueText } = useText();
  const money = useMoney();
  const sheet = usePlanSheet();
  const [draft, setDraft] = createSignal<LimitDraft>(EMPTY);
  const [refused, setRefused] = createSignal<readonly Issue[]>([]);
  const cell = createMemo(() => {
    const limiting = sheet.limiting();
    return limiting && unfiltered(limiting.cell);
  });
  const current = () => sheet.limiting()?.amount ?? null;
  const there = () => {
    const at = cell();
    return at && sheet.limits.at(at);
  };
  createEffect(
    on(cell, (at) => {
      if (!at) return;
      const text = (amount: number | null | undefined) => (amount == null ? '' : sheet.view().plain(amount));
      setDraft({ min: text(there()?.min), max: text(there()?.max) });
      setRefused([]);
    }),
  );
  const command = createMemo(() => {
    const at = cell();
    return at && limitCommand(draft(), { cell: at, current: current(), reading: sheet.view().reading });
  });
  const issues = (): readonly Issue[] => {
    const read = command();
    return read && !read.ok ? read.issues : refused();
  };
  const blocked = () => (issues().length > 0 ? issueText(issues()[0]) : null);
  const isNothing = () => draft().min.trim() === '' && draft().max.trim() === '';
  const outside = () => {
    const read = command();
    return read?.ok && read.value.name === 'limits/set' && !isInside(current(), read.value);
  };
  const close = () => sheet.setLimiting(null);
  const apply = async (wanted = command()) => {
    if (!wanted?.ok) return;
    if (isNothing() && !there()) return close();
    const done = await app.run(wanted.value, { inPlace: true });
    if (done.ok) close();
    else setRefused(done.issues);
  };
  const remove = () => {
    const at = cell();
    if (at) void apply({ ok: true, value: { name: 'limits/set', cell: at, min: null, max: null } });
  };
  const label = () => {
    const limiting = sheet.limiting();
    if (!limiting) return '';
    const field = sheet.source.rows()?.fields.find(({ id }) => id === limiting.columnId);
    return [limiting.label, field ? fieldAddress(field, sheet.view()) : sheet.periodsText(limiting.cell.periods)].join(
      ' · ',
    );
  };

  return (
    <Dialog
      open={cell() !== null}
      onClose={close}
      onClosed={() => {
        sheet.handle()?.focus();
        return true;
      }}
      title={t('limit.title', { cell: label() })}
      lead={t('limit.lead')}
      foot={
        <>
          <Show when={there()}>
            <Button look="quiet" onClick={remove}>
              {t('limit.remove')}
            </Button>
          </Show>
          <Button onClick={close}>{t('limit.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void apply()}>
            {t('limit.set')}
          </Button>
        </>
      }
    >
      <form
        class="limit-form"
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        <For each={BOUNDS}>
          {(bound) => (
            <TextField
              label={t(`limit.${bound}`, { unit: money.label() })}
              hint={bound === 'max' ? t('limit.blankHint') : undefined}
              class="input--number"
              value={draft()[bound]}
              onInput={(text) => {
                setRefused([]);
                setDraft((now) => ({ ...now, [bound]: text }));
              }}
            />
          )}
        </For>
        <p class="quiet">{t(outside() ? 'limit.nowOutside' : 'limit.now', { amount: money.show(current()) })}</p>
        <Show when={blocked()}>
          {(text) => (
            <p class="field__error" role="alert">
              {text()}
            </p>
          )}
        </Show>
        <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}
