import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import type { TargetCommand } from '~/domain/targetCommand';
import { seriesAmounts } from '~/engine/targets/index';

export interface TypedAmount {
  cell: CellRef;
  amount: number;
}

/** The cells whose amounts a person gave by a command, with those amounts; clearing and releasing give none. */
export function typedAmounts({ name, args }: { name: string; args: unknown }): TypedAmount[] {
  const command = { ...(args as object), name } as TargetCommand | Extract<Command, { name: 'targets/balance' }>;
  switch (command.name) {
    case 'targets/setCell':
      return [{ cell: command.cell, amount: command.amount }];
    case 'targets/spread':
      return command.amount === null ? [] : [{ cell: command.cell, amount: command.amount }];
    case 'targets/setSeries': {
      const { cell, series } = command;
      // Worked out of last year's sales: nobody gave an amount.
      if (series.kind === 'bottomUp') return [];
      const amounts = seriesAmounts(series, cell.periods.length);
      return cell.periods.map((period, p) => ({ cell: { ...cell, periods: [period] }, amount: amounts[p] }));
    }
    case 'targets/setCells':
      return command.cells.flatMap(({ cell, amount }) => (amount === null ? [] : [{ cell, amount }]));
    case 'targets/balance':
      return command.cells;
    case 'targets/setMargins': {
      const { column, within } = command;
      const filter = within ? { within } : {};
      const all = command.periods.flatMap((group) => group.periods);
      return [
        ...command.rows.map(({ at, total }) => ({ cell: { column, at, periods: all, ...filter }, amount: total })),
        ...command.periods.map(({ periods, total }) => ({
          cell: { column, at: {}, periods, ...filter },
          amount: total,
        })),
      ];
    }
    default:
      return [];
  }
}
