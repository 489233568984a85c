import { describeGlobal, describeObject } from '../describe/index.ts';
import { baseOf, ok, param, type Call, type Endpoint } from './endpoint.ts';
import { unlessKnown } from './conditional.ts';
import { objectInPath } from './find-object.ts';

const RECENT = 5;

/** What objects and fields there are, as the caller may use them. */
export function describeEndpoints(): Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/sobjects',
      answer: (call) => unlessKnown(call, () => describeGlobal(call.platform.org, call.user, baseOf(call))),
    },
    { method: 'GET', path: '/sobjects/:type', answer: basics },
    {
      method: 'GET',
      path: '/sobjects/:type/describe',
      answer(call) {
        const object = objectInPath(call);
        return unlessKnown(call, () => describeObject(call.platform.org, call.user, object, baseOf(call)));
      },
    },
  ];
}

function basics(call: Call) {
  const object = objectInPath(call, param(call, 'type'));
  const { org } = call.platform;
  const summary = describeGlobal(org, call.user, baseOf(call)).sobjects.find(({ name }) => name === object.name);
  const rows = org.database
    .prepare(`SELECT Id FROM "${object.name}" WHERE IsDeleted = 0 ORDER BY SystemModstamp DESC, Id LIMIT ${RECENT}`)
    .all();
  const recentItems = rows.map((row) => ({
    attributes: { type: object.name, url: `${baseOf(call)}/sobjects/${object.name}/${String(row['Id'])}` },
    Id: String(row['Id']),
  }));
  return ok({ objectDescribe: summary, recentItems });
}
