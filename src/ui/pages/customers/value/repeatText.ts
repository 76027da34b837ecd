import type { ValueView } from '~/domain/customerValue';
import type { Format } from '~/i18n/format';

/** A class of repeat purchases as short as it goes: 3, 8–11, 28+. */
export const repeatText = ({ from, to }: ValueView['counts'][number], format: Format): string =>
  to === null
    ? `${format.count(from)}+`
    : to === from
      ? format.count(from)
      : format.interval(format.count(from), format.count(to));
