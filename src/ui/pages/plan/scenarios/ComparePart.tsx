import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createEffect, createMemo, createResource, createSignal, For, on, Show } from 'solid-js';
import type { At } from '~/domain/cell';
import { type Column, columnKey } from '~/domain/plan';
import { useApp } from '~/state/app';
import { ComparisonBridge } from '../../../charts/ComparisonBridge';
import { Button } from '../../../components/Button';
import { dimensionName } from '../../../components/dimensionName';
import { Section } from '../../../components/Section';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { columnName } from '../view/columnName';
import type { Scenarios } from '../view/createScenarios';
import { ComparisonTable, differenceOf } from './ComparisonTable';

/** Any two columns beside each other, node by node: what leads from one to the other. */
export function ComparePart(props: { scenarios: Scenarios }) {
  const app = useApp();
  const { t } = useText();
  const money = useMoney();
  const [left, setLeft] = createSignal('base/baseline/sales');
  const [right, setRight] = createSignal('base/target/sales');
  /** Nodes that were opened, outermost first. */
  const [path, setPath] = createSignal<readonly { at: At; label: string }[]>([]);
  const [dimension, setDimension] = createSignal(app.status().plan?.dimensions[0] ?? '');
  const columnOf = (key: string): Column | null =>
    props.scenarios.columns().find((column) => columnKey(column) === key) ?? null;
  const dimensions = () => app.status().plan?.dimensions ?? [];
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
          periods: plan.periods.map(({ id }) => id),
          revision: app.status().revision,
        }
      : null;
  });
  const [found] = createResource(asked, ({ revision: _revision, ...query }) => app.attempt(app.host.compare(query)));
  const name = (key: string) => {
    const column = columnOf(key);
    return column ? columnName(t, column, props.scenarios.titles()) : '';
  };
  const options = () =>
    props.scenarios.columns().map((column) => ({
      value: columnKey(column),
      label: columnName(t, column, props.scenarios.titles()),
    }));
  const open = (at: At, label: string) => {
    const next = dimensions().find((one) => at[one] === undefined);
    setPath([...path(), { at, label }]);
    if (next) setDimension(next);
  };
  const finding = () => {
    const now = found.latest;
    if (!now) return t('scenario.compare');
    const words = { left: name(left()), right: name(right()) };
    if (now.leaves === 0) return t('scenario.same', words);
    return t('scenario.differs', { ...words, amount: money.say(differenceOf(now.total)), n: now.leaves });
  };
  return (
    <Section finding={finding()} caption={t('scenario.compareCaption', { unit: money.label() })}>
      <div class="plan-part__tools">
        <Select label={t('scenario.left')} value={left()} options={options()} onChange={setLeft} />
        <Select label={t('scenario.right')} value={right()} options={options()} onChange={setRight} />
        <Select
          label={t('scenario.by')}
          value={dimension()}
          options={dimensions().map((id) => ({ value: id, label: dimensionName(t, id) }))}
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
              dimension={dimensionName(t, dimension())}
              left={name(left())}
              right={name(right())}
              label={finding()}
              onOpen={open}
            />
            <ComparisonBridge comparison={comparison()} left={name(left())} right={name(right())} />
          </div>
        )}
      </Show>
    </Section>
  );
}
