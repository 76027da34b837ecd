import { foldKey } from '~/domain/dimension';
import type { PipelineStage } from '~/domain/pipeline';
import type { PlanDocument } from '../document';
import { type Facts, factsOf } from '../sources/facts';
import { kindByWord, leadingNumber, usualPlace } from './stageWords';

/** A name that stands in the stage column of any deal or step. */
interface StageName {
  key: string;
  name: string;
  deals: number;
  open: number;
  won: number;
  lost: number;
  /** Sum of the days that its deals began, and how many have one: the older, the later the stage. */
  born: number;
  dated: number;
}

/** Free text in the stage column is no stage: so many of the most used names count. */
const MOST = 30;
/** Deals that went through two stages, from which on steps say the order. */
const ENOUGH_STEPS = 10;
/** A name is an end when nearly all of its deals, and so many of them, ended that way and none is open. */
const ENOUGH_ENDED = 5;
const NEARLY_ALL = 0.95;

/**
 * The stages that deals and their steps name, in the order deals take them: by a number in the names, else by the order
 * steps were taken in, else by what such stages are usually called, else by the age of the deals in them. Won and lost
 * are told by their words in Chinese and English, else by how all deals of that name ended. Names that differ in case
 * or blanks are one.
 */
export function foundStages(document: PlanDocument): PipelineStage[] {
  const facts = factsOf(document, 'opportunities');
  const history = factsOf(document, 'stageHistory');
  const names = namesIn(facts, history);
  const kinds = new Map(names.map((name) => [name.key, kindOf(name)]));
  const open = names.filter(({ key }) => kinds.get(key) === 'open').slice(0, MOST);
  const order = inOrder(open, history);
  const ends = (kind: 'won' | 'lost') => names.filter(({ key }) => kinds.get(key) === kind);
  return [...order, ...ends('won'), ...ends('lost')].map(({ key, name }) => ({
    id: key,
    name,
    aliases: [],
    kind: kinds.get(key) ?? 'open',
    chance: null,
    staleDays: null,
  }));
}

function namesIn(facts: Facts, history: Facts): StageName[] {
  const names = new Map<string, StageName>();
  const of = (text: string): StageName | null => {
    const key = foldKey(text);
    if (key === '') return null;
    const known = names.get(key);
    if (known) return known;
    const made = { key, name: text.trim(), deals: 0, open: 0, won: 0, lost: 0, born: 0, dated: 0 };
    names.set(key, made);
    return made;
  };
  const kept = new Map<string, StageName | null>();
  const quick = (text: string): StageName | null => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = of(text);
    kept.set(text, made);
    return made;
  };
  const [stage, result, created] = [facts.text('stage'), facts.text('result'), facts.number('created')];
  for (let row = 0; row < facts.count; row += 1) {
    const name = quick(stage[row]);
    if (!name) continue;
    name.deals += 1;
    if (result[row] === 'won') name.won += 1;
    else if (result[row] === 'lost') name.lost += 1;
    else name.open += 1;
    if (!Number.isNaN(created[row])) {
      name.born += created[row];
      name.dated += 1;
    }
  }
  const steps = history.text('stage');
  for (let row = 0; row < history.count; row += 1) quick(steps[row]);
  return [...names.values()].sort((a, b) => b.deals - a.deals || (a.key < b.key ? -1 : 1));
}

function kindOf({ name, deals, open, won, lost }: StageName): PipelineStage['kind'] {
  const word = kindByWord(name);
  if (word) return word;
  if (open > 0 || deals < ENOUGH_ENDED) return 'open';
  return won >= NEARLY_ALL * deals ? 'won' : lost >= NEARLY_ALL * deals ? 'lost' : 'open';
}

function inOrder(names: StageName[], history: Facts): StageName[] {
  const sorted = (placeOf: (name: StageName) => number): StageName[] =>
    [...names].sort((a, b) => placeOf(a) - placeOf(b) || (a.key < b.key ? -1 : 1));
  const numbers = new Map(names.map((name) => [name, leadingNumber(name.name)]));
  const distinct = new Set(numbers.values());
  if (!distinct.has(null) && distinct.size === names.length) return sorted((name) => numbers.get(name) ?? 0);
  const steps = placesBySteps(names, history);
  if (steps) return sorted((name) => steps.get(name.key) ?? 0);
  const usual = new Map(names.map((name) => [name, usualPlace(name.name)]));
  if (![...usual.values()].includes(null)) return sorted((name) => usual.get(name) ?? 0);
  // Who began long ago has come far: the latest beginning is the first stage.
  return sorted((name) => (name.dated > 0 ? -name.born / name.dated : 0));
}

/** How many stages are more often come to later than each; null where too few deals took two steps. */
function placesBySteps(names: StageName[], history: Facts): Map<string, number> | null {
  const placeOf = new Map(names.map(({ key }, place) => [key, place]));
  const [deal, stage, day] = [history.text('key'), history.text('stage'), history.number('day')];
  const first = new Map<string, Map<number, number>>();
  for (let row = 0; row < history.count; row += 1) {
    const place = placeOf.get(foldKey(stage[row]));
    if (place === undefined || Number.isNaN(day[row])) continue;
    const own = first.get(deal[row]) ?? new Map<number, number>();
    own.set(place, Math.min(own.get(place) ?? day[row], day[row]));
    first.set(deal[row], own);
  }
  const size = names.length;
  const before = new Float64Array(size * size);
  let walked = 0;
  for (const own of first.values()) {
    if (own.size < 2) continue;
    walked += 1;
    for (const [a, on] of own) for (const [b, later] of own) if (on < later) before[a * size + b] += 1;
  }
  if (walked < ENOUGH_STEPS) return null;
  return new Map(
    names.map(({ key }, a) => {
      let earlier = 0;
      for (let b = 0; b < size; b += 1) if (before[b * size + a] > before[a * size + b]) earlier += 1;
      return [key, earlier];
    }),
  );
}
