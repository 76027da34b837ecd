import { describe, expect, it } from 'vitest';
import { gridAction, type KeyPlace, type KeyPress } from '~/ui/grid/keymap';

const press = (key: string, mods = '', more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: mods.includes('C'),
  shiftKey: mods.includes('S'),
  altKey: mods.includes('A'),
  metaKey: mods.includes('M'),
  isComposing: false,
  ...more,
});

const select: KeyPlace = { mode: 'select', onName: false, parent: false, open: false };

describe('keys on a selected cell', () => {
  it.each([
    ['ArrowDown', '', { do: 'move', move: 'down' }],
    ['Home', '', { do: 'move', move: 'rowStart' }],
    ['End', 'C', { do: 'move', move: 'gridEnd' }],
    ['ArrowRight', 'C', { do: 'move', move: 'quarterRight' }],
    ['ArrowUp', 'M', { do: 'move', move: 'groupUp' }],
    ['PageDown', 'A', { do: 'move', move: 'pageRight' }],
    ['Tab', 'S', { do: 'tab', back: true }],
    ['Enter', 'S', { do: 'enter', back: true, stay: false }],
    ['F2', '', { do: 'edit', text: null }],
    ['5', '', { do: 'edit', text: '5' }],
    ['=', '', { do: 'edit', text: '=' }],
    ['+', 'S', { do: 'edit', text: '+' }],
    ['Backspace', '', { do: 'edit', text: '' }],
    ['Delete', '', { do: 'clear' }],
    ['z', 'C', { do: 'undo' }],
    ['Z', 'CS', { do: 'redo' }],
    ['y', 'C', { do: 'redo' }],
    ['l', 'A', { do: 'freeze' }],
    ['L', 'AS', { do: 'holdTotal' }],
    ['F10', 'S', { do: 'menu' }],
    ['ArrowRight', 'AS', { do: 'toggle', open: true }],
    ['Escape', '', { do: 'cancel' }],
    ['ArrowDown', 'S', { do: 'extend', move: 'down' }],
    ['ArrowRight', 'CS', { do: 'extend', move: 'quarterRight' }],
    ['Home', 'S', { do: 'extend', move: 'rowStart' }],
    ['End', 'CS', { do: 'extend', move: 'gridEnd' }],
    ['PageDown', 'S', { do: 'extend', move: 'pageDown' }],
    ['PageUp', 'AS', { do: 'extend', move: 'pageLeft' }],
    ['a', 'C', { do: 'select', what: 'all' }],
    [' ', 'S', { do: 'select', what: 'row' }],
    [' ', 'C', { do: 'select', what: 'column' }],
    ['d', 'C', { do: 'fill', along: 'down' }],
    ['r', 'C', { do: 'fill', along: 'right' }],
    ['f', 'C', { do: 'find' }],
    ['F2', 'S', { do: 'note' }],
    ['m', 'CA', { do: 'note' }],
    ['1', 'CA', { do: 'grain', grain: 'year' }],
    ['3', 'CA', { do: 'grain', grain: 'month' }],
  ])('%s with [%s] means %j', (key, mods, action) => {
    expect(gridAction(press(key, mods), select)).toEqual(action);
  });

  it('leaves to the browser what is not the grid’s', () => {
    for (const [key, mods] of [
      ['c', 'C'],
      ['v', 'C'],
      ['p', 'C'],
      [';', 'C'],
      ['?', 'S'],
      ['R', 'CS'],
      ['F5', ''],
      ['F6', ''],
      ['ArrowLeft', 'A'],
    ] as const)
      expect(gridAction(press(key, mods), select)).toBeNull();
  });

  it('never touches a key that an input method is working on', () => {
    expect(gridAction(press('Enter', '', { isComposing: true }), select)).toBeNull();
    expect(gridAction(press('y', '', { keyCode: 229 }), select)).toBeNull();
  });

  it('opens and closes rows by the arrows on the name only', () => {
    const name: KeyPlace = { mode: 'select', onName: true, parent: true, open: false };
    expect(gridAction(press('ArrowRight'), name)).toEqual({ do: 'toggle', open: true });
    expect(gridAction(press('ArrowRight'), { ...name, open: true })).toEqual({ do: 'move', move: 'right' });
    expect(gridAction(press('ArrowLeft'), { ...name, open: true })).toEqual({ do: 'toggle', open: false });
    expect(gridAction(press('ArrowLeft'), { ...name, onName: false })).toEqual({ do: 'move', move: 'left' });
    expect(gridAction(press('5'), name)).toBeNull();
  });
});

describe('keys in the editor', () => {
  it('commit by Enter, Tab and, after typing over, by the arrows', () => {
    const typing: KeyPlace = { ...select, mode: 'typing' };
    const caret: KeyPlace = { ...select, mode: 'caret' };
    expect(gridAction(press('Enter'), caret)).toEqual({ do: 'enter', back: false, stay: false });
    expect(gridAction(press('Enter', 'C'), caret)).toEqual({ do: 'enter', back: false, stay: true });
    expect(gridAction(press('ArrowRight'), typing)).toEqual({ do: 'move', move: 'right' });
    expect(gridAction(press('ArrowRight'), caret)).toBeNull();
    expect(gridAction(press('ArrowDown'), caret)).toEqual({ do: 'move', move: 'down' });
  });

  it('stay with the text for everything else', () => {
    const caret: KeyPlace = { ...select, mode: 'caret' };
    for (const key of ['5', 'Home', 'End', 'Delete', 'Backspace']) expect(gridAction(press(key), caret)).toBeNull();
    expect(gridAction(press('z', 'C'), caret)).toBeNull();
    expect(gridAction(press('Enter', '', { isComposing: true }), caret)).toBeNull();
  });
});
