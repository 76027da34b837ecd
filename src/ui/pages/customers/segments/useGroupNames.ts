import type { Division } from '~/domain/segmentation';
import type { SegmentAxis, SegmentView } from '~/domain/segmentView';
import { useText } from '../../../components/TextProvider';
import { useColumnWords } from '../useColumnWords';

export interface GroupNames {
  /** A value of an axis of a matrix, or a part. */
  axis(axis: SegmentAxis, column: Extract<Division, { kind: 'matrix' }>['rows'] | null): string;
  /** Every group of a view in its order, others first: as plan members are named. */
  all(view: SegmentView, division: Division): string[];
}

/** What groups are called that people gave no name. */
export function useGroupNames(): GroupNames {
  const { t } = useText();
  const words = useColumnWords();
  const axis: GroupNames['axis'] = ({ name, part }, column) => {
    if (name !== '') return column ? words.value(column, name) : name;
    if (!part) return '';
    if (part.of === 3) return t(`segment.part.${part.no === 1 ? 'low' : part.no === 2 ? 'middle' : 'high'}`);
    return t('segment.part.no', { no: part.no });
  };
  return {
    axis,
    all(view, division) {
      const { axes } = view;
      const names =
        axes && division.kind === 'matrix'
          ? axes.rows.flatMap((row) =>
              axes.columns.map((column) => `${axis(row, division.rows)} · ${axis(column, division.columns)}`),
            )
          : view.groups.map((group) => axis(group, null));
      return [t('segment.others'), ...names];
    },
  };
}
