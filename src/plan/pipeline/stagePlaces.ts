import { foldKey } from '~/domain/dimension';
import type { PipelineStage } from '~/domain/pipeline';

/** Where the names of stages lead. */
export interface StagePlaces {
  stages: readonly PipelineStage[];
  /** Those on the way, in their order. */
  openStages: readonly PipelineStage[];
  kind: readonly PipelineStage['kind'][];
  /** By place among all stages: the place among the open ones, −1 for ends. */
  open: Int16Array;
  /** The place of a name among all stages; null where it leads nowhere. Case, width and blanks do not matter. */
  of(name: string): number | null;
}

/** The first stage that bears a name, then the first that has it as an alias. */
export function stagePlaces(stages: readonly PipelineStage[]): StagePlaces {
  const byKey = new Map<string, number>();
  const note = (name: string, place: number): void => {
    const key = foldKey(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, place);
  };
  stages.forEach(({ name }, place) => {
    note(name, place);
  });
  stages.forEach(({ aliases }, place) => {
    for (const alias of aliases) note(alias, place);
  });
  const kept = new Map<string, number | null>();
  let opens = 0;
  const open = Int16Array.from(stages, ({ kind }) => {
    opens += kind === 'open' ? 1 : 0;
    return kind === 'open' ? opens - 1 : -1;
  });
  return {
    stages,
    openStages: stages.filter(({ kind }) => kind === 'open'),
    kind: stages.map(({ kind }) => kind),
    open,
    of(name) {
      const known = kept.get(name);
      if (known !== undefined) return known;
      const place = byKey.get(foldKey(name)) ?? null;
      kept.set(name, place);
      return place;
    },
  };
}
