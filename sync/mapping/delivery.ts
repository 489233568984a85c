import type { DeliveryRecord, ImplementationRequest, Labels } from '../salesforce/index.ts';

/** A document that a request links to. */
export interface EntryDocument {
  /** Id of the link's record. */
  id: string;
  type: string | null;
  title: string;
  url: string | null;
  /** Whether Technical Advisors and Support have to find it in Vitally. */
  isForVitally: boolean;
}

/** How a deployment goes and what it left behind. Days are `2027-03-31`. */
export interface Delivery extends Omit<DeliveryRecord, 'codeHosts'> {
  /** In words, separated by commas. */
  codeHosts: string | null;
  documents: EntryDocument[];
}

export function toDelivery({ delivery, links }: ImplementationRequest, labels: Labels): Delivery {
  const codeHosts = delivery.codeHosts.map((value) => labels.toLabel('Code_Hosts__c', value) ?? value);
  return {
    ...delivery,
    codeHosts: codeHosts.length === 0 ? null : codeHosts.join(', '),
    documents: links.map(({ id, type, title, url, audience, isRequired, isForVitally }) => ({
      id,
      type,
      title: title ?? type?.replaceAll('_', ' ') ?? 'Link',
      url,
      isForVitally: isRequired || (isForVitally && audience !== 'IE'),
    })),
  };
}
