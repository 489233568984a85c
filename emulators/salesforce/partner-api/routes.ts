import type { FastifyInstance } from 'fastify';
import { callerOf, localName, readEnvelope, SoapFault, writeAnswer, writeFault } from '../metadata-api/index.ts';
import type { Platform } from '../platform.ts';
import { undelete } from './undelete.ts';

const APIS = {
  u: { namespace: 'urn:partner.soap.sforce.com', faults: 'urn:fault.partner.soap.sforce.com' },
  c: { namespace: 'urn:enterprise.soap.sforce.com', faults: 'urn:fault.enterprise.soap.sforce.com' },
};

/** Ids at most in one call. */
const MOST = 200;

/**
 * The one operation of the SOAP API that REST has no resource for: `undelete`, alike in the partner and the enterprise
 * API. Others are a fault. https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_undelete.htm
 */
export function partnerSoapRoutes(app: FastifyInstance, platform: Platform): void {
  for (const [api, { namespace, faults }] of Object.entries(APIS)) {
    app.post(`/services/Soap/${api}/:version`, (request, reply) => {
      reply.type('text/xml; charset=utf-8');
      try {
        const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
        return reply.send(answer(platform, text, namespace));
      } catch (error) {
        if (error instanceof SoapFault) return reply.code(500).send(writeFault(error, faults));
        throw error;
      }
    });
  }
}

function answer(platform: Platform, text: string, namespace: string): string {
  const request = readEnvelope(text);
  const user = callerOf(platform, request);
  const { operation, body } = request;
  if (operation !== 'undelete') {
    throw new SoapFault('soapenv:Client', `No operation available for request {${namespace}}${operation}`);
  }
  const ids = body.children.filter(({ name }) => localName(name) === 'ids').map((id) => id.text.trim());
  if (ids.length > MOST) {
    throw new SoapFault(
      'sf:EXCEEDED_ID_LIMIT',
      `EXCEEDED_ID_LIMIT: record limit reached. cannot submit more than ${MOST} records into this call`,
    );
  }
  return writeAnswer(operation, undelete(platform.org, user, ids).map(toResult), namespace);
}

function toResult({ id, success, errors }: ReturnType<typeof undelete>[number]): unknown {
  return { errors, ...(id !== null && { id }), success };
}
