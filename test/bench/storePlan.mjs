/** Runs in the page: asks the app's own worker for a plan, in the words of Comlink's messages. */
export async function storePlan({ script, members, years }) {
  const worker = new Worker(new URL(script, document.baseURI), { type: 'module' });
  const ask = (method, ...values) =>
    new Promise((done, refuse) => {
      const id = `${method}${Math.random()}`;
      worker.addEventListener('message', ({ data }) => {
        if (data.id !== id) return;
        if (data.type !== 'RAW' || data.value?.ok === false) refuse(new Error(JSON.stringify(data)));
        else done(data.value);
      });
      const argumentList = values.map((value) => ({ type: 'RAW', value }));
      worker.postMessage({ id, type: 'APPLY', path: [method], argumentList });
    });
  await ask('createWorkspace', { name: 'bench', currency: 'CNY' });
  const settings = {
    name: 'bench',
    currency: 'CNY',
    calendar: { kind: 'months', startMonth: 1, nameBy: 'start' },
    fiscalYear: 2027,
    years: years ?? 1,
    dimensions: Object.keys(members),
    keyCustomers: null,
    base: 'none',
    target: 1_000_000_000_000,
    members: Object.fromEntries(
      Object.entries(members).map(([id, n]) => [id, Array.from({ length: n }, (_, i) => `${id} ${i + 1}`)]),
    ),
    names: { pooledCustomers: 'others', defaultMember: 'all' },
  };
  await ask('dispatch', { name: 'plan/create', settings }, null);
  await ask('settle');
  await ask('closeWorkspace');
  worker.terminate();
}
