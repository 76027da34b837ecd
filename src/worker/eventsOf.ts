import type { EventsView, OutlierProposal } from '~/domain/forecastView';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { memberName, openedPlan, type PlanDocument } from '~/plan/document';
import { eventLines, outlierLines } from '~/plan/forecast/eventLines';
import { mainNodes } from '~/plan/forecast/mainNodes';
import { promotionOffers } from '~/plan/forecast/promotionOffers';
import { forecastRequest } from '~/plan/views/forecastRequest';
import { requestsOf, trialsOf } from './manyNodes';
import type { Session } from './session';
import { studyOf } from './studyOf';
import type { ComputePool, TaskControl } from './tasks';

/** Nodes of the main tree whose months are looked at, and proposals that are shown. */
const MOST_NODES = 200;
const MOST_PROPOSALS = 100;

/** All marks with what the promotions among them did, and months over the whole tree that look unlike others, worst first. */
export async function eventsOf(open: Session, pool: ComputePool, control: TaskControl): Promise<Result<EventsView>> {
  const { document } = open;
  const plan = openedPlan(document);
  if (!plan) return fail(issue('plan/notOpen'));
  const { nodes, cut } = mainNodes(document, plan, MOST_NODES);
  const requests = requestsOf(
    document,
    plan,
    nodes.map(({ at }) => at),
  ).filter((request) => request !== null);
  const trials = await trialsOf(open, pool, { requests, of: 'outliers', control });
  if (!trials.ok) return trials;
  const proposals = requests.flatMap((request, i) => outlierLines(document, request, trials.value[i].outliers));
  const marks = [...document.records.forecastEvent.values()];
  const lines: EventsView['events'] = [];
  for (const event of marks) {
    const request = event.kind === 'promotion' ? forecastRequest(document, plan, { at: event.at }) : null;
    const study = request?.ok ? await studyOf(open, pool, { request: request.value, control }) : null;
    if (study && !study.ok) return study;
    lines.push(...eventLines(document, [event], study?.value.forecast.effects ?? null));
  }
  return ok({
    events: lines.sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1)),
    proposals: worst(proposals),
    nodes: requests.length,
    cut,
    offered: promotionOffers(document),
    analogues: analoguesOf(document),
  });
}

/** By the money that lies between what came and what was to be expected. */
const worst = (proposals: OutlierProposal[]): OutlierProposal[] =>
  proposals.sort((a, b) => Math.abs(b.actual - b.expected) - Math.abs(a.actual - a.expected)).slice(0, MOST_PROPOSALS);

const analoguesOf = (document: PlanDocument): EventsView['analogues'] =>
  [...document.records.forecastAnalogue.values()].map(({ id, dimension, member, like, scale }) => ({
    id,
    dimension,
    member,
    name: memberName(document, dimension, member),
    like: like.map((code) => memberName(document, dimension, code)),
    scale,
  }));
