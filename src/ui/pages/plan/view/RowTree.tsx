import { Show } from 'solid-js';
import type { DimensionId } from '~/domain/dimension';
import type { ShapeView } from '~/domain/shape';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { MAIN_TREE, treeChoices } from './treeChoices';

export interface RowTreeProps {
  dimension: DimensionId;
  name: string;
  /** What the plan is made of; null until it is known. */
  shape: ShapeView | null;
  /** The tree the rows follow; undefined = the main one. */
  tree: string | undefined;
  onTree(tree: string | null): void;
}

/** By which of its trees a dimension is rolled up in the rows; nothing where it has only one. */
export function RowTree(props: RowTreeProps) {
  const { t } = useText();
  const found = () => treeChoices(props.shape, props.dimension, props.tree);
  return (
    <Show when={found()}>
      {(choice) => (
        <Select
          bare
          hideLabel
          label={`${props.name} · ${t('shape.hierarchy')}`}
          value={choice().chosen}
          options={choice().trees.map(({ id, title }) => ({ value: id, label: title || t('shape.mainHierarchy') }))}
          onChange={(id) => props.onTree(id === MAIN_TREE ? null : id)}
        />
      )}
    </Show>
  );
}
