import { cdnowPurchases } from './cdnowPurchases';
import { competitionSeries } from './competitionSeries';
import { benchNames, runBench } from './pickBench';

/**
 * Runs in a module worker in Chromium, as the product's host does: one worker per bench, so that none inherits
 * another's heap. Asked for '' it answers with the names it has.
 */
const modules = import.meta.glob([
  './{naive,kernel,peers,margins,views,customers,value,forecast,importCsv,readBook,storage,host,forecastTree,simulation,challenge,balance,pipeline}.ts',
]);

const needs: Record<string, unknown> = { forecast: competitionSeries, value: cdnowPurchases };

addEventListener('message', async (event: MessageEvent<string>) => {
  try {
    postMessage({
      rows: event.data === '' ? benchNames(modules) : await runBench(modules, event.data, needs[event.data]),
    });
  } catch (error) {
    postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
