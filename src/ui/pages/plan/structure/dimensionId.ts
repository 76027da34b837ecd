import { type DimensionId, foldKey } from '~/domain/dimension';
import type { ShapeView } from '~/domain/shape';

/**
 * The id of a dimension of one's own, as an import would name it: letters and digits of any script stay, so that it is safe
 * wherever ids are joined. None that a dimension or a measure has, as both share their titles.
 */
export function dimensionId(title: string, shape: Pick<ShapeView, 'dimensions' | 'measures'>): DimensionId {
  const taken = new Set([...shape.dimensions, ...shape.measures].map(({ id }) => id));
  const slug = foldKey(title)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const id = `own-${slug || 'dimension'}`;
  let no = 1;
  const named = (): DimensionId => (no === 1 ? id : `${id}-${no}`);
  while (taken.has(named())) no += 1;
  return named();
}
