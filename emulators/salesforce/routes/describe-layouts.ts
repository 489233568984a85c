import { MASTER_RECORD_TYPE, nameFieldOf, recordTypesOf } from '../describe/index.ts';
import { baseOf, ok, type Answer, type Call, type Endpoint } from './endpoint.ts';
import { objectInPath } from './find-object.ts';

/** What describes how records look. There are no approval processes, and the compact layout is the system's own. */
export function describeLayoutEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/sobjects/:type/describe/approvalLayouts', answer: approvalLayouts },
    { method: 'GET', path: '/sobjects/:type/describe/compactLayouts', answer: compactLayouts },
  ];
}

function approvalLayouts(call: Call): Answer {
  objectInPath(call);
  return ok({ approvalLayouts: [] });
}

function compactLayouts(call: Call): Answer {
  const object = objectInPath(call);
  const name = nameFieldOf(object);
  const base = `${baseOf(call)}/sobjects/${object.name}/describe/compactLayouts`;
  const fieldItems =
    name === undefined
      ? []
      : [
          {
            editableForNew: name.createable,
            editableForUpdate: name.updateable,
            label: name.label,
            layoutComponents: [{ details: null, displayLines: 1, tabOrder: 1, type: 'Field', value: name.name }],
            placeholder: false,
            required: name.required,
          },
        ];
  return ok({
    compactLayouts: [
      {
        actions: [],
        fieldItems,
        id: null,
        imageItems: [],
        label: 'System Default',
        name: 'SYSTEM',
        objectType: object.name,
      },
    ],
    defaultCompactLayoutId: null,
    recordTypeCompactLayoutMappings: recordTypesOf(object).map(({ id, label }) => ({
      available: true,
      compactLayoutId: null,
      compactLayoutName: 'SYSTEM',
      recordTypeId: id,
      recordTypeName: id === MASTER_RECORD_TYPE ? 'Master' : label,
      urls: { compactLayout: `${base}/${id}` },
    })),
    urls: { primary: `${base}/primary` },
  });
}
