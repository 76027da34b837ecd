import { describe, expect, it } from 'vitest';
import { effect } from '~/i18n/en/effect';
import { EXEMPT, GENERATORS } from '../support/randomCommands/randomCommand';
import { tryRuns } from '../support/randomCommands/tryRuns';

const SEQUENCES = 1000;
const MEAN = 50;

describe('random commands over a small plan', () => {
  it('every command has a generator, or a reason why it has none', () => {
    const known = new Set([...Object.keys(GENERATORS), ...Object.keys(EXEMPT)]);
    // The dictionary must name every command, so it is the full list of them.
    expect(Object.keys(effect.command).filter((name) => !known.has(name))).toEqual([]);
  });

  it('any run of commands undone gives the bytes before, redone the bytes after; a refused one leaves no mark', () => {
    const told = tryRuns({ from: 1, count: SEQUENCES, mean: MEAN });
    expect(told.broken).toEqual([]);
    expect(told.unmoved).toBeLessThan(SEQUENCES / 10);
    // A generator whose commands are always refused tests nothing.
    expect(Object.keys(GENERATORS).filter((name) => !told.done.has(name))).toEqual([]);
  }, 600_000);
});
