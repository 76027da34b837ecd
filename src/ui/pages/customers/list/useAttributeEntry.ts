import { type DimensionId, foldKey } from '~/domain/dimension';
import { readNumber } from '~/domain/number';
import { useApp } from '~/state/app';
import { useText } from '../../../components/TextProvider';
import { MONEY_ATTRIBUTES, NUMBER_ATTRIBUTES } from './attributeKinds';

/** One fact of one customer. */
export interface AttributeChange {
  code: number;
  attribute: string;
  value: string | number | null;
}

const MEMBERS: ReadonlySet<string> = new Set(['settlementMethod', 'salesMode', 'seller', 'region']);

/** How facts of customers are typed, wherever on the page: numbers by the number grammar, members by their name. */
export function useAttributeEntry() {
  const app = useApp();
  const { format } = useText();
  const minorUnit = () => (app.status().plan ?? app.status().workspace)?.minorUnit ?? 2;

  const memberNamed = async (dimension: DimensionId, name: string): Promise<number | undefined> => {
    const hits = await app.attempt(app.host.members({ dimension, search: name }));
    const exact = hits?.find((hit) => foldKey(hit.name) === foldKey(name));
    if (exact) return exact.code;
    app.toasts.say({ tone: 'bad', message: { key: 'customerList.edit.unknownMember', params: { text: name } } });
    return undefined;
  };

  return {
    /** As it would be typed, not as it is shown. */
    text(attribute: string, value: string | number | undefined): string {
      if (value === undefined) return '';
      const isMoney = MONEY_ATTRIBUTES.has(attribute) && typeof value === 'number';
      return isMoney ? String(value / 10 ** minorUnit()) : String(value);
    },
    /** The value a typed text means; undefined where it means nothing, which is said. Empty clears. */
    async read(attribute: string, text: string, isNumber: boolean): Promise<AttributeChange['value'] | undefined> {
      const plain = text.trim();
      if (plain === '') return null;
      if (MEMBERS.has(attribute)) return memberNamed(attribute, plain);
      if (!isNumber && !NUMBER_ATTRIBUTES.has(attribute)) return plain;
      const isMoney = MONEY_ATTRIBUTES.has(attribute);
      const decimals = isMoney ? minorUnit() : 4;
      const found = readNumber(plain, {
        current: null,
        minorUnit: decimals,
        unit: 1,
        kind: isMoney ? 'money' : 'count',
        locale: format().language,
      });
      if (found.ok && found.value.kind === 'value') {
        return isMoney ? found.value.amount : found.value.amount / 10 ** decimals;
      }
      app.toasts.say({ tone: 'bad', message: { key: 'customerList.edit.notNumber', params: { text: plain } } });
      return undefined;
    },
    async write(changes: AttributeChange[]): Promise<boolean> {
      if (changes.length === 0) return false;
      const done = await app.run({ name: 'members/setAttributes', dimension: 'customer', changes });
      return done.ok;
    },
  };
}
