import { z } from 'zod';
import { ApiError, insufficientAccess, jsonParserError, notFound } from '../../errors.ts';
import { parseBody, parseJson } from '../../routes/body.ts';
import { readMultipart } from '../../routes/multipart.ts';
import { param, type Answer, type Call, type Endpoint } from '../../routes/endpoint.ts';
import { toDeployResult, type Deployment } from '../deploy/index.ts';
import { readZip, ZipError } from '../zip/index.ts';

const DeployOptions = z.object({
  deployOptions: z
    .looseObject({
      checkOnly: z.boolean().default(false),
      rollbackOnError: z.boolean().default(false),
      ignoreWarnings: z.boolean().default(false),
      allowMissingFiles: z.literal(false, 'is not supported').optional(),
      autoUpdatePackage: z.literal(false, 'is not supported').optional(),
      performRetrieve: z.literal(false, 'is not supported').optional(),
      runTests: z.array(z.string()).max(0, 'is not supported: there is no Apex here').nullish(),
    })
    .transform(({ checkOnly, rollbackOnError, ignoreWarnings }) => ({ checkOnly, rollbackOnError, ignoreWarnings })),
});
const Validated = z.object({ validatedDeployRequestId: z.string() });
const Cancellation = z.object({ deployResult: z.object({ status: z.literal('Canceling') }) });

/**
 * Deployments over REST.
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_rest_deploy.htm
 */
export function deployRequestEndpoints(): Endpoint[] {
  return [
    { method: 'POST', path: '/metadata/deployRequest', answer: start },
    { method: 'GET', path: '/metadata/deployRequest/:id', answer: status },
    { method: 'PATCH', path: '/metadata/deployRequest/:id', answer: cancel },
  ];
}

function start(call: Call): Answer {
  requireAdministrator(call);
  const { deployments } = call.platform.metadata;
  if (!Buffer.isBuffer(call.body)) {
    const { validatedDeployRequestId: id } = parseBody(Validated, call.body);
    const deployment = deployments.startValidated(call.user, id);
    if (deployment === undefined) throw notFound(`There is no successful validation of the id ${id}`);
    return tell(201, deployment);
  }
  const parts = readMultipart(call.headers['content-type'] ?? '', call.body);
  const part = (name: string): Buffer => {
    const found = parts?.find((one) => one.name === name);
    if (found === undefined) throw jsonParserError(`Expected multipart/form-data with a part named ${name}`);
    return found.content;
  };
  const { deployOptions } = parseBody(DeployOptions, parseJson(part('entity_content').toString('utf8')));
  return tell(201, deployments.start(call.user, unzip(part('file')), deployOptions));
}

function status(call: Call): Answer {
  requireAdministrator(call);
  return tell(200, find(call), call.query['includeDetails'] === 'true');
}

function cancel(call: Call): Answer {
  requireAdministrator(call);
  parseBody(Cancellation, call.body);
  const deployment = find(call);
  call.platform.metadata.deployments.cancel(call.user, deployment);
  return tell(202, deployment);
}

function find(call: Call): Deployment {
  const deployment = call.platform.metadata.deployments.find(param(call, 'id'));
  if (deployment === undefined) throw notFound();
  return deployment;
}

function tell(code: number, deployment: Deployment, includeDetails = false): Answer {
  const { id, options } = deployment;
  const deployResult = toDeployResult(deployment, { includeDetails });
  return { status: code, body: { id, ...(code === 201 && { deployOptions: options }), deployResult } };
}

function requireAdministrator({ user }: Call): void {
  if (user.profile !== 'System Administrator') {
    throw insufficientAccess(
      'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
    );
  }
}

function unzip(bytes: Buffer): Map<string, Buffer> {
  try {
    return readZip(bytes);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new ApiError(400, [{ message: error.message, errorCode: 'INVALID_ZIP_FILE' }]);
  }
}
