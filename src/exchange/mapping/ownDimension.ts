import { type DimensionId, foldKey } from '~/domain/dimension';

/**
 * The dimension that a column without a standard meaning makes: "渠道商 等级" → "own-渠道商-等级". Letters and digits of any
 * script stay, all else becomes a dash, so the id is safe wherever ids are joined. `taken` keeps ids apart.
 */
export function ownDimension(header: string, taken: ReadonlySet<DimensionId> = new Set()): DimensionId {
  const slug = foldKey(header)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const id = `own-${slug || 'column'}`;
  if (!taken.has(id)) return id;
  for (let n = 2; ; n++) if (!taken.has(`${id}-${n}`)) return `${id}-${n}`;
}
