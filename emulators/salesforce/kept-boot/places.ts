import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packageFolders } from '../schema/index.ts';
import { OWN_CODE } from './fingerprint.ts';
import type { Places } from './known-fingerprints.ts';

/** Where everything lies that an org of this source and these data files is made of, and the code that makes it. */
export function placesOf(source: string, dataFiles: readonly string[]): Places {
  const isFolder = (path: string): boolean => statSync(path).isDirectory();
  const project = join(source, 'sfdx-project.json');
  return {
    folders: [...OWN_CODE.filter(isFolder), ...packageFolders(source).map((folder) => resolve(folder))],
    files: [...OWN_CODE.filter((path) => !isFolder(path)), ...(existsSync(project) ? [project] : []), ...dataFiles],
  };
}
