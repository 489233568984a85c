import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const Package = z.object({
  lwc: z.object({ modules: z.array(z.object({ name: z.string().optional(), path: z.string().optional() })) }),
});

const packageFile = createRequire(import.meta.url).resolve('lightning-base-components/package.json');

/** Where the sources of lightning-base-components are. */
export const BASE_COMPONENTS = join(dirname(packageFile), 'src');

/** The platform modules that the package brings for itself and anybody may import: locale and form factor. */
export function baseModules(): Map<string, string> {
  const { lwc } = Package.parse(JSON.parse(readFileSync(packageFile, 'utf8')));
  const entries = lwc.modules.flatMap(({ name, path }): [string, string][] =>
    name !== undefined && path !== undefined && /^@salesforce\/(i18n|client)\//.test(name)
      ? [[name, join(dirname(packageFile), path)]]
      : [],
  );
  return new Map(entries);
}
