import { Show } from 'solid-js';
import { TREE_METHODS, type TreeMethod } from '~/domain/forecastTree';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { dimensionName } from '../../../components/dimensionName';
import { Segment } from '../../../components/Segment';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { TreeFile } from './TreeFile';
import { TreeToScenario } from './TreeToScenario';
import { FIGURES, SPANS } from './treeFigures';
import type { TreeState } from './treeState';

/** How the tree is made to add up, how deep it goes, which figures it shows, and what becomes of it. */
export function TreeTools(props: { state: TreeState }) {
  const app = useApp();
  const { t } = useText();
  const view = () => props.state.answer.view();
  const levels = () => view()?.levels ?? [];
  return (
    <div class="tree-tools">
      <Select<TreeMethod>
        label={t('outlook.method')}
        hideLabel
        options={TREE_METHODS.map((value) => ({
          value,
          label: t(`outlook.methods.${value}`),
          hint: t(`outlook.methodHints.${value}`),
        }))}
        value={props.state.query().method}
        onChange={(method) => props.state.ask({ method })}
      />
      <Select
        label={t('outlook.depth')}
        hideLabel
        options={levels().map((level, i) => ({
          value: String(i + 1),
          label: t('outlook.downTo', {
            level: dimensionName(t, level.name, app.status().plan?.titles),
            n: level.nodes,
          }),
        }))}
        value={String(view()?.depth ?? '')}
        onChange={(depth) => props.state.ask({ depth: Number(depth) })}
      />
      <Segment
        label={t('outlook.span')}
        options={SPANS.map((value) => ({ value, label: t(`outlook.spans.${value}`) }))}
        value={props.state.span()}
        onChange={(span) => props.state.ask({ span })}
      />
      <Show when={props.state.span() !== 'year'}>
        <Segment
          label={t('outlook.figure')}
          options={FIGURES.map((value) => ({ value, label: t(`outlook.figures.${value}`) }))}
          value={props.state.figure()}
          onChange={(figure) => props.state.ask({ figure })}
        />
      </Show>
      <label class="tree-tools__keep" title={t('outlook.keepLockedHint')}>
        <input
          type="checkbox"
          checked={props.state.query().keepLocked}
          onChange={(event) => props.state.ask({ keepLocked: event.currentTarget.checked })}
        />
        {t('outlook.keepLocked')}
      </label>
      <Button look="quiet" onClick={() => props.state.openAll(true)}>
        {t('outlook.expandAll')}
      </Button>
      <Button look="quiet" onClick={() => props.state.openAll(false)}>
        {t('outlook.collapseAll')}
      </Button>
      <span class="tree-tools__end">
        <TreeFile state={props.state} />
        <TreeToScenario state={props.state} />
      </span>
    </div>
  );
}
