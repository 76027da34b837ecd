import type { KpiCard } from '~/domain/view';
import { unitLabel } from '~/i18n/displayUnits';
import { BLANK } from '~/i18n/format';
import { useApp } from '~/state/app';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';
import { type CaptionParts, captionParts, type PartKind } from './captionParts';
import { figureShape, isSingle, isSurplus, moneyUnit, singleDecimals } from './cardFigure';

/** A number is never broken from its unit. */
const GAP = '\u00a0';

type Shown = Pick<KpiCard, 'id' | 'unit'>;

export interface KpiWords {
  name(card: Pick<KpiCard, 'id' | 'value'>): string;
  /** Number and the word after it apart, for a headline. */
  figure(card: Shown, value: number | null): { text: string; unit: string };
  /** Both together, for sentences and tables. */
  say(card: Shown, value: number | null): string;
  caption(card: KpiCard): string;
  /** Head of a column with its unit, and a value in it without one. */
  head(card: Shown): string;
  cell(card: Shown & Pick<KpiCard, 'value'>): string;
  limit(card: KpiCard): string | null;
  status(card: KpiCard): string | null;
  money(amount: number): string;
}

/** KPIs in words and numbers of the open plan's language, currency and unit. */
export function useKpiWords(): KpiWords {
  const app = useApp();
  const { t, format } = useText();
  const view = useMoney();
  const currency = () => {
    const source = app.status().plan ?? app.status().workspace;
    return { code: source?.currency ?? ('CNY' as const), minorUnit: source?.minorUnit ?? 2 };
  };

  const moneyFigure = (amount: number, single = false) => {
    const { code, minorUnit } = currency();
    const unit = single ? 'one' : moneyUnit(amount, { unit: view.unit(), minorUnit });
    const decimals = unit === view.unit() && unit !== 'one' ? view.decimals() : singleDecimals(amount, minorUnit);
    return { text: format().money(amount, { minorUnit, unit, decimals }), unit: unitLabel(t, unit, code) };
  };

  const figure = (card: Shown, value: number | null) => {
    if (value === null) return { text: BLANK, unit: '' };
    const shape = figureShape(card);
    const word = shape.unit === null ? '' : t(`kpi.unit.${shape.unit}`);
    if (shape.kind === 'money') {
      const shown = moneyFigure(isSurplus({ ...card, value }) ? -value : value, isSingle(card.id));
      return { text: shown.text, unit: `${shown.unit}${word}` };
    }
    if (shape.kind === 'percent') return { text: format().number(value * 100, shape.decimals), unit: word };
    if (shape.kind === 'signedPercent') return { text: format().signed(value * 100, shape.decimals), unit: word };
    return { text: format().number(value, shape.decimals), unit: word };
  };

  const join = ({ text, unit }: { text: string; unit: string }) =>
    unit === '' || unit === '%' ? `${text}${unit}` : `${text}${GAP}${unit.replaceAll(' ', GAP)}`;
  const say = (card: Shown, value: number | null) => join(figure(card, value));
  const money = (amount: number) => join(moneyFigure(amount));
  const signed = (amount: number, text: (size: number) => string) =>
    `${amount < 0 ? '−' : amount > 0 ? '+' : ''}${text(Math.abs(amount))}`;

  const WRITERS: Record<PartKind, (amount: number) => string> = {
    money,
    signedMoney: (amount) => signed(amount, money),
    count: (amount) => format().count(amount),
    signedCount: (amount) => signed(amount, format().count),
    percent: (amount) => format().percent(amount),
  };
  /** Of two amounts in one unit the second alone carries it. */
  const written = ({ numerator, denominator }: CaptionParts) => {
    const areMoney = numerator.kind === 'money' && denominator.kind === 'money';
    const [above, below] = [moneyFigure(numerator.amount), moneyFigure(denominator.amount)];
    return {
      numerator: areMoney && above.unit === below.unit ? above.text : WRITERS[numerator.kind](numerator.amount),
      denominator: WRITERS[denominator.kind](denominator.amount),
    };
  };
  const columnUnit = (card: Shown) => {
    const shape = figureShape(card);
    if (shape.kind !== 'money') return shape.unit === null ? '' : t(`kpi.unit.${shape.unit}`);
    return isSingle(card.id) ? unitLabel(t, 'one', currency().code) : view.label();
  };

  return {
    name: (card) => (isSurplus(card) ? t('kpi.surplus') : (t.find(`kpi.name.${card.id}`) ?? card.id)),
    figure,
    say,
    money,
    caption(card) {
      if (card.value === null) return card.reason ? (t.find(`kpi.reason.${card.reason}`) ?? '') : '';
      const parts = captionParts(card);
      if (parts) return t(`kpi.caption.${parts.id}`, written(parts));
      return t.find(`kpi.plain.${card.id}`) ?? '';
    },
    limit(card) {
      const { good, bad, own } = card.limits;
      const limit = good ?? bad;
      if (limit === null) return null;
      const mark = own ? '°' : '';
      // Limits are round numbers: "≥ 90%", not "≥ 90.0%".
      const round = (text: string) => text.replace(/\.0(?=%)/, '');
      if (card.direction === 'band') return `${round(format().interval(say(card, good), say(card, bad)))}${mark}`;
      const key = card.direction === 'down' ? 'kpi.goodAtMost' : 'kpi.goodAtLeast';
      return `${round(t(key, { limit: say(card, limit) }))}${mark}`;
    },
    head(card) {
      const name = t.find(`kpi.column.${card.id}`) ?? t.find(`kpi.name.${card.id}`) ?? card.id;
      const unit = columnUnit(card);
      return unit === '' ? name : `${name}, ${unit}`;
    },
    cell(card) {
      const { value } = card;
      const shape = figureShape(card);
      if (shape.kind !== 'money') return figure(card, value).text;
      if (value === null) return BLANK;
      const size = isSurplus(card) ? -value : value;
      const text = isSingle(card.id) ? moneyFigure(size, true).text : view.show(size);
      return isSurplus(card) ? t('kpi.surplusOf', { amount: text }) : text;
    },
    status: (card) =>
      card.status
        ? t(`kpi.status.${card.status}`)
        : card.reason
          ? (t.find(`kpi.short.${card.reason}`) ?? t('kpi.status.none'))
          : null,
  };
}
