import type { User } from '../../entities.ts';
import type { XmlElement } from '../../metadata-check/index.ts';
import { toDeployResult } from '../deploy/index.ts';
import { describeMetadata, listMetadata } from '../list/index.ts';
import type { MetadataApi } from '../metadata-api.ts';
import { manifestOf } from '../package/index.ts';
import { readZip, ZipError } from '../zip/index.ts';
import { localName, part, partText, SoapFault } from './envelope.ts';

/** One operation of the Metadata API: from its element to the content of `result`. */
export type Operation = (api: MetadataApi, user: User, body: XmlElement) => unknown;

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_calls_intro.htm */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  deploy(api, user, body) {
    const options = part(body, 'DeployOptions');
    const isTrue = (name: string): boolean => partText(options, name) === 'true';
    for (const name of ['allowMissingFiles', 'autoUpdatePackage', 'performRetrieve']) {
      if (isTrue(name)) throw new SoapFault('sf:INVALID_OPERATION', `${name} is not supported`);
    }
    if (part(options, 'runTests') !== undefined) {
      throw new SoapFault('sf:INVALID_OPERATION', 'runTests is not supported: there is no Apex here');
    }
    const { id } = api.deployments.start(user, unzip(partText(body, 'ZipFile') ?? ''), {
      checkOnly: isTrue('checkOnly'),
      rollbackOnError: isTrue('rollbackOnError'),
      ignoreWarnings: isTrue('ignoreWarnings'),
    });
    return { done: false, id, state: 'Queued' };
  },

  checkDeployStatus(api, _user, body) {
    const deployment = api.deployments.find(partText(body, 'asyncProcessId') ?? '');
    if (deployment === undefined) throw noSuchProcess(partText(body, 'asyncProcessId'));
    return toDeployResult(deployment, { includeDetails: partText(body, 'includeDetails') === 'true' });
  },

  deployRecentValidation(api, user, body) {
    const id = partText(body, 'validationId') ?? '';
    const deployment = api.deployments.startValidated(user, id);
    if (deployment === undefined) {
      throw new SoapFault('sf:INVALID_ID_FIELD', `There is no successful validation of the id ${id}`);
    }
    return deployment.id;
  },

  cancelDeploy(api, user, body) {
    const id = partText(body, 'id') ?? partText(body, 'String');
    const deployment = api.deployments.find(id ?? '');
    if (deployment === undefined) throw noSuchProcess(id);
    api.deployments.cancel(user, deployment);
    return { done: deployment.status === 'Canceled', id: deployment.id };
  },

  describeMetadata: () => describeMetadata(),

  listMetadata(api, _user, body) {
    const queries = body.children.filter(({ name }) => localName(name) === 'queries');
    if (queries.length > 3) throw new SoapFault('sf:LIMIT_EXCEEDED', 'listMetadata takes up to three queries');
    return queries.flatMap((query) => listMetadata(api.org, partText(query, 'type') ?? '', partText(query, 'folder')));
  },

  retrieve(api, _user, body) {
    const request = part(body, 'request') ?? part(body, 'retrieveRequest');
    if (part(request, 'packageNames') !== undefined) {
      throw new SoapFault('sf:INVALID_OPERATION', 'packageNames is not supported: there are no packages here');
    }
    const manifest = part(request, 'unpackaged');
    if (manifest === undefined) throw new SoapFault('sf:INVALID_OPERATION', 'Nothing specified to retrieve');
    const isSingle = partText(request, 'singlePackage') === 'true';
    const version = partText(manifest, 'version') ?? partText(request, 'apiVersion') ?? '66.0';
    return { done: false, id: api.retrievals.start(manifestOf(manifest), { version, isSingle }), state: 'Queued' };
  },

  checkRetrieveStatus(api, _user, body) {
    const found = api.retrievals.find(partText(body, 'asyncProcessId') ?? '');
    if (found === undefined) throw noSuchProcess(partText(body, 'asyncProcessId'));
    return found;
  },
};

function unzip(base64: string): Map<string, Buffer> {
  try {
    return readZip(Buffer.from(base64, 'base64'));
  } catch (error) {
    if (error instanceof ZipError) throw new SoapFault('sf:INVALID_ZIP_FILE', error.message);
    throw error;
  }
}

function noSuchProcess(id: string | undefined): SoapFault {
  return new SoapFault('sf:INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id ?? ''}`);
}
