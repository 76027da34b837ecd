import { createRoot } from 'solid-js';
import { describe, expect, it, vi } from 'vitest';
import type { CellRef } from '~/domain/cell';
import { readNumber } from '~/domain/number';
import { WORKING_TARGET } from '~/domain/plan';
import { ok, type Result } from '~/domain/result';
import { CELL_FROZEN, type SheetField } from '~/domain/sheet';
import type { EditPreview } from '~/domain/view';
import type { ActiveCell } from '~/ui/grid/activeCell';
import { entryCommand, holdCommand } from '~/ui/grid/cellCommand';
import { createEditing } from '~/ui/grid/editing';

const field: SheetField = { id: 'm:2027-05', kind: 'month', periods: ['2027-05'], editable: true };
const cellRef: CellRef = { column: WORKING_TARGET, at: { region: 1 }, periods: field.periods };
const cell = { position: { row: 0, column: 1 }, row: { id: 'region:1' }, columnId: field.id, field } as ActiveCell;
const answer = (after: number): Result<EditPreview> =>
  ok({ leaves: 6, held: 1, addsLines: 0, before: 1, after, issues: [] });

function editingWith(preview: (amount: number) => Promise<Result<EditPreview>>) {
  const number = { current: 100_00, minorUnit: 2, unit: 1, kind: 'money', locale: 'en' } as const;
  return createRoot(() =>
    createEditing({
      read: (_, text) => readNumber(text, number),
      command: (_, entry, text) => entryCommand(cellRef, { row: 'all', field, entry, text }),
      preview: (command) => preview(command.name === 'targets/setCell' ? command.amount : 0),
    }),
  );
}

describe('an edit while it is typed', () => {
  it('asks once the typing rests and drops answers that come too late', async () => {
    vi.useFakeTimers();
    const answers: ((result: Result<EditPreview>) => void)[] = [];
    const asked: number[] = [];
    const editing = editingWith((amount) => {
      asked.push(amount);
      return new Promise((resolve) => answers.push(resolve));
    });
    editing.begin(cell, { start: '100', seed: '1' });
    editing.typed('12');
    await vi.advanceTimersByTimeAsync(200);
    editing.typed('+10%');
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toEqual([1_200, 11_000]);
    answers[1](answer(11_000));
    await vi.advanceTimersByTimeAsync(1);
    answers[0](answer(1_200));
    await vi.advanceTimersByTimeAsync(1);
    expect(editing.state()?.preview?.after).toBe(11_000);
    vi.useRealTimers();
  });

  it('stays open with its reason while it is no number', () => {
    const editing = editingWith(async () => answer(0));
    editing.begin(cell, { start: '100', seed: 'a' });
    editing.typed('abc');
    expect(editing.state()?.issue).toBeNull();
    expect(editing.settle()).toBeNull();
    expect(editing.state()?.issue?.code).toBe('number/notUnderstood');
    editing.typed('');
    expect(editing.settle()?.kind).toBe('blank');
    editing.end();
    expect(editing.state()).toBeNull();
  });
});

describe('what an entry asks for', () => {
  it('names the row above a typed share, with the member across', () => {
    const entry = { kind: 'value', amount: 2500, relative: false } as const;
    const shares: SheetField = { ...field, isRatio: true, ofParent: true, at: { seller: 7 } };
    const of = (row: string) => {
      const command = entryCommand(cellRef, { row, field: shares, entry, text: '25%' });
      return 'of' in command ? command.of : null;
    };
    expect(of('region:1/product:2')).toEqual({ region: 1, seller: 7 });
    expect(of('region:1')).toEqual({ seller: 7 });
    expect(of('all')).toEqual({ seller: 7 });
  });

  it('spreads targets, sets goals, and clears to a blank', () => {
    const entry = { kind: 'value', amount: 5, relative: false } as const;
    const blank = { kind: 'blank', amount: 0, relative: false } as const;
    const goal: SheetField = { ...field, kind: 'goal' };
    expect(entryCommand(cellRef, { row: 'all', field, entry, text: '5' })).toMatchObject({
      name: 'targets/setCell',
      amount: 5,
      typed: '5',
    });
    expect(entryCommand(cellRef, { row: 'all', field, entry: blank, text: '' }).name).toBe('targets/clearCell');
    expect(entryCommand(cellRef, { row: 'all', field: goal, entry, text: '5' }).name).toBe('goals/set');
    expect(entryCommand(cellRef, { row: 'all', field: goal, entry: blank, text: '' }).name).toBe('goals/clear');
  });

  it('releases what is held and holds what is not', () => {
    expect(holdCommand(cellRef, 'total', 0)).toMatchObject({ name: 'holds/add', kind: 'total' });
    expect(holdCommand(cellRef, 'total', CELL_FROZEN).name).toBe('holds/release');
  });
});
