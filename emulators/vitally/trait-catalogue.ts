import type { TraitDefinition, Traits } from './entities.ts';
import { badRequest } from './errors.ts';
import type { UndocumentedAnswers } from './undocumented.ts';

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
  custom('Priority', 'implementationRequestPriority'),
  custom('All open requests', 'implementationRequests'),
  custom('Implementation Engineer', 'implementationEngineer'),
  custom('Implementation Project Manager', 'implementationProjectManager'),
  custom('Target completion', 'implementationTargetCompletion'),
  custom('Technical Advisor engaged on', 'implementationAdvisorEngagedOn'),
  custom('Implementation health', 'implementationHealth'),
  custom('Technical Design Document', 'implementationTechnicalDesignUrl'),
  custom('Deployment documentation', 'implementationDocumentationUrl'),
  custom('Deployment type', 'deploymentType'),
  custom('Hosting provider', 'deploymentHostingProvider'),
  custom('Instance address', 'deploymentInstanceUrl'),
  custom('Infrastructure start', 'deploymentInfrastructureStart'),
  custom('Completed on', 'deploymentCompletedOn'),
  custom('Machine types', 'deploymentMachineTypes'),
  custom('Total CPU', 'deploymentTotalCpu'),
  custom('Total memory (GB)', 'deploymentTotalMemoryGb'),
  custom('Total disk (GB)', 'deploymentTotalDiskGb'),
  custom('Code hosts', 'codeHosts'),
  custom('Repositories', 'codeHostRepositories'),
  custom('Monorepos', 'codeHostMonorepos'),
  custom('Largest repository (MB)', 'codeHostLargestRepositoryMb'),
  custom('Support tier', 'supportTier'),
];

/** Traits of other records that are set up, by resource. */
const OTHER_CATALOGUES: Readonly<Record<string, readonly TraitDefinition[]>> = {
  projects: [custom('Salesforce record', 'salesforceRecordId')],
};

/** What the workspace's administrator set up: everything, unless something is left out. */
export class TraitCatalogue {
  #leftOut = new Set<string>();

  /** Paths of traits that nobody has set up from now on. */
  leaveOut(paths: readonly string[]): void {
    this.#leftOut = new Set(paths);
  }

  /** What is set up for a model; nothing for most. */
  of(model: string): readonly TraitDefinition[] {
    const all = model === 'accounts' ? TRAIT_CATALOGUE : (OTHER_CATALOGUES[model] ?? []);
    return all.filter(({ path }) => !this.#leftOut.has(path));
  }
}

/** The traits that are taken over. What becomes of a custom one that nobody set up is not documented. */
export function checkTraits(
  traits: unknown,
  model: string,
  { catalogue, undocumented: { undefinedTrait } }: { catalogue: TraitCatalogue; undocumented: UndocumentedAnswers },
): Traits | undefined {
  if (traits === undefined || undefinedTrait === 'kept') return traits as Traits | undefined;
  const known = new Set(catalogue.of(model).map(({ path }) => path));
  const isUnknown = (path: string): boolean => path.startsWith('vitally.custom.') && !known.has(path);
  const unknown = Object.keys(traits as Traits).find(isUnknown);
  if (unknown !== undefined && undefinedTrait === 'refused') throw badRequest(`traits: "${unknown}" is not defined`);
  return Object.fromEntries(Object.entries(traits as Traits).filter(([path]) => !isUnknown(path)));
}
