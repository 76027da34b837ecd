import { benchNames, runBench } from './pickBench';

/** What needs files or the built app rather than a browser. */
const modules = import.meta.glob(['./{workbook,firstScreen,generation,importMemory,forecastEvents,reconcile}.ts']);

export const names = benchNames(modules);
export const run = (name: string) => runBench(modules, name);
