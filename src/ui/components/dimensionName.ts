import type { DimensionId } from '~/domain/dimension';
import type { Translate } from '~/i18n/translate';

/** A dimension or level as people call it; one of the user's own by its column. */
export const dimensionName = (t: Translate, id: DimensionId): string =>
  t.find(`plan.dimension.${id}`) ?? t.find(`import.field.${id}`) ?? id.replace(/^own-/, '').replaceAll('-', ' ');
