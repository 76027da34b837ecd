import { describe, expect, it } from 'vitest';
import type { CommandName } from '~/domain/command';
import { effect } from '~/i18n/en/effect';
import { commandScope } from '~/worker/commandScope';

// The dictionary must name every command, so it is the full list of them.
const COMMANDS = Object.keys(effect.command) as CommandName[];

/** What is agreed with customers and what is known of them belongs to the client, whichever plan is open. */
const OF_THE_CLIENT =
  /^(customers|filters|facts|lifecycle|service|credit|prices|rebates|quality|orders|sources|territories)\//;

describe('whose history a command belongs to', () => {
  it('facts and everything agreed with customers: the workspace, with a plan open or not', () => {
    const asked = COMMANDS.filter((name) => OF_THE_CLIENT.test(name));
    expect(asked.length).toBeGreaterThan(20);
    for (const plan of ['p1', null]) {
      expect(asked.filter((name) => commandScope(name, { plan, wrote: false }) !== 'workspace')).toEqual([]);
    }
  });

  it('targets that came with a pack, or moved along with customers: the plan they were written into', () => {
    for (const name of ['sources/import', 'territories/move'] as const) {
      expect(commandScope(name, { plan: 'p1', wrote: true })).toBe('p1');
    }
  });

  it('what is laid into lines: the open plan, so that another plan never undoes it', () => {
    for (const name of ['targets/setCells', 'segments/toDimension', 'plan/alignLines'] as const) {
      expect(commandScope(name, { plan: 'p1', wrote: true })).toBe('p1');
    }
  });

  it('looking is kept, yet no undo meets it', () => {
    expect(commandScope('views/save', { plan: 'p1', wrote: false })).toBe('view');
  });
});
