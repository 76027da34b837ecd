import { DISPLAY_UNITS, type DisplayUnit } from '~/domain/displayUnit';
import type { SavedView } from '~/domain/savedView';
import { COMPANIONS } from '../../../grid/companions';
import { lookFrom } from '../../../grid/gridLook';
import { type PlanView, queryOf } from '../planViewState';

/** What a saved view keeps beside its query; everything is checked when it comes back, as a file may bring it. */
export function savedLook(view: PlanView, unit: DisplayUnit): SavedView['look'] {
  const { grain, shown, closedQuarters, hidden, open, look } = view;
  return { grain, shown, closedQuarters, hidden, open, look, unit };
}

/** The view as it was when it was saved. What it does not say stays as it is now. */
export function viewFrom(saved: SavedView, now: PlanView): { view: PlanView; unit: DisplayUnit | null } {
  const { query } = saved;
  const kept = saved.look;
  const { dimensions } = query;
  const all = [...now.dimensions, ...now.hidden];
  const known = dimensions.filter((dimension) => all.includes(dimension));
  const rows = known.length > 0 ? known : now.dimensions;
  return {
    view: {
      ...now,
      dimensions: rows,
      hidden: all.filter((dimension) => !rows.includes(dimension)),
      open: texts(kept.open),
      grain: GRAINS.find((grain) => grain === kept.grain) ?? now.grain,
      shown: texts(kept.shown) && COMPANIONS.filter((one) => texts(kept.shown)?.includes(one)),
      closedQuarters: texts(kept.closedQuarters) ?? [],
      column: query.column,
      across: query.across ?? { kind: 'time' },
      acrossFrom: null,
      filters: query.filters ?? [],
      showAs: query.showAs ?? 'value',
      compare: query.compare ?? null,
      proposal: query.proposal ?? false,
      measures: query.measures ?? [],
      owners: query.owners ?? 'asWas',
      hierarchies: query.hierarchies ?? {},
      look: lookFrom(kept.look),
      chosen: saved.id,
    },
    unit: isUnit(kept.unit) ? kept.unit : null,
  };
}

/** True where nothing was changed since the view was chosen. Open rows and widths are the way of the day. */
export function isAsSaved(saved: SavedView, view: PlanView, unit: DisplayUnit): boolean {
  const before = viewFrom(saved, view);
  const key = (one: PlanView, shownIn: DisplayUnit) => {
    const { look, grain, shown, closedQuarters } = one;
    return JSON.stringify([
      queryOf(one),
      grain,
      shown,
      [...closedQuarters].sort(),
      look.rule,
      look.freezeTotal,
      look.order,
      look.halves,
      shownIn,
    ]);
  };
  return key(before.view, before.unit ?? unit) === key(view, unit);
}

const GRAINS = ['year', 'quarter', 'month'] as const;

const isUnit = (unit: unknown): unit is DisplayUnit => typeof unit === 'string' && unit in DISPLAY_UNITS;

const texts = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
