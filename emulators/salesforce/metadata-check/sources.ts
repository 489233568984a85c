import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseXml, XmlError, type XmlElement } from './xml.ts';

/** One file of the project: metadata, or part of a Lightning web component. */
export interface Source {
  /** Relative to the working directory. */
  path: string;
  text: string;
  /** The content of a metadata file that is well formed. */
  root?: XmlElement;
  /** Why a metadata file is not. */
  problem?: { line: number; message: string };
}

/** Reads the files under a folder that the check looks at, in the order of their paths. */
export async function readSources(folder: string): Promise<Source[]> {
  const paths: string[] = [];
  for await (const path of glob('**/{*-meta.xml,lwc/*/*.{js,html}}', { cwd: folder })) {
    paths.push(relative(process.cwd(), join(folder, path)));
  }
  return Promise.all(paths.sort().map(async (path) => toSource(path, await readFile(path, 'utf8'))));
}

/** A file with this text; a metadata file is parsed. */
export function toSource(path: string, text: string): Source {
  if (!path.endsWith('-meta.xml')) {
    return { path, text };
  }
  try {
    return { path, text, root: parseXml(text) };
  } catch (error) {
    if (error instanceof XmlError) {
      return { path, text, problem: { line: error.line, message: error.message } };
    }
    throw error;
  }
}
