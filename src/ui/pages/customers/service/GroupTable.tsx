import { For } from 'solid-js';
import { useText } from '../../../components/TextProvider';

export interface GroupTableProps {
  label: string;
  rows: readonly { name: string; customers: number; overdue: number; thisWeek: number }[];
}

/** How many customers of each group are overdue, and due within a week. */
export function GroupTable(props: GroupTableProps) {
  const { t, format } = useText();
  return (
    <table class="table service-groups">
      <caption class="unseen">{props.label}</caption>
      <thead>
        <tr>
          <th scope="col">{props.label}</th>
          <th scope="col" class="number">
            {t('service.visits.customers')}
          </th>
          <th scope="col" class="number">
            {t('service.visits.overdue')}
          </th>
          <th scope="col" class="number">
            {t('service.visits.thisWeek')}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <th scope="row">{row.name || t('service.unassigned')}</th>
              <td class="number">{format().count(row.customers)}</td>
              <td class="number" classList={{ 'due--overdue': row.overdue > 0 }}>
                {format().count(row.overdue)}
              </td>
              <td class="number">{format().count(row.thisWeek)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
