import type { Requirement } from './requirement.ts';

/** Deployment strategies and their recommendation. */
export const STRATEGIES: readonly Requirement[] = [
  {
    id: 'B1',
    asks: 'Strategies by deployment type, size and complexity',
    carriedBy:
      '[Strategy_Assessment__c.Recommendation_Rule__c] decides, [Strategy_Assessment__c.Recommendation_Reason__c] explains, [strategyRecommendation] shows it.',
    shownBy: [
      'metadata/assessment: a recommendation says why, who owns it, how long it takes, and what would change it',
      'lwc/strategyRecommendation: says what is recommended, why, who owns it, how long it takes and what would change it',
    ],
  },
  {
    id: 'B2',
    asks: 'Each strategy has its internal owners and timeline',
    carriedBy:
      '[Deployment_Strategy__mdt.Owners__c] and [Deployment_Strategy__mdt.Duration_Text__c], read into [Strategy_Assessment__c.Recommended_Owners__c] and [Strategy_Assessment__c.Recommended_Duration__c].',
    shownBy: [
      'metadata/assessment: a recommendation says why, who owns it, how long it takes, and what would change it',
    ],
  },
  {
    id: 'B3',
    asks: 'Cloud: owned by Cloud and CE',
    carriedBy: '[Deployment_Strategy.Cloud], [Strategy_Assessment__c.Cloud_Contact__c], [Groundwork_Cloud_Team].',
    shownBy: ['metadata/permissions: submit a Managed Instance Request, and say what became of it'],
  },
  {
    id: 'B4',
    asks: 'Cloud is preferred',
    carriedBy:
      '[Strategy_Assessment__c.Recommendation_Rule__c] looks at Cloud first; anything else needs [Strategy_Assessment__c.Override_Reason__c] ([Strategy_Assessment__c.Override_Needs_A_Reason]).',
    shownBy: [
      'metadata/assessment: another strategy than the recommended one needs a reason, and counts as overridden',
      'lwc/strategyAssessment: asks why another strategy is chosen',
    ],
  },
  {
    id: 'B5',
    asks: 'Once the customer is determined to qualify for Cloud',
    carriedBy:
      '[Strategy_Assessment__c.Cloud_Qualification__c] with [Strategy_Assessment__c.Cloud_Determined_By__c], [Strategy_Assessment__c.Cloud_Determined_On__c] and [Strategy_Assessment__c.Cloud_Blockers__c]; [Implementation_Request__c.Cloud_Not_Ruled_Out__c] when a request is filed before.',
    shownBy: [
      'metadata/assessment: who determined the qualification for Cloud is kept, and forgotten when it is open again',
      'metadata/request-stamps: submission › says when the deal was won before, and when Cloud is still open',
    ],
  },
  {
    id: 'B6',
    asks: 'The CE or Sales submits',
    carriedBy:
      '[managedInstanceRequest] for both, by [Groundwork_Account_Executive] and [Groundwork_Customer_Engineer].',
    shownBy: [
      'metadata/assessment: %s submits the Managed Instance Request',
      'metadata/permissions: submit a Managed Instance Request, and say what became of it',
    ],
  },
  {
    id: 'B7',
    asks: 'A Managed Instance Request to the Cloud team',
    carriedBy:
      '[managedInstanceRequest] leads to the form and keeps [Strategy_Assessment__c.Managed_Instance_Request_Url__c], status, who and when; [assessmentOutcome] files no request for it.',
    shownBy: [
      'lwc/managedInstanceRequest: leads to the form of the Cloud team and keeps the link to the request',
      'lwc/assessmentOutcome: %s leads to a request: %p, to a Managed Instance Request: %p',
    ],
  },
  {
    id: 'B8',
    asks: 'One-Click: owned by the CE',
    carriedBy: '[Deployment_Strategy.One_Click] names the owner and files no request.',
    shownBy: [
      'metadata/assessment: a recommendation says why, who owns it, how long it takes, and what would change it',
      'lwc/assessmentOutcome: %s leads to a request: %p, to a Managed Instance Request: %p',
    ],
  },
  {
    id: 'B9',
    asks: 'One-Click is the preferred way on-prem',
    carriedBy:
      'Second in [Strategy_Assessment__c.Recommendation_Rule__c], within [Groundwork_Setting__mdt.One_Click_Max_Users__c] and [Groundwork_Setting__mdt.One_Click_Max_Repositories__c]; anything else needs a reason.',
    shownBy: [
      'metadata/assessment: another strategy than the recommended one needs a reason, and counts as overridden',
      'metadata/request-formulas: users today are held against the limit of One-Click',
    ],
  },
  {
    id: 'B10',
    asks: 'The CE creates the environment before ownership goes to the TA',
    carriedBy:
      '[Strategy_Assessment__c.Environment_Created_On__c], [Strategy_Assessment__c.Ownership_Transition_On__c]; [Strategy_Assessment__c.Environment_Before_Transition].',
    shownBy: ['metadata/assessment: ownership passes to a Technical Advisor once the environment exists'],
  },
  {
    id: 'B11',
    asks: 'It may start in a trial or POC, or after the contract',
    carriedBy: '[Strategy_Assessment__c.Environment_Origin__c].',
    shownBy: ['metadata/assessment: ownership passes to a Technical Advisor once the environment exists'],
  },
  {
    id: 'B12',
    asks: 'Jointly Managed: owned by CE, IE and TPM',
    carriedBy:
      '[Deployment_Strategy.Jointly_Managed]; [Implementation_Request__c.Engineer_When_Selected] and [Implementation_Request__c.Project_Manager_When_Selected].',
    shownBy: ['metadata/validation-rules-of-statuses: 10: Selected › needs an engineer and a project manager'],
  },
  {
    id: 'B13',
    asks: 'If neither Cloud nor One-Click is an option, the CE files a request',
    carriedBy:
      '[Strategy_Assessment__c.Recommended_Action__c]; [implementationRequestForm] starts from the assessment; [Request_Before_Save_From_Assessment].',
    shownBy: [
      'lwc/implementationRequestForm: asks nothing again that the assessment has answered',
      'metadata/request-stamps: a request that is started from an assessment › takes its facts over, so that nothing is typed again',
    ],
  },
  {
    id: 'B14',
    asks: 'IE qualifies and kicks off with CE and Sales',
    carriedBy:
      '[Groundwork_Decide] is for the lead alone; [Request_After_Save_Tell_Decision] tells CE and AE with the next steps.',
    shownBy: [
      'metadata/transitions: %s does not become %s by %s',
      'metadata/notifications: a decision › %s is told to AE, CE, requester and TA',
    ],
  },
  {
    id: 'B15',
    asks: 'Primarily for Kubernetes on-prem',
    carriedBy:
      '[Implementation_Request__c.Deployment_Method__c] takes any method; [Implementation_Request__c.Warnings__c] speaks of those that are discouraged.',
    shownBy: ['metadata/request-formulas: warnings › of %p: %p'],
  },
  {
    id: 'B16',
    asks: 'One-Click Into Jointly Managed: owned by CE, TA, IE and TPM',
    carriedBy:
      '[Deployment_Strategy.One_Click_Into_Jointly_Managed]; [Strategy_Assessment__c.Transition_Needs_Technical_Advisor].',
    shownBy: ['metadata/assessment: ownership passes to a Technical Advisor once the environment exists'],
  },
  {
    id: 'B17',
    asks: 'Only for who wants production quickly',
    carriedBy:
      '[Strategy_Assessment__c.Wants_Production_Quickly__c], a condition of [Strategy_Assessment__c.Recommendation_Rule__c].',
    shownBy: ['metadata/journeys/j2: 2. is recommended a strategy, which follows the facts'],
  },
  {
    id: 'B18',
    asks: 'Whose first users One-Click can support',
    carriedBy: '[Strategy_Assessment__c.Initial_Users__c] and [Strategy_Assessment__c.One_Click_For_Initial_Users__c].',
    shownBy: [
      'metadata/journeys/j2: 2. is recommended a strategy, which follows the facts',
      'metadata/assessment: what is missing: %s',
    ],
  },
  {
    id: 'B19',
    asks: 'And who need Kubernetes for all users',
    carriedBy: '[Strategy_Assessment__c.Full_Users__c] and [Strategy_Assessment__c.One_Click_For_Full_Users__c].',
    shownBy: [
      'metadata/journeys/j2: 2. is recommended a strategy, which follows the facts',
      'metadata/validation-rules: 6: a number › of all users is not below that of the first ones',
    ],
  },
  {
    id: 'B20',
    asks: 'The CE stands up the first One-Click environment',
    carriedBy:
      '[Strategy_Assessment__c.Environment_Url__c] and [Strategy_Assessment__c.Environment_Created_On__c], as for One-Click.',
    shownBy: ['metadata/assessment: ownership passes to a Technical Advisor once the environment exists'],
  },
  {
    id: 'B21',
    asks: 'And transitions the customer to the TA',
    carriedBy:
      '[Strategy_Assessment__c.Ownership_Transition_On__c]; the plan waits as Planned (Post-live) in [Implementation_Request__c.Status__c] and [Implementation_Request__c.Post_Live_Plans].',
    shownBy: [
      'metadata/assessment: ownership passes to a Technical Advisor once the environment exists',
      'metadata/transitions: %s files a request that is %s: %p',
    ],
  },
  {
    id: 'B22',
    asks: 'When limits are reached, the TA engages IE post-live',
    carriedBy:
      '[Implementation_Request__c.Limit_Trigger__c], [Implementation_Request__c.Limit_Evidence__c] ([Implementation_Request__c.Limit_When_Plan_Is_Activated]); no Opportunity is needed; [Groundwork_Post_Live]; [Implementation_Request__c.Originating_Request__c]. [limitsReached] on the Account ([accountPanel]) takes the evidence and submits the plan.',
    shownBy: [
      'metadata/journeys/j5: 7. engages Implementation Engineering again when a post-live plan reaches its limits',
      'metadata/transitions: the Technical Advisor takes a post-live plan up',
      'metadata/request-stamps: who › takes part in post-live work without a deal follows the request that it continues',
      'metadata/permissions: create a request › a Technical Advisor does only for own customers',
      'lwc/limitsReached: asks which limit is reached and what shows it, and submits the plan',
      'end-to-end/customer.pages: Tara reports that limits are reached, and the plan goes to Implementation Engineering',
    ],
  },
];
