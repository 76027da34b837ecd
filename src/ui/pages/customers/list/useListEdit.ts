import type { ListColumn } from '~/domain/customerList';
import { attributeOf } from '~/domain/customerList';
import { useApp } from '~/state/app';
import { useText } from '../../../components/TextProvider';
import { readTable } from '../../../grid/tableText';
import type { CustomerListState } from './createCustomerList';
import { type AttributeChange, useAttributeEntry } from './useAttributeEntry';

/** Facts of customers are edited in their cells: every edit, and every paste, is one change with one undo. */
export function useListEdit(list: Pick<CustomerListState, 'choices' | 'pages' | 'query'>) {
  const app = useApp();
  const { t, format } = useText();
  const entry = useAttributeEntry();

  const attributeFor = (column: ListColumn): string | null =>
    attributeOf(column) ?? (column === 'settlementMethod' || column === 'salesMode' ? column : null);
  const isNumber = (attribute: string): boolean =>
    list.choices()?.attributes.find((one) => one.attribute === attribute)?.kind === 'number';
  const read = (attribute: string, text: string) => entry.read(attribute, text, isNumber(attribute));

  return {
    read,
    write: entry.write,
    entry(row: number, column: ListColumn): string {
      const value = list.pages.text(row, column) ?? list.pages.number(row, column);
      return entry.text(attributeOf(column) ?? column, value ?? undefined);
    },
    offers(column: ListColumn): readonly string[] {
      const attribute = attributeOf(column);
      return list.choices()?.attributes.find((one) => one.attribute === attribute)?.texts ?? [];
    },
    async set(row: number, column: ListColumn, text: string): Promise<void> {
      const code = list.pages.code(row);
      const attribute = attributeFor(column);
      if (code === null || attribute === null) return;
      const value = await read(attribute, text);
      if (value !== undefined) await entry.write([{ code, attribute, value }]);
    },
    /** Lays a pasted block over cells that can be changed; others, and rows beyond the end, are left as they are. */
    async paste(at: { row: number; column: number }, ids: ListColumn[], text: string): Promise<void> {
      const block = readTable(text);
      const columns = ids.slice(at.column, at.column + Math.max(...block.map((line) => line.length), 0));
      if (app.status().readOnly !== null || columns.every((column) => attributeFor(column) === null)) {
        app.toasts.say({ tone: 'note', message: { key: 'customerList.edit.notPasted' } });
        return;
      }
      const all = await app.attempt(app.host.customerListCodes(list.query()));
      const changes: AttributeChange[] = [];
      for (const [i, line] of block.entries()) {
        const code = all?.[at.row + i];
        for (const [j, column] of columns.entries()) {
          const attribute = attributeFor(column);
          if (code === undefined || attribute === null || line[j] === undefined) continue;
          const value = await read(attribute, line[j]);
          if (value === undefined) return;
          changes.push({ code, attribute, value });
        }
      }
      if (await entry.write(changes)) {
        app.announce(t('customerList.edit.pasted', { n: format().count(changes.length) }));
      }
    },
  };
}
