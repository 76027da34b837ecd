import type { CreditQuery, CreditView } from '~/domain/credit';
import type { Windowed } from '../../../components/createWindowed';
import type { RowSpan } from '../../../components/LongTable';

/** What the list shows, before it is cut into windows. */
export type CreditAsked = Omit<CreditQuery, keyof RowSpan>;
export type CreditState = Windowed<CreditAsked, CreditView>;
