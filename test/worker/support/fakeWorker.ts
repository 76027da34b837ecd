import { type Endpoint, expose } from 'comlink';

export type Fate = 'answers' | 'fails to load' | 'dies' | 'hangs' | 'cannot start';

/** A worker of the same thread, for the one thing real ones cannot do in a unit test: fail on demand. */
export class FakeWorker extends EventTarget {
  isEnded = false;
  readonly #channel = new MessageChannel();

  constructor(api: object, fate: Fate) {
    super();
    if (fate === 'cannot start') throw new DOMException('not from a file', 'SecurityError');
    this.#channel.port1.addEventListener('message', (event) => {
      if (!this.isEnded) this.dispatchEvent(new MessageEvent('message', { data: event.data, ports: [...event.ports] }));
    });
    this.#channel.port1.start();
    if (fate === 'answers') expose(api, this.#channel.port2 as unknown as Endpoint);
    this.#channel.port2.start();
    if (fate === 'fails to load') setTimeout(() => this.dispatchEvent(new Event('error')), 5);
    if (fate === 'dies') setTimeout(() => this.die(), 20);
  }

  postMessage(data: unknown, transfer: Transferable[] = []): void {
    if (!this.isEnded) this.#channel.port1.postMessage(data, transfer);
  }

  die(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  }

  terminate(): void {
    this.isEnded = true;
    this.#channel.port1.close();
    this.#channel.port2.close();
  }
}

/** Workers that end as they are told, one after another; the last fate goes for all later ones. */
export function fakeWorkers(api: object, fates: Fate[]): { spawn: () => Worker; made: FakeWorker[] } {
  const made: FakeWorker[] = [];
  const spawn = (): Worker => {
    const worker = new FakeWorker(api, fates[Math.min(made.length, fates.length - 1)]);
    made.push(worker);
    return worker as unknown as Worker;
  };
  return { spawn, made };
}
