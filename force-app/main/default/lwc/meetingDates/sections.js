import COMBINED_KICKOFF from '@salesforce/schema/Handoff__c.Combined_Kickoff__c';
import KICKOFF_HELD from '@salesforce/schema/Handoff__c.Kickoff_Held__c';
import KICKOFF_ON from '@salesforce/schema/Handoff__c.Kickoff_On__c';
import KICKOFF_URL from '@salesforce/schema/Handoff__c.Kickoff_Url__c';
import LEADERSHIP_CADENCE from '@salesforce/schema/Handoff__c.Leadership_Cadence__c';
import LEG from '@salesforce/schema/Handoff__c.Leg__c';
import LEVEL_SET_CUSTOMER from '@salesforce/schema/Handoff__c.Level_Set_Customer__c';
import LEVEL_SET_INTRODUCTION from '@salesforce/schema/Handoff__c.Level_Set_Introduction__c';
import LEVEL_SET_MISSING from '@salesforce/schema/Handoff__c.Level_Set_Missing__c';
import LEVEL_SET_ON from '@salesforce/schema/Handoff__c.Level_Set_On__c';
import LEVEL_SET_OPEN_QUESTIONS from '@salesforce/schema/Handoff__c.Level_Set_Open_Questions__c';
import LEVEL_SET_URL from '@salesforce/schema/Handoff__c.Level_Set_Url__c';
import PARTNERSHIP_KICKOFF_ON from '@salesforce/schema/Handoff__c.Partnership_Kickoff_On__c';
import PROJECT_TEAM_CADENCE from '@salesforce/schema/Handoff__c.Project_Team_Cadence__c';
import REPORTING_AUDIENCE from '@salesforce/schema/Handoff__c.Reporting_Audience__c';
import REPORTING_FORMAT from '@salesforce/schema/Handoff__c.Reporting_Format__c';
import REPORTING_FREQUENCY from '@salesforce/schema/Handoff__c.Reporting_Frequency__c';
import SCOPE_SIGNED_BY from '@salesforce/schema/Handoff__c.Scope_Signed_By__c';
import SCOPE_SIGNED_ON from '@salesforce/schema/Handoff__c.Scope_Signed_On__c';
import SEPARATE_KICKOFF_REASON from '@salesforce/schema/Handoff__c.Separate_Kickoff_Reason__c';
import SIGN_OFF_URL from '@salesforce/schema/Handoff__c.Sign_Off_Url__c';
import TECHNICAL_ADVISOR_CALLED_ON from '@salesforce/schema/Handoff__c.Technical_Advisor_Called_On__c';
import TECHNICAL_ADVISOR_ENGAGED_ON from '@salesforce/schema/Handoff__c.Technical_Advisor_Engaged_On__c';
import TIMELINE_SIGNED_BY from '@salesforce/schema/Handoff__c.Timeline_Signed_By__c';
import TIMELINE_SIGNED_ON from '@salesforce/schema/Handoff__c.Timeline_Signed_On__c';
import { formatLabel } from 'c/formatLabel';
import { isBlank } from 'c/questions';
import { text } from 'c/recordValues';
import advisorLabel from '@salesforce/label/c.Groundwork_Section_Advisor';
import agreementsLabel from '@salesforce/label/c.Groundwork_Section_Agreements';
import combinedLabel from '@salesforce/label/c.Groundwork_Combined_Kickoff';
import kickoffLabel from '@salesforce/label/c.Groundwork_Section_Kickoff';
import levelSetLabel from '@salesforce/label/c.Groundwork_Section_Level_Set';
import missingLabel from '@salesforce/label/c.Groundwork_Level_Set_Missing';
import signOffLabel from '@salesforce/label/c.Groundwork_Section_Sign_Off';

/** @param {import('c/questions').Values} values */
const isSeparate = (values) => {
  const [ours, partnership] = [KICKOFF_ON, PARTNERSHIP_KICKOFF_ON].map(({ fieldApiName }) => values[fieldApiName]);
  return !isBlank(ours) && !isBlank(partnership) && ours !== partnership;
};

/** @param {...FieldId} fields */
const ask = (...fields) => fields.map(({ fieldApiName }) => ({ name: fieldApiName }));

const TO_IMPLEMENTATION = [
  {
    heading: levelSetLabel,
    questions: ask(LEVEL_SET_ON, LEVEL_SET_URL, LEVEL_SET_CUSTOMER, LEVEL_SET_OPEN_QUESTIONS, LEVEL_SET_INTRODUCTION),
    notice: { field: LEVEL_SET_MISSING, label: missingLabel },
  },
  {
    heading: kickoffLabel,
    questions: [
      ...ask(KICKOFF_ON, KICKOFF_URL, KICKOFF_HELD, PARTNERSHIP_KICKOFF_ON),
      { name: SEPARATE_KICKOFF_REASON.fieldApiName, when: isSeparate },
    ],
    notice: { field: COMBINED_KICKOFF, label: combinedLabel },
  },
  {
    heading: agreementsLabel,
    questions: ask(LEADERSHIP_CADENCE, PROJECT_TEAM_CADENCE, REPORTING_AUDIENCE, REPORTING_FORMAT, REPORTING_FREQUENCY),
    notice: null,
  },
  {
    heading: signOffLabel,
    questions: ask(SCOPE_SIGNED_BY, SCOPE_SIGNED_ON, TIMELINE_SIGNED_BY, TIMELINE_SIGNED_ON, SIGN_OFF_URL),
    notice: null,
  },
];

const TO_TECHNICAL_ADVISOR = [
  {
    heading: advisorLabel,
    questions: ask(TECHNICAL_ADVISOR_CALLED_ON, TECHNICAL_ADVISOR_ENGAGED_ON),
    notice: null,
  },
];

/** Sections by leg. @type {Record<string, typeof TO_IMPLEMENTATION | typeof TO_TECHNICAL_ADVISOR | undefined>} */
const SECTIONS = { To_Implementation: TO_IMPLEMENTATION, To_Technical_Advisor: TO_TECHNICAL_ADVISOR };

/** What everybody has who may read handoffs at all. */
export const REQUIRED = [LEG];

/** The other fields. */
export const OPTIONAL = [...TO_IMPLEMENTATION, ...TO_TECHNICAL_ADVISOR].flatMap(({ questions, notice }) => [
  ...questions.map(({ name }) => ({ objectApiName: LEG.objectApiName, fieldApiName: name })),
  ...(notice ? [notice.field] : []),
]);

/**
 * The sections of the handoffs of a request, those of the handoff to Implementation Engineering first.
 *
 * @param {readonly RecordRepresentation[]} handoffs
 */
export function toSections(handoffs) {
  return Object.entries(SECTIONS).flatMap(([leg, sections = []]) =>
    handoffs
      .filter((handoff) => text(handoff, LEG) === leg)
      .flatMap((record) =>
        sections.map(({ heading, questions, notice }) => {
          const told = notice && text(record, notice.field);
          return { heading, questions, record, notice: told ? formatLabel(notice.label, told) : null };
        }),
      ),
  );
}
