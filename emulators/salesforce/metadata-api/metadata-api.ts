import type { Org } from '../org.ts';
import { Deployments } from './deploy/index.ts';
import { Retrievals } from './retrieve/index.ts';

/** What the Metadata API keeps between calls. */
export class MetadataApi {
  readonly org: Org;
  readonly deployments: Deployments;
  readonly retrievals: Retrievals;

  constructor(org: Org) {
    this.org = org;
    this.deployments = new Deployments(org);
    this.retrievals = new Retrievals(org);
  }
}
