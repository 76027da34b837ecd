import type { Round } from '~/domain/round';
import { GROWTH_KINDS } from '~/domain/round';
import type { Generators, Scene } from './scene';

const roundOf = (scene: Scene): { round: Round; member: number } | null => {
  const round = scene.some(scene.document.records.round.values());
  const answer = round && scene.some(round.answers);
  return round && answer ? { round, member: answer.member } : null;
};

/** Commands on whole columns, between top and bottom, and marks beside the numbers. */
export const scenarios: Generators = {
  'scenarios/add': (scene) =>
    scene.plan.scenarios.length > 4
      ? null
      : { name: 'scenarios/add', title: scene.word(), from: scene.pick(scene.plan.scenarios) },
  'scenarios/rename': (scene) => ({
    name: 'scenarios/rename',
    scenario: scene.pick(scene.plan.scenarios),
    to: scene.word(),
  }),
  'scenarios/remove': (scene) => ({ name: 'scenarios/remove', scenario: scene.pick(scene.plan.scenarios) }),
  'columns/copy': (scene) => ({
    name: 'columns/copy',
    from: scene.column(),
    to: scene.cell(),
    percent: scene.pick([100, 90, 110]),
  }),
  'columns/clear': (scene) => ({ name: 'columns/clear', column: scene.column() }),
  'plan/issue': () => ({ name: 'plan/issue' }),
  'approvals/submit': () => ({ name: 'approvals/submit' }),
  'approvals/return': () => ({ name: 'approvals/return' }),
  'approvals/approve': () => ({ name: 'approvals/approve' }),
  'approvals/recall': () => ({ name: 'approvals/recall' }),
  'rounds/open': (scene) => ({
    name: 'rounds/open',
    title: scene.word(),
    dimension: scene.dimension(),
    deadline: scene.chance(0.5) ? null : 20_700 + scene.int(100),
  }),
  'rounds/close': (scene) => {
    const round = scene.some(scene.document.records.round.values());
    return round && { name: 'rounds/close', round: round.id };
  },
  'rounds/submit': (scene) => {
    const found = roundOf(scene);
    return found && { name: 'rounds/submit', round: found.round.id, member: found.member };
  },
  'rounds/object': (scene) => {
    const found = roundOf(scene);
    return found && { name: 'rounds/object', round: found.round.id, member: found.member, text: scene.word() };
  },
  'rounds/reply': (scene) => {
    const found = roundOf(scene);
    return found && { name: 'rounds/reply', round: found.round.id, member: found.member, text: scene.word() };
  },
  'rounds/agree': (scene) => {
    const found = roundOf(scene);
    return found && { name: 'rounds/agree', round: found.round.id, member: found.member, amount: scene.amount() };
  },
  'proposals/accept': (scene) => ({ name: 'proposals/accept', cell: scene.cell() }),
  'proposals/spreadGap': (scene) => ({
    name: 'proposals/spreadGap',
    cell: scene.cell(),
    percent: scene.pick([100, 50]),
  }),
  'growth/set': (scene) => ({
    name: 'growth/set',
    at: scene.at(),
    kind: scene.pick(GROWTH_KINDS),
    amount: scene.chance(0.3) ? null : scene.amount(),
    note: scene.word(),
  }),
  'notes/set': (scene) => ({ name: 'notes/set', cell: scene.cell(), text: scene.chance(0.3) ? '' : scene.word() }),
  'views/save': (scene) => ({
    name: 'views/save',
    view: {
      id: scene.chance(0.5) ? null : (scene.some(scene.document.records.savedView.keys()) ?? null),
      title: scene.word(),
      query: { dimensions: [...scene.plan.dimensions], column: scene.column() },
      look: { unit: 'one' },
    },
  }),
  'views/remove': (scene) => {
    const view = scene.some(scene.document.records.savedView.values());
    return view && { name: 'views/remove', view: view.id };
  },
};
