import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { EMULATOR_NODE_OPTIONS } from '../../scripts/emulator-node-options.ts';
import { SYNC_NODE_OPTIONS } from '../../scripts/sync-node-options.ts';

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  scripts: Record<string, string>;
};

test.each([
  ['start', EMULATOR_NODE_OPTIONS],
  ['emulators', EMULATOR_NODE_OPTIONS],
  ['sync', SYNC_NODE_OPTIONS],
])('npm run %s runs Node as the benches and the supervisor do', (name, options) => {
  const flags = scripts[name]?.split(' ').filter((word) => word.startsWith('--'));

  expect(flags).toEqual(options);
});
