import type { BacklogEntry } from './backlog-entry.ts';
import { isWebAddress } from './cell.ts';
import { isDeploying, isHandedOff, leadingFirst } from './leading.ts';
import { isOpen } from './statuses.ts';

const PREFIX = 'vitally.custom.';

/** Full paths of the traits that are ours, and nobody else's to write. */
export const TRAITS = {
  number: `${PREFIX}implementationRequest`,
  url: `${PREFIX}implementationRequestUrl`,
  status: `${PREFIX}implementationRequestStatus`,
  requestType: `${PREFIX}implementationRequestType`,
  strategy: `${PREFIX}implementationRequestStrategy`,
  method: `${PREFIX}implementationRequestDeploymentMethod`,
  provider: `${PREFIX}implementationRequestHostingProvider`,
  priority: `${PREFIX}implementationRequestPriority`,
  all: `${PREFIX}implementationRequests`,
  engineer: `${PREFIX}implementationEngineer`,
  projectManager: `${PREFIX}implementationProjectManager`,
  targetCompletion: `${PREFIX}implementationTargetCompletion`,
  advisorEngagedOn: `${PREFIX}implementationAdvisorEngagedOn`,
  health: `${PREFIX}implementationHealth`,
  technicalDesign: `${PREFIX}implementationTechnicalDesignUrl`,
  documentation: `${PREFIX}implementationDocumentationUrl`,
} as const;

/** Full paths of the traits that Implementation Engineering fills in and the Technical Advisor keeps from the handoff on. */
export const SHARED_TRAITS = {
  method: `${PREFIX}deploymentType`,
  provider: `${PREFIX}deploymentHostingProvider`,
  instanceUrl: `${PREFIX}deploymentInstanceUrl`,
  infrastructureStart: `${PREFIX}deploymentInfrastructureStart`,
  completedOn: `${PREFIX}deploymentCompletedOn`,
  machineTypes: `${PREFIX}deploymentMachineTypes`,
  totalCpu: `${PREFIX}deploymentTotalCpu`,
  totalMemoryGb: `${PREFIX}deploymentTotalMemoryGb`,
  totalDiskGb: `${PREFIX}deploymentTotalDiskGb`,
  codeHosts: `${PREFIX}codeHosts`,
  repositories: `${PREFIX}codeHostRepositories`,
  monorepos: `${PREFIX}codeHostMonorepos`,
  largestRepositoryMb: `${PREFIX}codeHostLargestRepositoryMb`,
} as const;

/** Trait path → value; null deletes the trait. */
export type Traits = Record<string, string | number | null>;

/**
 * What the customer's record says of its requests. The one nearest to the instance leads; all open ones are listed. Money
 * and triage notes stay in Salesforce and the backlog.
 */
export function toTraits(entries: readonly BacklogEntry[]): Traits {
  const sorted = leadingFirst(entries);
  const open = sorted.filter(({ status }) => isOpen(status?.value ?? null));
  const lead = sorted[0];
  const delivery = lead?.delivery;
  return {
    [TRAITS.number]: lead?.number ?? null,
    [TRAITS.url]: lead?.url ?? null,
    [TRAITS.status]: lead?.status?.label ?? null,
    [TRAITS.requestType]: lead?.requestType?.label ?? null,
    [TRAITS.strategy]: lead?.strategy?.label ?? null,
    [TRAITS.method]: lead?.method?.label ?? null,
    [TRAITS.provider]: lead?.provider?.label ?? null,
    [TRAITS.priority]: lead?.priority?.label ?? null,
    [TRAITS.all]: open.length === 0 ? null : open.map(({ number }) => number).join(', '),
    [TRAITS.engineer]: delivery?.implementationEngineer ?? null,
    [TRAITS.projectManager]: delivery?.projectManager ?? null,
    [TRAITS.targetCompletion]: delivery?.targetCompletion ?? null,
    [TRAITS.advisorEngagedOn]: delivery?.advisorEngagedOn ?? null,
    [TRAITS.health]: delivery?.health ?? null,
    [TRAITS.technicalDesign]: addressOf(lead, 'Technical_Design_Document'),
    [TRAITS.documentation]: addressOf(lead, 'Deployment_Documentation'),
  };
}

/** The instance as its deployment left it. */
export interface SharedTraits {
  values: Traits;
  /** Handed over: only a block of which nothing stands in Vitally is still filled in. */
  isHandedOff: boolean;
}

/** What the deployment says of the instance; undefined while none of the customer's requests has come to deploying. */
export function toSharedTraits(entries: readonly BacklogEntry[]): SharedTraits | undefined {
  const sorted = leadingFirst(entries);
  const source = sorted.find(isDeploying) ?? sorted.find(isHandedOff);
  if (source === undefined) return undefined;
  const { delivery, method, provider } = source;
  return {
    values: {
      [SHARED_TRAITS.method]: method?.label ?? null,
      [SHARED_TRAITS.provider]: provider?.label ?? null,
      [SHARED_TRAITS.instanceUrl]: delivery.instanceUrl,
      [SHARED_TRAITS.infrastructureStart]: delivery.infrastructureStart,
      [SHARED_TRAITS.completedOn]: delivery.completedOn,
      [SHARED_TRAITS.machineTypes]: delivery.machineTypes,
      [SHARED_TRAITS.totalCpu]: delivery.totalCpu,
      [SHARED_TRAITS.totalMemoryGb]: delivery.totalMemoryGb,
      [SHARED_TRAITS.totalDiskGb]: delivery.totalDiskGb,
      [SHARED_TRAITS.codeHosts]: delivery.codeHosts,
      [SHARED_TRAITS.repositories]: delivery.repositories,
      [SHARED_TRAITS.monorepos]: delivery.monorepos,
      [SHARED_TRAITS.largestRepositoryMb]: delivery.largestRepositoryMb,
    },
    isHandedOff: isHandedOff(source),
  };
}

function addressOf(entry: BacklogEntry | undefined, type: string): string | null {
  const found = entry?.delivery.documents.find(
    (document) =>
      document.type === type && document.isForVitally && document.url !== null && isWebAddress(document.url),
  );
  return found?.url ?? null;
}
