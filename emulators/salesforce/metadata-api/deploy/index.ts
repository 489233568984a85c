/* Deploying */
export { Deployments, type Deployment } from './deployments.ts';
export { toDeployResult } from './deploy-result.ts';
export { type DeployOptions } from './run-deploy.ts';

/* Looking into source */
export { pathsByComponent } from './apply-package.ts';
export { labelsOf } from './merge-labels.ts';
