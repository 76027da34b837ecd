/** The unit tests as a part of `npm run check`. `UNIT_TESTS=done` says that they ran on this very checkout a moment ago. */
import { spawnSync } from 'node:child_process';

if (process.env.UNIT_TESTS === 'done') {
  console.log('Unit tests: they ran before, with npm test.');
} else {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', '--project', 'stored'], {
    stdio: 'inherit',
    shell: true,
  });
  process.exitCode = status ?? 1;
}
