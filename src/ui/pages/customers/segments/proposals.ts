import type { CustomerColumn, Division } from '~/domain/segmentation';
import type { ColumnChoice } from '~/domain/segmentView';
import type { Translate } from '~/i18n/translate';

export const PROPOSALS = ['size', 'industry', 'abc', 'growthSize', 'regionSize', 'stageTier', 'blank'] as const;
export type ProposalId = (typeof PROPOSALS)[number];

export const SIZE: CustomerColumn = { kind: 'figure', figure: 'sales12' };
const GROWTH: CustomerColumn = { kind: 'figure', figure: 'growth' };
const INDUSTRY: CustomerColumn = { kind: 'attribute', attribute: 'industry' };
const ABC: CustomerColumn = { kind: 'class', of: 'abc' };

/** Industries that get a segment of their own. */
const MOST_CLASSES = 10;

/** The divisions people start from; null where the data has nothing for one. */
export function proposedDivision(id: ProposalId, columns: readonly ColumnChoice[], t: Translate): Division | null {
  const choice = (column: CustomerColumn) =>
    columns.find((one) => JSON.stringify(one.column) === JSON.stringify(column) && one.known > 0);
  const matrix = (rows: CustomerColumn): Division | null =>
    choice(rows) && choice(SIZE) ? { kind: 'matrix', rows, columns: SIZE } : null;
  switch (id) {
    case 'size': {
      const names = [t('segment.size.small'), t('segment.size.middle'), t('segment.size.large')];
      return choice(SIZE) ? { kind: 'quantiles', column: SIZE, parts: 3, names } : null;
    }
    case 'industry': {
      const values = choice(INDUSTRY)?.values.slice(0, MOST_CLASSES) ?? [];
      if (values.length === 0) return null;
      const classes = values.map(({ value, name }, i) => ({
        id: `c${i + 1}`,
        name,
        all: [{ column: INDUSTRY, is: 'is' as const, value }],
      }));
      return { kind: 'rules', classes };
    }
    case 'abc': {
      const classes = (['a', 'b', 'c'] as const).map((letter, i) => ({
        id: `c${i + 1}`,
        name: t(`segment.proposedClass.${letter}`),
        all: [{ column: ABC, is: 'is' as const, value: letter.toUpperCase() }],
      }));
      return choice(ABC) ? { kind: 'rules', classes } : null;
    }
    case 'growthSize':
      return matrix(GROWTH);
    case 'regionSize':
      return matrix({ kind: 'member', dimension: 'region' });
    case 'stageTier':
      return { kind: 'matrix', rows: { kind: 'class', of: 'stage' }, columns: { kind: 'class', of: 'tier' } };
    case 'blank':
      return {
        kind: 'rules',
        classes: [
          { id: 'c1', name: t('segment.classNo', { n: 1 }), all: [{ column: SIZE, is: 'atLeast', value: null }] },
        ],
      };
  }
}
