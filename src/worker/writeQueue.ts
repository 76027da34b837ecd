import type { Issue, IssueCode } from '~/domain/issue';
import type { SaveState } from '~/domain/status';
import { commit, type Write } from '~/storage/commit';
import type { WorkspaceDatabase } from '~/storage/schema';

/** Writes one after another, each on the revision before it, and says honestly where they stand. */
export interface WriteQueue {
  push(write: Write): void;
  /** Resolves when nothing is waiting, or when the queue has stopped at a failure. */
  settled(): Promise<void>;
  /** Tries again what could not be written. */
  retry(): void;
  /** Writes nothing more by itself. */
  stop(): void;
  readonly state: SaveState;
  readonly issue: Issue | null;
  readonly savedRevision: number;
}

/** Trying again cannot help these: somebody else wrote, or what lies there is not ours to touch. */
const FINAL: ReadonlySet<IssueCode> = new Set(['storage/conflict', 'storage/newerSchema', 'storage/corrupt']);

/** How long a full disk is left alone before the next try. */
export const RETRY_AFTER = 3000;

/**
 * Nothing is debounced: a write starts as soon as the one before it is durable. A failed write stops the queue with its
 * issue; it and all later ones are kept and tried again, by itself and at the next change, so that a full disk loses
 * nothing while the tab is open. 'saved' means that nothing waits and the last write is durable.
 */
export function createWriteQueue(options: {
  database: WorkspaceDatabase;
  savedRevision: number;
  onChange: () => void;
}): WriteQueue {
  const waiting: Write[] = [];
  let running: Promise<void> | null = null;
  let later: ReturnType<typeof setTimeout> | null = null;
  let issue: Issue | null = null;
  let isStopped = false;
  let savedRevision = options.savedRevision;

  const drain = async (): Promise<void> => {
    // The answer to the change goes to the page first: checking a big write takes longer than the change itself, and
    // the page needs the processor to paint what it got.
    await (isBig(waiting[0]) ? paintTime() : nextTurn());
    while (waiting.length > 0) {
      const write = waiting[0];
      const result = await commit(options.database, write);
      if (!result.ok) {
        issue = result.issues[0];
        break;
      }
      issue = null;
      waiting.shift();
      savedRevision = write.header.revision;
      if (waiting.length > 0) options.onChange();
    }
    running = null;
    if (issue && !FINAL.has(issue.code) && !isStopped) later = setTimeout(start, RETRY_AFTER);
    options.onChange();
  };

  const start = (): void => {
    if (running || waiting.length === 0 || (issue && FINAL.has(issue.code))) return;
    if (later) clearTimeout(later);
    later = null;
    running = drain();
  };

  return {
    push(write) {
      waiting.push(write);
      start();
    },
    settled: () => running ?? Promise.resolve(),
    retry: start,
    stop() {
      isStopped = true;
      if (later) clearTimeout(later);
    },
    get state() {
      // Not before a write went through is a failure over.
      if (issue) return 'failed';
      return waiting.length > 0 ? 'saving' : 'saved';
    },
    get issue() {
      return issue;
    },
    get savedRevision() {
      return savedRevision;
    },
  };
}

/** Segments from which on a write counts as big: it copies and checks that many times 150 kB. */
const BIG = 16;
/** Two to three frames, in milliseconds. */
const PAINT_TIME = 40;

const isBig = (write: Write | undefined): boolean => (write?.segments.length ?? 0) >= BIG;

const paintTime = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAINT_TIME));

/** After what is under way and the messages it sends; unlike a timer it does not wait. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
