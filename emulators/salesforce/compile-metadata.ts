import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { VirtualClock } from '../core/index.ts';
import { createOrg } from './create-org.ts';
import { FlowError } from './flow/index.ts';
import type { Finding } from './metadata-check/index.ts';
import { DeployError } from './schema/index.ts';

/** Where a formula stands, in the order in which it is looked for. */
const FORMULAS = ['<errorConditionFormula>', '<formula>', '<defaultValue>'];

/** What keeps an org from booting from a package folder: the first formula or flow that does not compile, if any. */
export async function compileMetadata(folder: string): Promise<Finding[]> {
  try {
    const org = await createOrg({ source: folder, clock: new VirtualClock() });
    org.close();
    return [];
  } catch (error) {
    if (!(error instanceof DeployError)) throw error;
    return [locate(folder, error)];
  }
}

function locate(folder: string, { component, problem, cause }: DeployError): Finding {
  const path = component.startsWith(folder) ? component : fileOf(folder, component);
  if (path === undefined) return { file: component, line: 1, message: problem };
  const element = cause instanceof FlowError ? cause.element : undefined;
  const marks = element === undefined ? FORMULAS : [`<name>${element}</name>`];
  const text = readFileSync(path, 'utf8');
  const place = marks.map((mark) => text.indexOf(mark)).find((index) => index !== -1) ?? 0;
  return { file: relative(process.cwd(), path), line: text.slice(0, place).split('\n').length, message: problem };
}

/** The file of `Object.Part`, or of a flow by its name. */
function fileOf(folder: string, component: string): string | undefined {
  const [object = '', part] = component.split('.');
  const pattern = part === undefined ? `**/flows/${object}.flow-meta.xml` : `**/objects/${object}/*/${part}.*-meta.xml`;
  const [found] = globSync(pattern, { cwd: folder });
  return found === undefined ? undefined : join(folder, found);
}
