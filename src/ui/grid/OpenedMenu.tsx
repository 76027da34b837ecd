import { cellMenu } from './cellMenu';
import { GridMenu } from './GridMenu';
import type { GridMenuOpen } from './gridMenuOpen';
import type { GridSession } from './gridSession';
import type { SessionPorts } from './sessionPorts';

export interface OpenedMenuProps {
  open: GridMenuOpen;
  session: GridSession;
  ports: SessionPorts;
  at: { x: number; y: number };
}

/** The menu of a cell, a selection or a head, at the place it was asked for. */
export function OpenedMenu(props: OpenedMenuProps) {
  return (
    <GridMenu
      label={props.ports.view().t('plan.menu')}
      title={props.session.labelOf(props.open.cell)}
      items={cellMenu(props.open, props.session, props.ports)}
      at={props.at}
      onClose={() => props.session.closeMenu()}
    />
  );
}
