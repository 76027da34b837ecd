import { Index } from 'solid-js';
import type { Division } from '~/domain/segmentation';
import type { ColumnChoice } from '~/domain/segmentView';
import { NumberField } from '../../../components/NumberField';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { ColumnSelect } from './ColumnSelect';

type Parts = Extract<Division, { kind: 'quantiles' }>;

export interface DivisionEditorProps<D> {
  division: D;
  columns: readonly ColumnChoice[];
  onChange: (division: D) => void;
}

/** Equal parts of a figure: which, how many, and what they are called. */
export function PartEditor(props: DivisionEditorProps<Parts>) {
  const { t } = useText();
  const numbers = () => props.columns.filter(({ kind }) => kind === 'number');
  return (
    <div class="rules">
      <p class="type-caption">{t('segment.quantilesHint')}</p>
      <ColumnSelect
        label={t('segment.column')}
        columns={numbers()}
        value={props.division.column}
        onChange={(column) => props.onChange({ ...props.division, column })}
      />
      <NumberField
        label={t('segment.parts')}
        value={props.division.parts}
        min={2}
        max={20}
        onChange={(parts) => parts !== null && props.onChange({ ...props.division, parts: Math.round(parts) })}
      />
      <Index each={Array.from({ length: props.division.parts }, (_, i) => props.division.names[i] ?? '')}>
        {(name, at) => (
          <TextField
            label={t('segment.partName', { n: at + 1 })}
            value={name()}
            onInput={(text) => {
              const names = Array.from({ length: props.division.parts }, (_, i) => props.division.names[i] ?? '');
              names[at] = text;
              props.onChange({ ...props.division, names });
            }}
          />
        )}
      </Index>
    </div>
  );
}
