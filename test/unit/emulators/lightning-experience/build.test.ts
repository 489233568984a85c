import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Builder } from '../../../../emulators/lightning-experience/build/index.ts';
import { failedBundle } from '../../../../emulators/lightning-experience/pages/failed-bundle.ts';

test('a component that does not compile is told with its file and the compiler’s words', async () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'lightning-'));
  // As the org's copy of a deployed project, it lies below no package of npm.
  const source = join(cacheDir, 'deployed');
  cpSync(join(import.meta.dirname, 'fixture/force-app'), source, { recursive: true });
  const builder = new Builder({ source: () => source, cacheDir });
  try {
    const outcome = await builder.outcome(builder.start());

    expect(outcome).toEqual({ failure: expect.stringContaining('lwc/orchard/orchard.html:2:3') });
    expect(outcome).toEqual({ failure: expect.stringContaining('LWC1') });
  } finally {
    await builder.close();
    rmSync(cacheDir, { recursive: true });
  }
});

test('a failure is shown as text and never run', () => {
  expect(failedBundle('</script>`${alert(1)}')).toContain('textContent = "</script>`${alert(1)}"');
});
