import type { Division } from '~/domain/segmentation';
import { useText } from '../../../components/TextProvider';
import { ColumnSelect } from './ColumnSelect';
import type { DivisionEditorProps } from './PartEditor';

/** Two columns against each other. */
export function MatrixEditor(props: DivisionEditorProps<Extract<Division, { kind: 'matrix' }>>) {
  const { t } = useText();
  return (
    <div class="rules">
      <p class="type-caption">{t('segment.matrixHint')}</p>
      <ColumnSelect
        label={t('segment.rowsBy')}
        columns={props.columns}
        value={props.division.rows}
        onChange={(rows) => props.onChange({ ...props.division, rows })}
      />
      <ColumnSelect
        label={t('segment.columnsBy')}
        columns={props.columns}
        value={props.division.columns}
        onChange={(columns) => props.onChange({ ...props.division, columns })}
      />
    </div>
  );
}
