import { baseOf, ok, param, type Call, type Endpoint } from '../../routes/endpoint.ts';
import { toReportTypeMetadata } from '../describe/index.ts';
import { noSuchReport } from '../errors.ts';
import type { ReportType } from '../report-type/index.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_list_reporttypes.htm */
export function reportTypeEndpoints(): Endpoint[] {
  return [
    { method: 'GET', path: '/analytics/reportTypes', answer: list },
    { method: 'GET', path: '/analytics/reportTypes/:type', answer: describe },
  ];
}

function typesOf({ platform, access }: Call): ReportType[] {
  const all = [...platform.org.analytics.types.values()];
  return all.filter(({ tables, source }) => source.deployed && tables.every(({ object }) => access.mayRead(object)));
}

function list(call: Call) {
  const byCategory = Map.groupBy(typesOf(call), ({ source }) => source.category);
  return ok(
    [...byCategory].map(([label, types]) => ({
      label,
      reportTypes: types.map(({ name, source }) => ({
        describeUrl: `${baseOf(call)}/analytics/reportTypes/${name}`,
        isEnabled: true,
        isHidden: false,
        isHistorical: false,
        label: source.label,
        supportsJoinedFormat: false,
        type: name,
      })),
    })),
  );
}

function describe(call: Call) {
  const wanted = param(call, 'type');
  const type = typesOf(call).find(({ name }) => name === wanted);
  if (type === undefined) throw noSuchReport();
  return ok({
    attributes: { describeUrl: `${baseOf(call)}/analytics/reportTypes/${type.name}`, type: type.name },
    reportTypeMetadata: toReportTypeMetadata(type, call.access),
  });
}
