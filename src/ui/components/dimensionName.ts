import type { DimensionId } from '~/domain/dimension';
import type { Plan } from '~/domain/plan';
import type { Translate } from '~/i18n/translate';

/** A dimension or level as people call it: by the title its plan gave it; one of the user's own else by its column. */
export const dimensionName = (t: Translate, id: DimensionId, titles?: Plan['titles']): string =>
  titles?.[id] ??
  t.find(`plan.dimension.${id}`) ??
  t.find(`import.field.${id}`) ??
  id.replace(/^own-/, '').replaceAll('-', ' ');
