import { monthIdAt } from '~/domain/period';
import type { Generators, Scene } from './scene';

const month = (scene: Scene): number => (2024 - 1970) * 12 + scene.int(48);

/** Months that are not like others, what people expect instead, and forecasts that are kept. */
export const forecasts: Generators = {
  'forecast/setEvents': (scene) => ({
    name: 'forecast/setEvents',
    events: Array.from({ length: 1 + scene.int(3) }, () => {
      const from = month(scene);
      return {
        id: scene.chance(0.3) ? (scene.some(scene.document.records.forecastEvent.keys()) ?? '') : '',
        kind: scene.pick(['promotion', 'outlier'] as const),
        at: scene.at(),
        title: scene.word(),
        from: monthIdAt(from),
        to: monthIdAt(from + scene.int(3)),
        decision: scene.pick(['adjust', 'keep'] as const),
        lift: scene.chance(0.5) ? null : scene.int(150) / 100 - 0.5,
      };
    }),
  }),
  'forecast/toScenario': (scene) => ({ name: 'forecast/toScenario', draft: 'made', title: scene.word() }),
  'forecast/removeEvent': (scene) => {
    const id = scene.some(scene.document.records.forecastEvent.keys());
    return id === null ? null : { name: 'forecast/removeEvent', id };
  },
  'forecast/setOverrides': (scene) => {
    const old = scene.chance(0.5) ? scene.some(scene.document.records.forecastOverride.values()) : null;
    const from = month(scene);
    return {
      name: 'forecast/setOverrides',
      at: old?.at ?? scene.at(),
      months: [
        { month: old?.month ?? monthIdAt(from), amount: scene.chance(0.4) ? null : scene.amount() },
        { month: monthIdAt(from + 1), amount: scene.amount() },
      ],
      why: scene.word(),
    };
  },
  'forecast/setAnalogue': (scene) => {
    const dimension = scene.dimension();
    return {
      name: 'forecast/setAnalogue',
      analogue: {
        id: '',
        dimension,
        member: scene.member(dimension),
        like: [scene.member(dimension), scene.member(dimension)],
        scale: scene.chance(0.5) ? null : 1 + scene.int(3),
      },
    };
  },
  'forecast/removeAnalogue': (scene) => {
    const id = scene.some(scene.document.records.forecastAnalogue.keys());
    return id === null ? null : { name: 'forecast/removeAnalogue', id };
  },
  'forecast/keep': (scene) => {
    const amounts = () => Array.from({ length: 3 }, () => scene.amount());
    const node = () => ({
      at: scene.at(),
      from: monthIdAt(month(scene)),
      model: amounts(),
      final: amounts(),
      lower: amounts(),
      upper: amounts(),
    });
    return {
      name: 'forecast/keep',
      takenOn: 20_000 + scene.int(5),
      asOf: 19_999 + scene.int(3),
      nodes: [node(), node()],
    };
  },
  'forecast/removeKept': (scene) => {
    const id = scene.some(scene.document.records.keptForecast.keys());
    return id === null ? null : { name: 'forecast/removeKept', id };
  },
};
