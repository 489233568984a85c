import { LightningElement, api } from 'lwc';
import RECOMMENDATION_REASON from '@salesforce/schema/Strategy_Assessment__c.Recommendation_Reason__c';
import CHOSEN_STRATEGY from '@salesforce/schema/Strategy_Assessment__c.Chosen_Strategy__c';
import MISSING_FACTS from '@salesforce/schema/Strategy_Assessment__c.Missing_Facts__c';
import OVERRIDE_REASON from '@salesforce/schema/Strategy_Assessment__c.Override_Reason__c';
import OVERRIDDEN from '@salesforce/schema/Strategy_Assessment__c.Overridden__c';
import RECOMMENDED_DURATION from '@salesforce/schema/Strategy_Assessment__c.Recommended_Duration__c';
import RECOMMENDED_OWNERS from '@salesforce/schema/Strategy_Assessment__c.Recommended_Owners__c';
import RECOMMENDED_STRATEGY from '@salesforce/schema/Strategy_Assessment__c.Recommended_Strategy__c';
import WARNINGS from '@salesforce/schema/Strategy_Assessment__c.Warnings__c';
import WHAT_WOULD_CHANGE from '@salesforce/schema/Strategy_Assessment__c.What_Would_Change__c';
import { actionOf } from 'c/assessmentOutcome';
import { formatLabel } from 'c/formatLabel';
import noRecommendationLabel from '@salesforce/label/c.Groundwork_No_Recommendation';
import recommendedLabel from '@salesforce/label/c.Groundwork_Recommended';
import titleLabel from '@salesforce/label/c.Groundwork_Recommendation_Title';
import { GUIDANCE } from './guidance';

const RECOMMENDED = [
  RECOMMENDATION_REASON,
  MISSING_FACTS,
  RECOMMENDED_OWNERS,
  RECOMMENDED_DURATION,
  WHAT_WOULD_CHANGE,
  WARNINGS,
];

/** What the facts of a strategy assessment recommend: why, who owns it, how long it takes, what would change it. */
export default class StrategyRecommendation extends LightningElement {
  /** The assessment. @type {RecordRepresentation} */
  @api assessment;

  /** What the org calls the fields of assessments. @type {ObjectInfo} */
  @api objectInfo;

  labels = { title: titleLabel };

  get heading() {
    const strategy = this.assessment.fields[RECOMMENDED_STRATEGY.fieldApiName]?.value;
    return strategy ? formatLabel(recommendedLabel, String(strategy)) : noRecommendationLabel;
  }

  get facts() {
    const isOverridden = this.assessment.fields[OVERRIDDEN.fieldApiName]?.value === true;
    const fields = isOverridden ? [CHOSEN_STRATEGY, OVERRIDE_REASON, ...RECOMMENDED] : RECOMMENDED;
    return fields.flatMap(({ fieldApiName: name }) => {
      const { value, displayValue } = this.assessment.fields[name] ?? {};
      const label = this.objectInfo.fields[name]?.label;
      return value ? [{ name, key: `${name} value`, label, value: displayValue ?? String(value) }] : [];
    });
  }

  get guidance() {
    return GUIDANCE[actionOf(this.assessment)];
  }
}
