import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import { createMemo, For } from 'solid-js';
import { LIST_COLUMNS, type ListColumn } from '~/domain/customerList';
import { Button } from '../../../components/Button';
import { Popover } from '../../../components/Popover';
import { useText } from '../../../components/TextProvider';
import type { CustomerListState } from './createCustomerList';
import { columnName } from './listColumns';

/** Which columns are shown, and in which order: kept on this device. The name always leads. */
export function ColumnChooser(props: { list: CustomerListState }) {
  const { t } = useText();
  const shown = createMemo((): ListColumn[] => props.list.columns().filter((id) => id !== 'name'));
  const others = createMemo((): ListColumn[] => {
    const attributes = (props.list.choices()?.attributes ?? []).map(
      ({ attribute }): ListColumn => `attribute:${attribute}`,
    );
    const known: ListColumn[] = [...LIST_COLUMNS, ...attributes];
    return known.filter((id) => id !== 'name' && !shown().includes(id));
  });
  const turn = (id: ListColumn) =>
    props.list.showColumns(shown().includes(id) ? shown().filter((one) => one !== id) : [...shown(), id]);
  const move = (id: ListColumn, by: number) => {
    const next = [...shown()];
    const at = next.indexOf(id);
    const [one] = next.splice(at, 1);
    next.splice(Math.max(0, at + by), 0, one);
    props.list.showColumns(next);
  };
  const line = (id: ListColumn, isShown: boolean) => (
    <li class="column-chooser__line">
      <label>
        <input type="checkbox" checked={isShown} onChange={() => turn(id)} />
        <span>{columnName(id, t)}</span>
      </label>
      {isShown ? (
        <span class="column-chooser__moves">
          <Button
            look="quiet"
            icon={ArrowUp}
            label={t('customerList.columns.up', { name: columnName(id, t) })}
            onClick={() => move(id, -1)}
          />
          <Button
            look="quiet"
            icon={ArrowDown}
            label={t('customerList.columns.down', { name: columnName(id, t) })}
            onClick={() => move(id, 1)}
          />
        </span>
      ) : null}
    </li>
  );
  return (
    <Popover trigger={t('customerList.columns.button')} title={t('customerList.columns.title')}>
      <ul class="column-chooser">
        <For each={shown()}>{(id) => line(id, true)}</For>
        <For each={others()}>{(id) => line(id, false)}</For>
      </ul>
      <Button look="link" onClick={() => props.list.showColumns(null)}>
        {t('customerList.columns.reset')}
      </Button>
    </Popover>
  );
}
