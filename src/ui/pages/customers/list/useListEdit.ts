import type { ListColumn } from '~/domain/customerList';
import { attributeOf } from '~/domain/customerList';
import { type DimensionId, foldKey } from '~/domain/dimension';
import { readNumber } from '~/domain/number';
import { useApp } from '~/state/app';
import { useText } from '../../../components/TextProvider';
import { readTable } from '../../../grid/tableText';
import { MONEY_ATTRIBUTES, NUMBER_ATTRIBUTES } from './attributeKinds';
import type { CustomerListState } from './createCustomerList';

interface Change {
  code: number;
  attribute: string;
  value: string | number | null;
}

const MEMBER_COLUMNS: ReadonlySet<string> = new Set(['settlementMethod', 'salesMode', 'seller', 'region']);

/** Facts of customers are edited in their cells: every edit, and every paste, is one change with one undo. */
export function useListEdit(list: Pick<CustomerListState, 'choices' | 'pages' | 'query'>) {
  const app = useApp();
  const { t, format } = useText();
  const minorUnit = () => (app.status().plan ?? app.status().workspace)?.minorUnit ?? 2;

  const attributeFor = (column: ListColumn): string | null =>
    attributeOf(column) ?? (column === 'settlementMethod' || column === 'salesMode' ? column : null);

  const isNumber = (attribute: string): boolean =>
    NUMBER_ATTRIBUTES.has(attribute) ||
    list.choices()?.attributes.find((one) => one.attribute === attribute)?.kind === 'number';

  /** The value a typed text means for an attribute; undefined where it means nothing, which is said. */
  const read = async (attribute: string, text: string): Promise<Change['value'] | undefined> => {
    const plain = text.trim();
    if (plain === '') return null;
    if (MEMBER_COLUMNS.has(attribute)) return memberNamed(attribute, plain);
    if (!isNumber(attribute)) return plain;
    const decimals = MONEY_ATTRIBUTES.has(attribute) ? minorUnit() : 4;
    const found = readNumber(plain, {
      current: null,
      minorUnit: decimals,
      unit: 1,
      kind: MONEY_ATTRIBUTES.has(attribute) ? 'money' : 'count',
      locale: format().language,
    });
    if (found.ok && found.value.kind === 'value') {
      return MONEY_ATTRIBUTES.has(attribute) ? found.value.amount : found.value.amount / 10 ** decimals;
    }
    app.toasts.say({ tone: 'bad', message: { key: 'customerList.edit.notNumber', params: { text: plain } } });
    return undefined;
  };

  const memberNamed = async (dimension: DimensionId, name: string): Promise<number | undefined> => {
    const hits = await app.attempt(app.host.members({ dimension, search: name }));
    const exact = hits?.find((hit) => foldKey(hit.name) === foldKey(name));
    if (exact) return exact.code;
    app.toasts.say({ tone: 'bad', message: { key: 'customerList.edit.unknownMember', params: { text: name } } });
    return undefined;
  };

  const write = async (changes: Change[]): Promise<boolean> => {
    if (changes.length === 0) return false;
    const done = await app.run({ name: 'members/setAttributes', dimension: 'customer', changes });
    return done.ok;
  };

  return {
    read,
    write,
    /** What an editor begins with: as it would be typed, not as it is shown. */
    entry(row: number, column: ListColumn): string {
      const text = list.pages.text(row, column);
      if (text !== null) return text;
      const value = list.pages.number(row, column);
      if (value === null) return '';
      const attribute = attributeOf(column);
      return attribute !== null && MONEY_ATTRIBUTES.has(attribute) ? String(value / 10 ** minorUnit()) : String(value);
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
      if (value !== undefined) await write([{ code, attribute, value }]);
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
      const changes: Change[] = [];
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
      if (await write(changes)) {
        app.announce(t('customerList.edit.pasted', { n: format().count(changes.length) }));
      }
    },
  };
}
