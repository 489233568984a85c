import type { Endpoint } from '../../routes/endpoint.ts';
import { dashboardEndpoints } from './dashboards.ts';
import { reportTypeEndpoints } from './report-types.ts';
import { reportEndpoints } from './reports.ts';

/** Reports and dashboards over HTTP. */
export function analyticsEndpoints(): Endpoint[] {
  return [...reportEndpoints(), ...reportTypeEndpoints(), ...dashboardEndpoints()];
}
