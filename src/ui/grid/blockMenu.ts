import { CELL_BLANK } from '~/domain/sheet';
import type { GridMenuItem } from './GridMenu';
import type { GridSession } from './gridSession';
import type { SessionPorts } from './sessionPorts';

/** Clipboard, clearing and filling of what is selected. */
export function blockMenu(session: GridSession, ports: SessionPorts): (GridMenuItem | false)[] {
  const { t, readOnly } = ports.view();
  const { blocks, clipboard, range, surface, actions } = session;
  const rect = range.rect();
  const active = surface.active();
  const ids = rect ? surface.columnIds().slice(rect.left, rect.right + 1) : [];
  const writable = !readOnly && ids.some((id) => session.reading.field(id)?.editable);
  const many = range.isMany();
  const blank = active !== null && (session.flags(active) & CELL_BLANK) !== 0;
  /** The browser's own copy, so that the grid's copy handler runs with a clipboard to write to. */
  const byBrowser = (what: 'copy' | 'cut') => () => {
    if (active) surface.focus(active.position);
    document.execCommand(what);
  };
  return [
    writable && { id: 'cut', label: t('grid.cut'), keys: 'Ctrl X', run: byBrowser('cut') },
    { id: 'copy', label: t('plan.copy'), keys: 'Ctrl C', run: byBrowser('copy') },
    {
      id: 'copyHeads',
      label: t('grid.copyHeads'),
      run() {
        clipboard.withHeads();
        byBrowser('copy')();
      },
    },
    writable && {
      id: 'paste',
      label: t('grid.pasteHint'),
      keys: 'Ctrl V',
      // Where the page may read the clipboard it does; elsewhere it says which keys do.
      run: () => void pasteByMenu(session, ports),
    },
    writable &&
      (many || !blank) && {
        id: 'clear',
        label: t('plan.clear'),
        keys: 'Del',
        divided: true,
        run() {
          if (many) blocks.clear();
          else if (active) actions.clear(active);
        },
      },
    writable && { id: 'fillDown', label: t('grid.fillDown'), keys: 'Ctrl D', run: () => void blocks.fillAlong('down') },
    writable && {
      id: 'fillRight',
      label: t('grid.fillRight'),
      keys: 'Ctrl R',
      run: () => void blocks.fillAlong('right'),
    },
  ];
}

async function pasteByMenu({ clipboard }: GridSession, ports: SessionPorts): Promise<void> {
  const text = await navigator.clipboard?.readText().catch(() => null);
  if (typeof text === 'string') clipboard.paste(text);
  else ports.tell(ports.view().t('grid.pasteKeys'));
}
