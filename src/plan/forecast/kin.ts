import { textHash } from '~/domain/textHash';

/** What one of the user's own series sold, minor units per month; NaN = unknown. Months since 1970-01. */
export interface KinSeries {
  values: Float64Array;
  firstMonth: number;
  /** Promotions whose lift is to be learned from it. */
  promotions: { id: string; from: number; to: number; lift: number | null }[];
}

/** Series that have something in common with a node, to learn from together. */
export interface Kin {
  /** Tells its content apart from any other, so that what is learned of it is learned once. */
  id: string;
  /** Whether feasts of the moon move them. */
  festivals: boolean;
  series: KinSeries[];
}

export const kinOf = (series: KinSeries[], festivals: boolean): Kin => ({
  id: textHash(
    JSON.stringify([
      festivals,
      series.map(({ values, firstMonth, promotions }) => [firstMonth, Array.from(values), promotions]),
    ]),
  ),
  festivals,
  series,
});

/** The same as it was known before a month: what came later is cut off. */
function kinBefore(kin: Kin | null, month: number): Kin | null {
  if (!kin) return null;
  const series = kin.series.flatMap((one): KinSeries[] => {
    const months = Math.min(one.values.length, month - one.firstMonth);
    return months > 0 ? [{ ...one, values: one.values.slice(0, months) }] : [];
  });
  return { ...kin, id: `${kin.id}|${month}`, series };
}

/** Both kinds of kin of a node as they were known before a month. */
export const kinKnown = (of: { seasonKin: Kin | null; liftKin: Kin | null }, month: number) => ({
  seasonKin: kinBefore(of.seasonKin, month),
  liftKin: kinBefore(of.liftKin, month),
});
