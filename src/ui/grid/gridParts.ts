import { lazyPart } from '../components/lazyPart';

/** What opens over the grid when it is asked for; nothing of it is needed to show numbers or to type them. */
export const gridParts = {
  menu: lazyPart(async () => (await import('./OpenedMenu')).OpenedMenu),
  fill: lazyPart(async () => (await import('./FillMenu')).FillMenu),
  paste: lazyPart(async () => (await import('./PasteDialog')).PasteDialog),
};
