import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import type { KpiId } from '~/domain/kpi';
import type { LetterDraft, LettersView } from '~/domain/letterView';
import { dayOnClock } from '~/domain/period';
import type { KpiView } from '~/domain/view';
import { formatAt } from '~/state/address';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createAnswer } from '../../../components/createAnswer';
import { dimensionName } from '../../../components/dimensionName';
import { Field } from '../../../components/Field';
import { Select } from '../../../components/Select';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { kpiGoals } from './kpiGoals';

/** Who gets a letter, with which KPIs and on which assumptions: one step for all. */
export function DraftPart(props: { view: LettersView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const [out, setOut] = createSignal<ReadonlySet<string>>(new Set());
  const [assumptions, setAssumptions] = createSignal<string | null>(null);
  const [goals, setGoals] = createSignal<{ kpi: string; goal: string; chosen: boolean }[]>([]);
  const [busy, setBusy] = createSignal(false);
  const kpis = createAnswer<true, KpiView>({
    kind: 'letters',
    query: () => true,
    call: () => app.host.kpis({ period: 'year', periodId: null, at: {} }),
  });
  createEffect(
    on(kpis.view, (view) => {
      if (view && goals().length === 0) setGoals(kpiGoals(view.cards, format()));
    }),
  );
  const text = () => assumptions() ?? t('letter.assumptionsText');
  const chosen = createMemo(() => props.view.drafts.filter(({ at }) => !out().has(formatAt(at))));
  const toggle = (key: string) =>
    setOut((old) => {
      const next = new Set(old);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const change = (kpi: string, part: { goal?: string; chosen?: boolean }) =>
    setGoals((all) => all.map((one) => (one.kpi === kpi ? { ...one, ...part } : one)));
  const blocked = () => {
    if (app.status().readOnly !== null) return t('challenge.readOnly');
    return chosen().length === 0 ? t('letter.nobody') : null;
  };
  const issue = async () => {
    if (busy()) return;
    setBusy(true);
    const wanted = goals()
      .filter((one) => one.chosen)
      .map(({ kpi, goal }) => ({ kpi, goal }));
    const done = await app.run({
      name: 'letters/issue',
      on: dayOnClock(new Date()),
      letters: chosen().map(({ at }) => ({ at, kpis: wanted, assumptions: text() })),
    });
    setBusy(false);
    if (done.ok) app.setParams({ part: 'issued' });
  };
  return (
    <div class="letters__draft">
      <div class="letters__side">
        <h2 class="type-section">{t('letter.what')}</h2>
        <Select
          label={t('letter.dimension')}
          options={props.view.dimensions.map((value) => ({
            value,
            label: dimensionName(t, value, app.status().plan?.titles),
          }))}
          value={props.view.dimension}
          onChange={(dimension) => app.setParams({ dimension })}
        />
        <Field label={t('letter.assumptions')} hint={t('letter.assumptionsHint')}>
          {(control) => (
            <textarea
              {...control}
              class="input letters__text"
              rows="6"
              value={text()}
              onInput={(event) => setAssumptions(event.currentTarget.value)}
            />
          )}
        </Field>
        <fieldset class="letters__kpis">
          <legend class="field__label">{t('letter.kpis')}</legend>
          <For each={goals()}>
            {(one) => (
              <div class="letters__kpi">
                <label>
                  <input
                    type="checkbox"
                    checked={one.chosen}
                    onChange={(event) => change(one.kpi, { chosen: event.currentTarget.checked })}
                  />{' '}
                  {t(`kpi.name.${one.kpi as KpiId}`)}
                </label>
                <input
                  class="input"
                  aria-label={t('letter.goalOf', { kpi: t(`kpi.name.${one.kpi as KpiId}`) })}
                  value={one.goal}
                  onChange={(event) => change(one.kpi, { goal: event.currentTarget.value, chosen: true })}
                />
              </div>
            )}
          </For>
        </fieldset>
      </div>
      <div class="letters__main">
        <div class="section__head">
          <div class="section__words">
            <h2 class="type-section">{t('letter.ready', { n: chosen().length })}</h2>
            <p class="type-caption">{t('letter.caption', { unit: money.label() })}</p>
          </div>
          <Button look="primary" blocked={blocked()} onClick={() => void issue()}>
            {t('letter.issue', { n: chosen().length })}
          </Button>
        </div>
        <Table<LetterDraft>
          label={t('letter.ready', { n: chosen().length })}
          rows={props.view.drafts}
          columns={[
            {
              id: 'name',
              head: t('letter.receiver'),
              rowHead: true,
              cell: (row) => (
                <label>
                  <input
                    type="checkbox"
                    checked={!out().has(formatAt(row.at))}
                    onChange={() => toggle(formatAt(row.at))}
                  />{' '}
                  {row.label}
                </label>
              ),
            },
            { id: 'total', head: t('letter.total'), number: true, cell: (row) => <b>{money.show(row.total)}</b> },
            {
              id: 'quarters',
              head: t('letter.quarters'),
              number: true,
              cell: (row) => row.quarters.map(({ amount }) => money.show(amount)).join(' · '),
            },
            {
              id: 'last',
              head: t('letter.last'),
              cell: (row) => (
                <Show when={row.last} fallback={<span class="quiet">{t('letter.never')}</span>}>
                  {(last) => (
                    <span>
                      {t('letter.version', { no: last().no })}
                      <Show when={last().changed}>
                        <span class="letters__changed"> {t('letter.changedSince')}</span>
                      </Show>
                    </span>
                  )}
                </Show>
              ),
            },
            {
              id: 'argument',
              head: t('letter.part.argument'),
              cell: (row) => (
                <Button look="link" onClick={() => app.setParams({ part: 'argument', at: formatAt(row.at) })}>
                  {t('letter.look')}
                </Button>
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}
