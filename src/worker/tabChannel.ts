import type { HostMessage, TabChannel } from './sessionKeeper';

/** The way to other tabs of this origin; silence where the browser has none, as the header still keeps writers apart. */
export function tabChannel(name: string): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, listen: () => undefined };
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen: (heard) => channel.addEventListener('message', (event: MessageEvent<HostMessage>) => heard(event.data)),
  };
}
