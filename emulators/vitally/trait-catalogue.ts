import type { TraitDefinition } from './entities.ts';

/** When the administrator set the traits up. */
export const CATALOGUE_CREATED_AT = '2026-09-01T09:00:00.000Z';

function custom(label: string, name: string): TraitDefinition {
  return { id: `custom-${name}`, label, type: 'string', path: `vitally.custom.${name}` };
}

/** The traits that this workspace's accounts have fields for. */
export const TRAIT_CATALOGUE: readonly TraitDefinition[] = [
  custom('Implementation request', 'implementationRequest'),
  custom('Link to the request', 'implementationRequestUrl'),
  custom('Status', 'implementationRequestStatus'),
  custom('Request type', 'implementationRequestType'),
  custom('Strategy', 'implementationRequestStrategy'),
  custom('Deployment method', 'implementationRequestDeploymentMethod'),
  custom('Hosting provider', 'implementationRequestHostingProvider'),
  custom('All open requests', 'implementationRequests'),
  custom('Support tier', 'supportTier'),
];
