import type { User } from '../../entities.ts';
import type { Org } from '../../org.ts';
import { toId18 } from '../../ids.ts';
import { createId } from '../../data/index.ts';
import { ZipError } from '../zip/index.ts';
import { runDeploy, type DeployOptions, type Outcome } from './run-deploy.ts';

/** One deployment, from the request on. */
export interface Deployment {
  id: string;
  user: User;
  options: DeployOptions;
  createdAt: Date;
  startedAt?: Date;
  completedAt?: Date;
  status: 'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed' | 'Canceled';
  outcome?: Outcome;
  /** Why the package could not be looked into at all. */
  error?: string;
  canceledBy?: User;
}

/** The deployments of an org, one after the other, as long as the emulator runs. */
export class Deployments {
  readonly #org: Org;
  readonly #all = new Map<string, { deployment: Deployment; files: Map<string, Buffer> }>();
  #last: Promise<void> = Promise.resolve();

  constructor(org: Org) {
    this.#org = org;
  }

  /** Queues a package. */
  start(user: User, files: Map<string, Buffer>, options: DeployOptions): Deployment {
    const id = createId('0Af', this.#all.size + 1);
    const deployment: Deployment = { id, user, options, createdAt: this.#org.clock.now(), status: 'Pending' };
    this.#all.set(id, { deployment, files });
    this.#last = this.#last.then(() => this.#run(deployment, files));
    return deployment;
  }

  find(id: string): Deployment | undefined {
    return this.#all.get(toId18(id) ?? id)?.deployment;
  }

  /** Deploys what was validated before; undefined when there is no successful validation of this id. */
  startValidated(user: User, id: string): Deployment | undefined {
    const validated = this.#all.get(toId18(id) ?? id);
    const { status, options } = validated?.deployment ?? {};
    if (validated === undefined || status !== 'Succeeded' || options?.checkOnly !== true) return undefined;
    return this.start(user, validated.files, { ...options, checkOnly: false });
  }

  /** Stops a deployment that has not begun. */
  cancel(user: User, deployment: Deployment): void {
    if (deployment.status !== 'Pending') return;
    Object.assign(deployment, { status: 'Canceled', canceledBy: user, completedAt: this.#org.clock.now() });
  }

  async #run(deployment: Deployment, files: Map<string, Buffer>): Promise<void> {
    if (deployment.status !== 'Pending') return;
    deployment.status = 'InProgress';
    deployment.startedAt = this.#org.clock.now();
    try {
      const outcome = await runDeploy(this.#org, files, deployment.options);
      deployment.outcome = outcome;
      deployment.status = outcome.succeeded ? 'Succeeded' : outcome.isPartial ? 'SucceededPartial' : 'Failed';
    } catch (error) {
      deployment.status = 'Failed';
      deployment.error = error instanceof ZipError ? error.message : `UNKNOWN_EXCEPTION: ${String(error)}`;
    }
    deployment.completedAt = this.#org.clock.now();
  }
}
