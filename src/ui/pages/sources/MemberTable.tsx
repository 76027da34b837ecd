import type { SourceView } from '~/domain/view';
import { useApp } from '~/state/app';
import { dimensionName } from '../../components/dimensionName';
import { Section } from '../../components/Section';
import { Table } from '../../components/Table';
import { useText } from '../../components/TextProvider';

type Row = SourceView['members'][number];

/** How many customers, products, regions … there are, and the levels they stand in. */
export function MemberTable(props: { members: SourceView['members'] }) {
  const app = useApp();
  const { t, format } = useText();
  const levelNoun = (id: string) => t.find(`sources.level.${id}`) ?? t.find(`words.${id}`) ?? dimensionName(t, id);
  const levels = (id: string) => {
    const head = app.status().dimensions.find((dimension) => dimension.id === id);
    return head && head.levels.length > 1 ? head.levels.map(levelNoun).join(' › ') : '';
  };
  return (
    <Section finding={t('sources.membersFinding', { n: props.members.length })} caption={t('sources.membersHint')}>
      <Table<Row>
        label={t('sources.members')}
        rows={props.members}
        columns={[
          {
            id: 'dimension',
            head: t('words.dimension'),
            rowHead: true,
            cell: (row) => dimensionName(t, row.dimension),
          },
          {
            id: 'levels',
            head: t('sources.levels'),
            cell: (row) => <span class="quiet">{levels(row.dimension)}</span>,
          },
          { id: 'members', head: t('sources.members'), number: true, cell: (row) => format().count(row.members) },
        ]}
      />
    </Section>
  );
}
