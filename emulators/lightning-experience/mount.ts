import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Builder } from './build/index.ts';
import type { LightningExperienceOptions } from './entities.ts';
import { assetRoutes } from './routes/assets.ts';
import { pageRoutes } from './routes/pages.ts';
import { projectRoutes } from './routes/project.ts';

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/groundwork');

/**
 * Adds Lightning Experience to the origin of a Salesforce API. The components are compiled in the background, the first
 * time in about ten seconds; a page that is opened before `built` settles says that it is loading.
 */
export async function mountLightningExperience(
  app: FastifyInstance,
  { source, portal, cacheDir = CACHE }: LightningExperienceOptions,
): Promise<{ built: Promise<unknown> }> {
  const builder = new Builder({ source, cacheDir });
  app.addHook('onClose', async () => builder.close());
  pageRoutes(app, { builder, source, ...(portal && { portal }) });
  projectRoutes(app, { source });
  await assetRoutes(app, { builder });
  return { built: builder.outcome(builder.start()) };
}
