/** What the product's own worker takes at 1,000,000 leaf values × 4 target lines, each with numbers of its own. */
/** 83,664 lines × 12 months = 1,003,968 leaf values. */
const MEMBERS = { region: 12, product: 84, seller: 83 };
const LIMIT_MB = 150;
const AIM_MB = 80;

/** Rows for the worker of the built app. */
export async function runMemoryBench(browser, { url, script }) {
  const page = await browser.newPage();
  await page.goto(url);
  const heap = await workerHeap(page, () => page.evaluate(fillPlan, { script, members: MEMBERS }));
  const { usedSize, backingStorageSize } = heap;
  const megabytes = (usedSize + backingStorageSize) / 1e6;
  const reference = `${megabytes.toFixed(0)} MB of ${LIMIT_MB}: heap ${(usedSize / 1e6).toFixed(0)}, arrays ${(backingStorageSize / 1e6).toFixed(0)}; four layers, a sheet open, an edit and its undo kept`;
  return [
    {
      id: 'memory-1m-4-layers',
      ms: 0,
      reference,
      ratio: megabytes / LIMIT_MB,
      must: 1,
      aim: AIM_MB / LIMIT_MB,
      higherIsBetter: false,
    },
  ];
}

/** Attaches to the workers that `run` starts, and asks the newest how much it holds after its garbage is gone. */
async function workerHeap(page, run) {
  const session = await page.context().newCDPSession(page);
  const workers = [];
  const answers = new Map();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId);
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result, error } = JSON.parse(message);
    answers.get(id)?.(error ? Promise.reject(new Error(error.message)) : result);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const known = new Set(workers);
  await run();
  const sessionId = workers.findLast((id) => !known.has(id));
  const ask = (method) =>
    new Promise((done) => {
      const id = answers.size + 1;
      answers.set(id, done);
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    });
  await ask('HeapProfiler.enable');
  await ask('HeapProfiler.collectGarbage');
  return ask('Runtime.getHeapUsage');
}

/** Runs in the page: asks the app's own worker, in the words of Comlink's messages, and leaves it running. */
async function fillPlan({ script, members }) {
  const worker = new Worker(new URL(script, document.baseURI), { type: 'module' });
  window.__worker = worker;
  const ask = (method, ...values) =>
    new Promise((done, refuse) => {
      const id = `${method}${Math.random()}`;
      const hear = ({ data }) => {
        if (data.id !== id) return;
        worker.removeEventListener('message', hear);
        if (data.type !== 'RAW' || data.value?.ok === false) refuse(new Error(JSON.stringify(data)));
        else done(data.value);
      };
      worker.addEventListener('message', hear);
      const argumentList = values.map((value) => ({ type: 'RAW', value }));
      worker.postMessage({ id, type: 'APPLY', path: [method], argumentList });
    });
  await ask('createWorkspace', { name: 'bench', currency: 'CNY' });
  const settings = {
    name: 'bench',
    currency: 'CNY',
    calendar: { kind: 'months', startMonth: 1, nameBy: 'start' },
    fiscalYear: 2027,
    dimensions: Object.keys(members),
    keyCustomers: null,
    base: 'none',
    target: 400_000_000_000,
    members: Object.fromEntries(
      Object.entries(members).map(([id, n]) => [id, Array.from({ length: n }, (_, i) => `${id} ${i + 1}`)]),
    ),
    names: { pooledCustomers: 'others', defaultMember: 'all' },
  };
  const created = await ask('dispatch', { name: 'plan/create', settings }, null);
  const periods = created.value.status.plan.periods.map((period) => period.id);
  const column = (layer) => ({ scenario: 'base', layer, measure: 'sales' });
  const whole = (layer) => ({ column: column(layer), at: {}, periods });
  for (const [layer, percent] of [
    ['floor', 90],
    ['stretch', 110],
    ['proposal', 97],
  ]) {
    await ask('dispatch', { name: 'columns/copy', from: column('target'), to: whole(layer), percent }, null);
    await ask('settle');
  }
  const query = { dimensions: Object.keys(members), column: column('target'), open: null };
  const sheet = await ask('openSheet', query);
  const seen = { sheet: sheet.value.sheet, first: 0, count: 60 };
  await ask('dispatch', { name: 'targets/setCell', cell: whole('target'), amount: 430_000_000_000 }, seen);
  await ask('undo', seen);
  await ask('redo', seen);
  await ask('settle');
}
