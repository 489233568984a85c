import { HOME } from './inputs.ts';
import { isGenerated } from './platform-modules.ts';

/** What every page needs besides the components that it shows. */
export const PLATFORM = 'platform';

/**
 * The file of the bundle that a module goes into: one for all that is not the project's own, since a page that asks for a
 * hundred small ones is slow. Undefined leaves it to the bundler.
 */
export function chunkOf(id: string): string | undefined {
  // Who is there has to be known before the modules that tell of it are run.
  if (id.endsWith('/shell/session/session.js')) return 'session';
  if (id.includes('/@lwc/synthetic-shadow/') || id.includes('/iconSvgTemplates')) return undefined;
  const isOurs = id.startsWith(`${HOME}/modules/`) || id.includes('/node_modules/') || isGenerated(id);
  return isOurs ? PLATFORM : undefined;
}
