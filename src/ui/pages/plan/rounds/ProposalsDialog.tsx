import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import { DISPLAY_UNITS, type DisplayUnit } from '~/domain/displayUnit';
import type { Issue } from '~/domain/issue';
import type { ProposalReading } from '~/domain/round';
import { UNITS_OF, unitLabel } from '~/i18n/displayUnits';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { dimensionName } from '../../../components/dimensionName';
import { Field } from '../../../components/Field';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { type AskedRound, leftOut, proposalCommands } from './proposalList';

export interface ProposalsDialogProps {
  open: boolean;
  /** The round that is looked at. */
  round: AskedRound | null;
  onClose(): void;
}

const PAUSE_MS = 200;
/** So many lines are shown of a list; the rest is counted. */
const SHOWN = 8;

/** Proposals that came as a table: pasted from a sheet or read from a file, seen before they are taken. */
export function ProposalsDialog(props: ProposalsDialogProps) {
  const app = useApp();
  const { t, language, format, issueText } = useText();
  const money = useMoney();
  let input: HTMLInputElement | undefined;
  const [text, setText] = createSignal('');
  const [file, setFile] = createSignal<File | null>(null);
  const [unit, setUnit] = createSignal<DisplayUnit>('one');
  const [submits, setSubmits] = createSignal(true);
  const [reading, setReading] = createSignal<ProposalReading | null>(null);
  const [refused, setRefused] = createSignal<readonly Issue[]>([]);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setText('');
        setFile(null);
        setUnit(money.unit());
        setSubmits(true);
      },
    ),
  );
  const source = createMemo(() => {
    const from = file() ?? text();
    const isEmpty = typeof from === 'string' && from.trim() === '';
    if (!props.open || isEmpty || !props.round) return null;
    return { from, dimension: props.round.dimension, unit: DISPLAY_UNITS[unit()], locale: language() };
  });
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(source, (asked) => {
      const mine = ++turn;
      clearTimeout(timer);
      setRefused([]);
      if (!asked) return setReading(null);
      timer = setTimeout(async () => {
        const answer = await app.host.readProposals(asked);
        if (mine !== turn) return;
        setReading(answer.ok ? answer.value : null);
        setRefused(answer.ok ? [] : answer.issues);
      }, PAUSE_MS);
    }),
  );
  const commands = createMemo(() => {
    const read = reading();
    return read && props.round ? proposalCommands(read, props.round, submits()) : null;
  });
  const blocked = () => (commands() ? null : refused()[0] ? issueText(refused()[0]) : t('proposals.nothing'));
  const take = async () => {
    for (const command of commands() ?? []) {
      const done = await app.run(command, { inPlace: true });
      if (!done.ok) {
        setRefused(done.issues);
        return;
      }
    }
    props.onClose();
  };
  const columnOf = (dimension: string) =>
    dimension === 'period' ? t('proposals.period') : dimensionName(t, dimension, app.status().plan?.titles);
  const when = (periods: readonly string[]) =>
    periods.length === 1 ? format().period(periods[0]) : t('proposals.wholeYear');
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      wide
      title={t('proposals.title')}
      lead={t('proposals.lead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void take()}>
            {t('proposals.take', { n: reading()?.cells.length ?? 0 })}
          </Button>
        </>
      }
    >
      <div class="proposals">
        <div class="proposals__source">
          <Field label={t('proposals.text')} hint={t('proposals.textHint')}>
            {(control) => (
              <textarea
                {...control}
                class="input proposals__text"
                rows={9}
                spellcheck={false}
                value={file() ? '' : text()}
                onInput={(event) => {
                  setFile(null);
                  setText(event.currentTarget.value);
                }}
              />
            )}
          </Field>
          <div class="plan-part__tools">
            <Button onClick={() => input?.click()}>{t('proposals.file')}</Button>
            <span class="quiet">{file()?.name}</span>
            <input
              ref={(element) => {
                input = element;
              }}
              type="file"
              class="unseen"
              tabIndex={-1}
              aria-label={t('proposals.file')}
              accept=".csv,.tsv,.txt"
              onChange={(event) => {
                setFile(event.currentTarget.files?.[0] ?? null);
                event.currentTarget.value = '';
              }}
            />
          </div>
          <Select<DisplayUnit>
            label={t('proposals.unit')}
            value={unit()}
            options={UNITS_OF[language()].map((value) => ({
              value,
              label: unitLabel(t, value, app.status().plan?.currency ?? 'CNY'),
            }))}
            onChange={setUnit}
          />
          <label class="spread__remember">
            <input type="checkbox" checked={submits()} onChange={(event) => setSubmits(event.currentTarget.checked)} />
            {t('proposals.submit')}
          </label>
        </div>
        <div class="proposals__read" aria-live="polite">
          <Show when={refused()[0]}>{(issue) => <p class="field__error">{issueText(issue())}</p>}</Show>
          <Show when={reading()} fallback={<p class="faint">{refused().length > 0 ? '' : t('proposals.none')}</p>}>
            {(read) => (
              <>
                <p class="strong">
                  {t('proposals.found', { n: read().cells.length, amount: money.say(read().total) })}
                </p>
                <table class="table">
                  <caption class="unseen">{t('proposals.title')}</caption>
                  <tbody>
                    <For each={read().cells.slice(0, SHOWN)}>
                      {({ cell, labels, amount }) => (
                        <tr>
                          <th scope="row">{labels.join(' › ')}</th>
                          <td class="quiet">{when(cell.periods)}</td>
                          <td class="number">{money.show(amount)}</td>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
                <Show when={read().cells.length > SHOWN}>
                  <p class="faint">{t('proposals.more', { n: read().cells.length - SHOWN })}</p>
                </Show>
                <Show when={leftOut(read()) > 0}>
                  <p class="tone-warn">{t('proposals.leftOut', { n: leftOut(read()) })}</p>
                  <ul class="proposals__left">
                    <For each={read().unmatched.slice(0, SHOWN)}>
                      {({ row, dimension, name }) => (
                        <li>{t('proposals.unknown', { row, column: columnOf(dimension), name })}</li>
                      )}
                    </For>
                    <For each={read().issues.slice(0, SHOWN)}>
                      {(issue) => (
                        <li>
                          {t('proposals.badRow', { row: issue.place?.row ?? 0, text: issue.params?.value ?? '' })}
                        </li>
                      )}
                    </For>
                  </ul>
                </Show>
              </>
            )}
          </Show>
        </div>
      </div>
    </Dialog>
  );
}
