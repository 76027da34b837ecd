import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createEffect, createMemo, createResource, createSignal, For, on, Show } from 'solid-js';
import type { At } from '~/domain/cell';
import { type Column, columnKey, WORKING_TARGET } from '~/domain/plan';
import { useApp } from '~/state/app';
import { ComparisonBridge } from '../../../charts/ComparisonBridge';
import { Button } from '../../../components/Button';
import { dimensionName } from '../../../components/dimensionName';
import { Section } from '../../../components/Section';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { useAmounts } from '../../../components/useAmounts';
import { columnName } from '../view/columnName';
import type { Scenarios } from '../view/createScenarios';
import { ComparisonTable, differenceOf } from './ComparisonTable';

/** Any two columns beside each other, node by node: what leads from one to the other. */
export function ComparePart(props: { scenarios: Scenarios }) {
  const app = useApp();
  const { t } = useText();
  const [left, setLeft] = createSignal('base/baseline/sales');
  const [right, setRight] = createSignal('base/target/sales');
  /** Nodes that were opened, outermost first. */
  const [path, setPath] = createSignal<readonly { at: At; label: string }[]>([]);
  const [dimension, setDimension] = createSignal(app.status().plan?.dimensions[0] ?? '');
  const columnOf = (key: string): Column | null =>
    props.scenarios.columns().find((column) => columnKey(column) === key) ?? null;
  const dimensions = () => app.status().plan?.dimensions ?? [];
  const measure = () => columnOf(left())?.measure ?? WORKING_TARGET.measure;
  const amounts = useAmounts(measure);
  /** Only what counts the same can be set against each other. */
  const alike = () => props.scenarios.columns().filter((column) => column.measure === measure());
  createEffect(
    on(alike, (all) => {
      // A plan without a base begins with what it has.
      if (all.length > 0 && columnOf(left()) === null) setLeft(columnKey(all[0]));
      if (all.some((column) => columnKey(column) === right())) return;
      const other = all.find((column) => columnKey(column) !== left()) ?? all[0];
      if (other) setRight(columnKey(other));
    }),
  );
  /** A balance is compared where it closes. */
  const periods = () => {
    const all = (app.status().plan?.periods ?? []).map(({ id }) => id);
    const found = app.status().plan?.groups[0]?.measures.find(({ id }) => id === measure());
    return found?.kind === 'balance' ? all.slice(-1) : all;
  };
  createEffect(
    on(
      () => app.status().plan?.id,
      () => setPath([]),
      { defer: true },
    ),
  );
  createEffect(
    on(dimensions, (all) => {
      if (!all.includes(dimension())) setDimension(all[0] ?? '');
    }),
  );
  const asked = createMemo(() => {
    const [a, b] = [columnOf(left()), columnOf(right())];
    const plan = app.status().plan;
    return a && b && plan
      ? {
          left: a,
          right: b,
          at: path().at(-1)?.at ?? {},
          dimension: dimension(),
          periods: periods(),
          revision: app.status().revision,
        }
      : null;
  });
  const [found] = createResource(asked, ({ revision: _revision, ...query }) => app.attempt(app.host.compare(query)));
  const name = (key: string) => {
    const column = columnOf(key);
    return column ? columnName(t, column, props.scenarios.titles()) : '';
  };
  const options = (columns: readonly Column[]) =>
    columns.map((column) => ({
      value: columnKey(column),
      label: columnName(t, column, props.scenarios.titles()),
    }));
  const open = (at: At, label: string) => {
    // What has nothing below it is open already.
    if (JSON.stringify(at) === JSON.stringify(path().at(-1)?.at)) return;
    const next = dimensions().find((one) => at[one] === undefined);
    setPath([...path(), { at, label }]);
    if (next) setDimension(next);
  };
  const finding = () => {
    const now = found.latest;
    if (!now) return t('scenario.compare');
    const words = { left: name(left()), right: name(right()) };
    if (now.leaves === 0) return t('scenario.same', words);
    return t('scenario.differs', { ...words, amount: amounts.say(differenceOf(now.total)), n: now.leaves });
  };
  return (
    <Section finding={finding()} caption={t('scenario.compareCaption', { unit: amounts.label() })}>
      <div class="plan-part__tools">
        <Select
          label={t('scenario.left')}
          value={left()}
          options={options(props.scenarios.columns())}
          onChange={setLeft}
        />
        <Select label={t('scenario.right')} value={right()} options={options(alike())} onChange={setRight} />
        <Select
          label={t('scenario.by')}
          value={dimension()}
          options={dimensions().map((id) => ({ value: id, label: dimensionName(t, id, app.status().plan?.titles) }))}
          onChange={setDimension}
        />
      </div>
      <Show when={path().length > 0}>
        <nav class="plan-part__tools" aria-label={t('scenario.path')}>
          <Button look="link" onClick={() => setPath([])}>
            {t('plan.totalRow')}
          </Button>
          <For each={path()}>
            {(step, index) => (
              <>
                <ChevronRight size={12} class="icon" aria-hidden="true" />
                <Button look="link" onClick={() => setPath(path().slice(0, index() + 1))}>
                  {step.label}
                </Button>
              </>
            )}
          </For>
        </nav>
      </Show>
      <Show when={found.latest}>
        {(comparison) => (
          <div class="plan-part__columns">
            <ComparisonTable
              comparison={comparison()}
              amounts={amounts}
              dimension={dimensionName(t, dimension(), app.status().plan?.titles)}
              left={name(left())}
              right={name(right())}
              label={finding()}
              onOpen={open}
            />
            <ComparisonBridge comparison={comparison()} amounts={amounts} left={name(left())} right={name(right())} />
          </div>
        )}
      </Show>
    </Section>
  );
}
