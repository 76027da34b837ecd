import type { CustomerColumn } from '~/domain/segmentation';
import type { ColumnChoice } from '~/domain/segmentView';
import { Select } from '../../../components/Select';
import { columnKey, useColumnWords } from '../useColumnWords';

export interface ColumnSelectProps {
  label: string;
  hideLabel?: boolean;
  columns: readonly ColumnChoice[];
  value: CustomerColumn;
  onChange: (column: CustomerColumn) => void;
}

/** One of the columns customers can be told apart by. One that has gone from the data stays chosen. */
export function ColumnSelect(props: ColumnSelectProps) {
  const words = useColumnWords();
  const all = () => {
    const known = props.columns.map(({ column }) => column);
    return known.some((column) => columnKey(column) === columnKey(props.value)) ? known : [...known, props.value];
  };
  return (
    <Select
      label={props.label}
      hideLabel={props.hideLabel}
      options={all().map((column) => ({ value: columnKey(column), label: words.name(column) }))}
      value={columnKey(props.value)}
      onChange={(key) => {
        const column = all().find((one) => columnKey(one) === key);
        if (column) props.onChange(column);
      }}
    />
  );
}
