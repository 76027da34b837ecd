import { lazyPart } from '../../components/lazyPart';

/** Everything of the sheet that stands only where somebody asks for it. */
export const planParts = {
  charts: lazyPart(async () => (await import('./ChartsPanel')).ChartsPanel),
  growth: lazyPart(async () => (await import('./GrowthPanel')).GrowthPanel),
  explain: lazyPart(async () => (await import('./history/ExplainPanel')).ExplainPanel),
  history: lazyPart(async () => (await import('./history/HistoryPanel')).HistoryPanel),
  notes: lazyPart(async () => (await import('./notes/NoteList')).NoteList),
  note: lazyPart(async () => (await import('./notes/NoteEditor')).NoteEditor),
  spread: lazyPart(async () => (await import('./spread/SpreadDialogs')).SpreadDialogs),
  holds: lazyPart(async () => (await import('./HoldList')).HoldList),
  limit: lazyPart(async () => (await import('./limits/LimitDialog')).LimitDialog),
  timeline: lazyPart(async () => (await import('./history/TimelineBar')).TimelineBar),
  base: lazyPart(async () => (await import('./BaseDialog')).BaseDialog),
  tree: lazyPart(async () => (await import('./view/RowTree')).RowTree),
  filters: lazyPart(async () => (await import('./view/FilterFields')).FilterFields),
};
