import { createResource, Show } from 'solid-js';
import type { CushionLevel } from '~/domain/round';
import { useApp } from '~/state/app';
import { dimensionName } from '../../../components/dimensionName';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

/** Goals level by level: how much more the lower one answers for than the one above, and what that comes to in all. */
export function CushionPart() {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const [found] = createResource(
    () => ({ plan: app.status().plan?.id, revision: app.status().revision }),
    () => app.attempt(app.host.cushion()),
  );
  const name = ({ level }: CushionLevel) =>
    level === '' ? t('plan.totalRow') : dimensionName(t, level, app.status().plan?.titles);
  const finding = () => {
    const chain = found.latest?.chain ?? null;
    return chain === null ? t('round.noCushion') : t('round.cushion', { share: format().growth(chain) });
  };
  return (
    <Show when={found.latest}>
      {(view) => (
        <Section finding={finding()} caption={t('round.cushionCaption', { unit: money.label() })}>
          <Table<CushionLevel>
            label={t('round.cushionLevels')}
            rows={view().levels}
            columns={[
              { id: 'level', head: t('round.level'), rowHead: true, cell: name },
              {
                id: 'goals',
                head: t('round.goals'),
                number: true,
                cell: (row) => t('round.goalsOf', { n: row.goals, all: row.nodes }),
              },
              { id: 'total', head: money.label(), number: true, cell: (row) => money.show(row.total) },
              { id: 'cushion', head: t('words.cushion'), number: true, cell: (row) => format().growth(row.cushion) },
              {
                id: 'unallocated',
                head: t('words.unallocated'),
                number: true,
                cell: (row) => money.show(row.unallocated),
              },
            ]}
          />
        </Section>
      )}
    </Show>
  );
}
