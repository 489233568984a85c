import AUDIENCE from '@salesforce/schema/Request_Link__c.Audience__c';
import MIRROR_STATE from '@salesforce/schema/Request_Link__c.Mirror_State__c';
import MIRROR_TO_VITALLY from '@salesforce/schema/Request_Link__c.Mirror_To_Vitally__c';
import MIRRORED_ON from '@salesforce/schema/Request_Link__c.Mirrored_On__c';
import REQUIRED_DOCUMENT from '@salesforce/schema/Request_Link__c.Required__c';
import STAGE from '@salesforce/schema/Request_Link__c.Stage__c';
import TITLE from '@salesforce/schema/Request_Link__c.Title__c';
import TYPE from '@salesforce/schema/Request_Link__c.Type__c';
import URL from '@salesforce/schema/Request_Link__c.Url__c';
import VITALLY_URL from '@salesforce/schema/Request_Link__c.Vitally_Url__c';
import WARNING from '@salesforce/schema/Request_Link__c.Warning__c';
import { isTicked, shown, text } from 'c/recordValues';
import mirroredLabel from '@salesforce/label/c.Groundwork_In_Vitally';
import notMirroredLabel from '@salesforce/label/c.Groundwork_Not_In_Vitally';
import refusedLabel from '@salesforce/label/c.Groundwork_Vitally_Refused';
import waitingLabel from '@salesforce/label/c.Groundwork_Waiting_For_Vitally';

/** The fields of a document, those that everybody has who may read documents at all first. */
export const LINK_FIELDS = {
  required: [URL],
  optional: [
    AUDIENCE,
    MIRROR_STATE,
    MIRROR_TO_VITALLY,
    MIRRORED_ON,
    REQUIRED_DOCUMENT,
    STAGE,
    TITLE,
    TYPE,
    VITALLY_URL,
    WARNING,
  ],
};

/** What a document asks for. */
export const LINK_QUESTIONS = [
  { name: URL.fieldApiName, required: true },
  { name: TITLE.fieldApiName },
  ...[TYPE, STAGE, AUDIENCE, REQUIRED_DOCUMENT, MIRROR_TO_VITALLY].map(({ fieldApiName }) => ({ name: fieldApiName })),
];

/** @type {Record<string, string | undefined>} */
const MIRROR_WORDS = { Mirrored: mirroredLabel, Waiting: waitingLabel, Refused: refusedLabel };

/**
 * What a list says about a document; null where there is nothing to say.
 *
 * @param {RecordRepresentation} link
 */
export function toLinkView(link) {
  const url = text(link, URL) ?? '';
  const state = text(link, MIRROR_STATE) ?? '';
  const isMeant = isTicked(link, MIRROR_TO_VITALLY) || isTicked(link, REQUIRED_DOCUMENT);
  return {
    id: link.id,
    url,
    name: text(link, TITLE) ?? url,
    kind: [shown(link, TYPE), shown(link, AUDIENCE)].filter((word) => word !== null).join(' · '),
    stage: shown(link, STAGE),
    warning: text(link, WARNING),
    isRequired: isTicked(link, REQUIRED_DOCUMENT),
    mirror: MIRROR_WORDS[state] ?? (isMeant ? notMirroredLabel : null),
    mirroredOn: state === 'Mirrored' ? text(link, MIRRORED_ON) : null,
    vitallyUrl: state === 'Mirrored' ? text(link, VITALLY_URL) : null,
  };
}
