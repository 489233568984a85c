import { createId } from '../../data/index.ts';
import { toId18 } from '../../ids.ts';
import type { Org } from '../../org.ts';
import { toFileProperties, type FileProperties } from '../list/index.ts';
import type { Manifest } from '../package/index.ts';
import { writeZip } from '../zip/index.ts';
import { packComponents } from './pack-components.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_retrieveresult.htm */
export interface RetrieveResult {
  done: true;
  fileProperties: FileProperties[];
  id: string;
  messages: { fileName: string; problem: string }[];
  status: 'Succeeded';
  success: true;
  zipFile: string;
}

/** The retrievals of an org, each packed when it is asked for. */
export class Retrievals {
  readonly #org: Org;
  readonly #results = new Map<string, RetrieveResult>();

  constructor(org: Org) {
    this.#org = org;
  }

  /** Packs what the manifest names and answers the id of the result. */
  start(manifest: Manifest, { version, isSingle }: { version: string; isSingle: boolean }): string {
    const id = createId('09S', this.#results.size + 1);
    const { files, components, missing } = packComponents(this.#org.source(), manifest, version);
    const folder = isSingle ? '' : 'unpackaged/';
    const zip = writeZip(new Map([...files].map(([path, content]) => [folder + path, content])));
    this.#results.set(id, {
      done: true,
      fileProperties: components
        .map((name) => toFileProperties(name))
        .map((file) => ({ ...file, fileName: folder + file.fileName })),
      id,
      messages: missing.map(({ type, fullName }) => ({
        fileName: `${folder}package.xml`,
        problem: `Entity of type '${type}' named '${fullName}' cannot be found`,
      })),
      status: 'Succeeded',
      success: true,
      zipFile: zip.toString('base64'),
    });
    return id;
  }

  find(id: string): RetrieveResult | undefined {
    return this.#results.get(toId18(id) ?? id);
  }
}
