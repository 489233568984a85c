import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Builder } from '../build/index.ts';
import { failedBundle } from '../pages/failed-bundle.ts';

const require = createRequire(import.meta.url);
const SLDS = join(dirname(require.resolve('@salesforce-ux/design-system/package.json')), 'assets');
const SLDS_2 = require.resolve('@salesforce-ux/design-system-2/dist/css/bundled/slds2.cosmos.css');
const FONT = join(dirname(require.resolve('@fontsource-variable/inter/package.json')), 'files');

/** The bundle, the Lightning Design System and the font. */
export async function assetRoutes(app: FastifyInstance, { builder }: { builder: Builder }): Promise<void> {
  const packaged = { decorateReply: false, maxAge: '1h', index: false } as const;
  await app.register(fastifyStatic, { ...packaged, root: SLDS, prefix: '/lightning/_assets/slds/' });
  await app.register(fastifyStatic, { ...packaged, root: FONT, prefix: '/lightning/_assets/font/' });

  app.get('/lightning/_assets/slds2.css', (_request, reply) =>
    reply.type('text/css').header('cache-control', 'max-age=3600').send(createReadStream(SLDS_2)),
  );
  app.get('/lightning/_assets/page.css', (_request, reply) =>
    reply
      .type('text/css')
      .header('cache-control', 'max-age=3600')
      .send(readFileSync(new URL('../pages/page.css', import.meta.url), 'utf8')),
  );

  app.get<{ Params: { bundle: string; file: string } }>(
    '/lightning/_assets/app/:bundle(^[0-9a-f]{16}$)/:file(^[\\w.-]+[.]js$)',
    async (request, reply) => {
      const { bundle, file } = request.params;
      const outcome = await builder.outcome(bundle);
      reply.type('text/javascript');
      if ('failure' in outcome) return reply.header('cache-control', 'no-store').send(failedBundle(outcome.failure));
      const path = join(outcome.folder, file);
      if (!existsSync(path)) return reply.code(404).send('');
      return reply.header('cache-control', 'max-age=31536000, immutable').send(readFileSync(path));
    },
  );
}
