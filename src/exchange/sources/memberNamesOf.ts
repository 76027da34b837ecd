import { type DimensionId, foldKey } from '~/domain/dimension';
import type { BatchDimension, BatchMember } from '~/domain/order';
import type { MemberAlias } from '../mapping/mapping';

/** The distinct names that the cells of some columns say, as members to be matched at whatever level they are known. */
export interface NameTable {
  /** Index of a cell's member; 0 = blank. */
  indexOf(text: string): number;
  batch(): BatchDimension;
}

/** Spellings that fold to the same name are one entry; corrections lead to whom they mean and stay with him. */
export function createNameTable(dimension: DimensionId, aliases: readonly MemberAlias[]): NameTable {
  const meant = new Map(
    aliases.filter((alias) => alias.dimension === dimension).map((alias) => [foldKey(alias.from), alias.to.trim()]),
  );
  const members: BatchMember[] = [{ name: '', level: '', parent: 0 }];
  const byText = new Map<string, number>();
  const byKey = new Map<string, number>();
  return {
    indexOf(text) {
      const known = byText.get(text);
      if (known !== undefined) return known;
      const folded = foldKey(text);
      const to = meant.get(folded);
      const key = foldKey(to ?? text);
      let index = key === '' ? 0 : byKey.get(key);
      if (index === undefined) {
        members.push({ name: to ?? text, level: '', parent: 0 });
        index = members.length - 1;
        byKey.set(key, index);
      }
      if (to !== undefined && index > 0) {
        members[index].aliases = [...new Set([...(members[index].aliases ?? []), text])];
      }
      byText.set(text, index);
      return index;
    },
    batch: () => ({ dimension, levels: [], members }),
  };
}
