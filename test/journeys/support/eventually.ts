import { expect } from 'vitest';

/** What becomes true in time, also on a machine that has other things to do. */
export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });
