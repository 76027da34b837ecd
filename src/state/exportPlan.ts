import { type Column, WORKING_TARGET } from '~/domain/plan';
import type { App } from './app';
import { download } from './download';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The column that an export takes out: what the open sheet shows, else the working target. */
export const exportedColumn = (app: Pick<App, 'sheetQuery'>): Column => app.sheetQuery()?.column ?? WORKING_TARGET;

/**
 * The open plan as a workbook for Excel, WPS and LibreOffice, in the order of dimensions and with the column that the sheet
 * shows; dimensions it leaves out follow, as a workbook has every line. Headings come in the language of the page.
 */
export async function exportWorkbook(app: App, headings: Record<string, string>, now: Date): Promise<void> {
  const { plan } = app.status();
  if (!plan) return;
  const job = app.startJob('workbook');
  const shown = app.sheetQuery();
  const first = shown?.dimensions ?? [];
  const sheet = {
    dimensions: [...first, ...plan.dimensions.filter((dimension) => !first.includes(dimension))],
    column: exportedColumn(app),
    ...(shown?.hierarchies ? { hierarchies: shown.hierarchies } : {}),
    open: null,
  };
  const answer = await app.attempt(app.host.workbook({ sheet, headings, exportedAt: now.toISOString() }, job.id));
  job.done();
  if (!answer) return;
  download(answer.name, answer.bytes, XLSX);
  app.toasts.say({ tone: 'good', message: { key: 'workbook.ready', params: { name: answer.name } } });
}

/** All that can be read of a workspace that does not open, as a file. */
export async function downloadStored(app: App, workspace: string): Promise<void> {
  const answer = await app.attempt(app.host.rescueStored(workspace));
  if (!answer) return;
  download(answer.name, answer.bytes);
  app.toasts.say({ tone: 'good', message: { key: 'workbook.copyReady', params: { name: answer.name } } });
}

/** Everything in memory as a file, for the day the browser cannot save it. */
export async function downloadRescue(app: App): Promise<void> {
  const answer = await app.attempt(app.host.rescueFile());
  if (!answer) return;
  download(answer.name, answer.bytes);
  app.toasts.say({ tone: 'good', message: { key: 'workbook.copyReady', params: { name: answer.name } } });
}
