import type { Requirement } from './requirement.ts';

/** Reasons for a request, its form, and its triage. */
export const INITIATING: readonly Requirement[] = [
  {
    id: 'A1',
    asks: 'IE is pulled into deployments and migrations',
    carriedBy:
      'One object, [Implementation_Request__c], with both as types in [Implementation_Request__c.Request_Type__c]; [processLinks] leads to the process, at the address in the custom label Groundwork_Process_Url.',
    shownBy: [
      'metadata/rules-in-force: a new request is Submitted',
      'lwc/processLinks: lead to the process and to the channel, each in a new tab',
      'metadata/validation-rules: 3: a migration › with %s is told of %p: %p',
      'lwc/implementationRequestForm: files a migration with its type, its detail and the current method',
    ],
  },
  {
    id: 'A2',
    asks: 'The CE determines the expected method during pre-sales',
    carriedBy:
      '[Strategy_Assessment__c.Expected_Method__c], before any request; [strategyAssessment] asks on the Opportunity; [Opportunity_After_Save_Tell_Assessment] reminds, from [Groundwork_Setting__mdt.Solutions_Mapping_Probability__c] on.',
    shownBy: [
      'metadata/opportunity-changes: an Opportunity without an assessment › is told to the CE once, when it is probable enough',
      'metadata/assessment: a new assessment sets the earlier one aside, and the Opportunity shows it',
      'end-to-end/assess-a-deal.pages: the answers lead to a recommendation, which follows each of them',
    ],
  },
  {
    id: 'A3',
    asks: 'And the overall expected complexity',
    carriedBy:
      '[Strategy_Assessment__c.Expected_Complexity__c] and the facts behind it, e.g. [Strategy_Assessment__c.Complexity_Flags__c]; [Request_Before_Save_From_Assessment] takes them into the request.',
    shownBy: [
      'metadata/request-stamps: a request that is started from an assessment › takes its facts over, so that nothing is typed again',
      'lwc/implementationRequestForm: files with what the assessment says, and names it',
    ],
  },
  {
    id: 'A4',
    asks: 'That is the responsibility of the CE',
    carriedBy:
      '[Opportunity_After_Save_Tell_Assessment] tells [Opportunity.Customer_Engineer__c], or the AE that the CE is missing.',
    shownBy: [
      'metadata/opportunity-changes: an Opportunity without an assessment › is told to the CE once, when it is probable enough',
      'metadata/opportunity-changes: an Opportunity without an assessment › is told to the AE, when there is no CE',
    ],
  },
  {
    id: 'A5',
    asks: 'Reasons to pull IE in vary',
    carriedBy:
      '[Implementation_Request__c.Reasons_For_IE__c] takes several, and Other in the words of [Implementation_Request__c.Reason_Other__c] ([Implementation_Request__c.Other_Reason_Named]).',
    shownBy: ['metadata/validation-rules: 4: %p is told at %p'],
  },
  {
    id: 'A6',
    asks: 'Typical: Cloud is not viable',
    carriedBy:
      'Reason in [Implementation_Request__c.Reasons_For_IE__c] that needs [Implementation_Request__c.Cloud_Blockers__c] ([Implementation_Request__c.Blockers_When_Cloud_Not_Viable]).',
    shownBy: [
      'metadata/validation-rules: 4: %p is told at %p',
      'lwc/implementationRequestForm: asks more when %s is %s',
    ],
  },
  {
    id: 'A7',
    asks: 'Typical: a large or complex instance',
    carriedBy:
      'Reason in [Implementation_Request__c.Reasons_For_IE__c]; [Implementation_Request__c.Size_Tier__c] and [Implementation_Request__c.Complexity_Flag_Count__c] show whether it is.',
    shownBy: [
      'metadata/request-formulas: the size tier is the larger of users and repositories › %p first users, %p users and %p repositories: %p',
    ],
  },
  {
    id: 'A8',
    asks: 'Typical: Kubernetes is very likely',
    carriedBy:
      'Reason in [Implementation_Request__c.Reasons_For_IE__c], and the likelihood itself in [Strategy_Assessment__c.Kubernetes_Likelihood__c] and [Implementation_Request__c.Kubernetes_Likelihood__c].',
    shownBy: [
      'metadata/request-stamps: a request that is started from an assessment › takes its facts over, so that nothing is typed again',
    ],
  },
  {
    id: 'A9',
    asks: 'Also for the migration of a production instance',
    carriedBy:
      'Type in [Implementation_Request__c.Request_Type__c]; [Implementation_Request__c.Current_Method__c], [Implementation_Request__c.Current_Version__c], [Implementation_Request__c.Migration_Path__c].',
    shownBy: [
      'metadata/validation-rules: 3: a migration › with %s is told of %p: %p',
      'metadata/request-formulas: a migration leads from one method to another',
      'lwc/implementationRequestForm: files a migration with its type, its detail and the current method',
    ],
  },
  {
    id: 'A10',
    asks: 'Migration from simple self-hosted to Kubernetes',
    carriedBy:
      '[Implementation_Request__c.Migration_Type__c], held to by [Implementation_Request__c.Migration_Starts_From_Simple] and [Implementation_Request__c.Migration_Leads_To_Kubernetes].',
    shownBy: ['metadata/validation-rules: 3: a migration › with %s is told of %p: %p'],
  },
  {
    id: 'A11',
    asks: 'Migration from self-hosted to Cloud',
    carriedBy:
      '[Implementation_Request__c.Migration_Type__c] with [Implementation_Request__c.Migration_Leads_To_Cloud]; the request of the Cloud team is on the linked [Strategy_Assessment__c.Managed_Instance_Request_Url__c]; [Handoff_Item_Template.CLOUD_VERSION] and its siblings are the readiness list.',
    shownBy: [
      'metadata/journeys/j5: 8. moves an existing customer to Cloud, with the request of the Cloud team',
      'metadata/handoff-items: a migration to Cloud › owes the readiness list by its start, which waits for it',
      'metadata/handoff-items: a migration to Cloud › is warned that nobody may use the new instance before the data is there',
      'metadata/validation-rules: 3: a migration › with %s is told of %p: %p',
      'lwc/assessmentOutcome: %s leads to a request: %p, to a Managed Instance Request: %p',
    ],
  },
  {
    id: 'A12',
    asks: 'Only a question goes to #ask-implementation',
    carriedBy:
      '[Strategy_Assessment__c.Purpose__c] is the first question of [strategyAssessment]; [strategyRecommendation] names the channel and [processLinks] leads to it, as the custom labels Groundwork_Channel_Name and Groundwork_Channel_Url say; nothing is filed.',
    shownBy: [
      'metadata/journeys/j1: 2. has only a question, which goes to the channel and files nothing',
      'lwc/strategyAssessment: names the channel and saves nothing for a mere question',
    ],
  },
  {
    id: 'A13',
    asks: 'A request starts in the open, for the channel to see',
    carriedBy:
      '[implementationRequestForm] takes the place of the Slack workflow; [sync/mirror/mirror-slack.ts] posts each request to the channel.',
    shownBy: [
      'end-to-end/file-a-request.pages: a request filed by keyboard reaches the backlog, Vitally and the channel',
      'unit/sync/mapping/to-message: names the request, the customer, the type and the status, and leads to the record',
    ],
  },
  {
    id: 'A14',
    asks: 'Customer name',
    carriedBy:
      '[Implementation_Request__c.Account__c], from the Opportunity ([Request_Before_Save_Opportunity]), and [Implementation_Request__c.Customer_Name_At_Submission__c].',
    shownBy: [
      'metadata/request-times: submission is stamped once, with the name that the customer had',
      'metadata/opportunity-changes: a customer that is renamed is found under the new name, and keeps the name it had at submission',
    ],
  },
  {
    id: 'A15',
    asks: 'Request type',
    carriedBy: '[Implementation_Request__c.Request_Type__c], required, asked by [implementationRequestForm].',
    shownBy: ['lwc/implementationRequestForm: asks few questions at first'],
  },
  {
    id: 'A16',
    asks: 'Expected deployment method',
    carriedBy:
      '[Implementation_Request__c.Deployment_Method__c] with “Not yet known” ([Deployment_Method]); [Implementation_Request__c.Deployment_Method_When_Submitted].',
    shownBy: ['metadata/validation-rules: 1: what is submitted › is complete, and is told so at each field'],
  },
  {
    id: 'A17',
    asks: 'Expected hosting provider',
    carriedBy:
      '[Implementation_Request__c.Hosting_Provider__c] with “Not yet known” ([Hosting_Provider]); [Implementation_Request__c.Hosting_Provider_When_Submitted].',
    shownBy: ['metadata/validation-rules: 1: what is submitted › is complete, and is told so at each field'],
  },
  {
    id: 'A18',
    asks: 'Link to the Opportunity',
    carriedBy:
      '[Implementation_Request__c.Opportunity__c], prefilled by [implementationRequestPanel]; needed before the sale ([Implementation_Request__c.Opportunity_For_Production_Deployment]); shown by [sync/mapping/to-row.ts].',
    shownBy: [
      'metadata/validation-rules: 2: the Opportunity › belongs to the Account',
      'lwc/implementationRequestForm: shows customer and Opportunity, and takes the focus',
      'integration/change: what changes on the Account, the Opportunity or a link reaches the row',
    ],
  },
  {
    id: 'A19',
    asks: 'Links to technical design artifacts',
    carriedBy:
      '[Request_Link__c], any number, typed, https ([Request_Link__c.Https_Address]), entered in [requestLinkRows]; [Implementation_Request__c.Technical_Design_Status__c] and [Implementation_Request__c.Technical_Design_Expected_On__c] when there are none yet.',
    shownBy: [
      'metadata/validation-rules: 5: an address › %s of a link or an instance is taken: %p',
      'lwc/implementationRequestForm: files the request, then its links, and tells the number',
      'unit/sync/mapping/to-row: lists artifacts one a line, each title leading to its place',
    ],
  },
  {
    id: 'A20',
    asks: 'Additional information, if needed',
    carriedBy:
      '[Implementation_Request__c.Additional_Information__c], optional, and a column of the backlog ([sync/mapping/columns.ts]).',
    shownBy: [
      'metadata/validation-rules: what is asked for › can be explained at any time, and Implementation Engineering may correct it',
    ],
  },
  {
    id: 'A21',
    asks: 'The request is added to the backlog spreadsheet',
    carriedBy: '[sync/mirror/mirror-sheet.ts] adds the row; nobody copies anything.',
    shownBy: [
      'integration/change: a filed request becomes a row, traits and a message',
      'end-to-end/file-a-request.pages: a request filed by keyboard reaches the backlog, Vitally and the channel',
    ],
  },
  {
    id: 'A22',
    asks: 'There it is triaged and prioritised',
    carriedBy:
      '[Implementation_Request__c.Backlog_Rank__c], [Implementation_Request__c.Priority__c], scores, effort, next steps, triage notes, people and target dates are edited in the sheet ([sync/mapping/columns.ts]); [Triage_Review__c] holds the scores; [Customer_Concentration] shows the requests of one Account. In Salesforce, [triagePanel] shows score and priority; [syncState] says since when the request is in the spreadsheet.',
    shownBy: [
      'integration/sheet-edits: an edit in IE’s columns is in Salesforce after one cycle, and is not echoed',
      'integration/backlog-columns: scores go to the open review, people and dates to the request, in one writing call',
      'integration/ranks: a whole new order typed at once is taken as typed',
      'metadata/rank: one request that is ranked › shows where it is, and what was ranked',
      'metadata/reports: customers with the most requests come first',
      'end-to-end/triage-a-request.pages: the lead begins triage, scores by keyboard, and an override needs its reason',
    ],
  },
  {
    id: 'A23',
    asks: 'The implementation team reviews all requests',
    carriedBy:
      '[Request_Before_Save_Transition] leads through triage only; [Request_After_Save_Missed_Acknowledgement] and [Request_After_Save_Missed_Decision] tell of what waits; [Implementation_Request__c.Untouched] lists it.',
    shownBy: [
      'metadata/transitions: from %s › not even the IE lead makes it %s',
      'metadata/reminders: a deadline of triage › that passes is told to the lead, once',
      'end-to-end/personas.pages: no path goes round triage, not even for Implementation Engineering',
    ],
  },
  {
    id: 'A24',
    asks: 'If needed, leadership reviews before the selection',
    carriedBy:
      '[Triage_Review__c.Leadership_Review__c] with reviewer, outcome and comment; asked for by the lead or by [Groundwork_Setting__mdt.Leadership_ARR_Threshold__c] ([Request_After_Save_Leadership]); [Implementation_Request__c.Leadership_Review_Closed] holds the selection. [leadershipReview] has all they need on one page.',
    shownBy: [
      'metadata/journeys/j4: 2. holds the selection until it is approved',
      'metadata/leadership-review: a leadership review › that the lead asks for sends the request to leadership, due in three business days',
      'metadata/leadership-review: a leadership review › that declined keeps the request from being selected until there is another',
      'metadata/validation-rules-of-statuses: 10: Selected › while leadership says %s: %p',
      'lwc/leadershipReview: has on one page the considerations, the figures, the effect on capacity and the other requests',
      'end-to-end/triage-a-request.pages: leadership reads one page and declines with a comment; then the request cannot be selected',
    ],
  },
  {
    id: 'A25',
    asks: 'Then it is selected',
    carriedBy:
      'Qualified and Selected are different values of [Implementation_Request__c.Status__c], each with its day and person: [Implementation_Request__c.Decided_On__c], [Implementation_Request__c.Selected_On__c], [Implementation_Request__c.Selected_By__c]. [requestPath] leads there and asks for what the status needs.',
    shownBy: [
      'metadata/request-times: the decision and the selection are stamped with who and when, and taken back with it',
      'metadata/transitions: %s becomes %s',
      'end-to-end/triage-a-request.pages: a selection needs engineer and project manager, and makes the handoff checklist',
    ],
  },
  {
    id: 'A26',
    asks: 'Consideration: revenue of the upcoming fiscal year',
    carriedBy:
      '[Triage_Review__c.Revenue_Score__c] from [Implementation_Request__c.Fiscal_Year_Impact__c]; the fiscal year of the org counts ([Request_Before_Save_Start_Month]); a slip asks for a new triage ([Request_After_Save_Tell_Close_Date]). [triageConsideration] shows what it adds.',
    shownBy: [
      'metadata/score: fiscal-year revenue › of $%p at %p %% that closes on %s is $%p, scored %p',
      'metadata/score: the score › falls by 12 when the deal slips past the target year',
      'metadata/opportunity-changes: another close date › in another fiscal year asks for a new triage, told once to the lead and the CE',
      'lwc/triageConsideration: shows the score, what it adds, and the inputs',
    ],
  },
  {
    id: 'A27',
    asks: 'Consideration: overall size and technical complexity',
    carriedBy:
      '[Triage_Review__c.Size_Score__c], the mean of [Implementation_Request__c.Size_Score__c] and [Triage_Review__c.Complexity_Score__c]. [triageConsideration] shows it with its inputs.',
    shownBy: [
      'metadata/score: size and complexity › of %p with %p is %p',
      'lwc/considerations: show their inputs in the words of the org, without those that are blank',
    ],
  },
  {
    id: 'A28',
    asks: 'Consideration: ARR of the Opportunity and addressable market of the Account',
    carriedBy:
      '[Triage_Review__c.Value_Score__c] from [Opportunity.Annual_Recurring_Revenue__c] and [Account.Addressable_Market__c]. [triageConsideration] says what is missing while it is unknown.',
    shownBy: [
      'metadata/score: ARR and market › of $%p and %p people is %p',
      'lwc/triageConsideration: says that a score is unknown and what is missing',
    ],
  },
  {
    id: 'A29',
    asks: 'Consideration: intangibles',
    carriedBy:
      '[Triage_Review__c.Intangibles_Score__c] from [Triage_Review__c.Deployment_Risk__c], [Triage_Review__c.Admin_Aptitude__c] (a weak one counts more) and [Triage_Review__c.Strategic_Context__c], explained ([Triage_Review__c.Strong_Intangibles_Explained]). [triageConsideration] takes them.',
    shownBy: [
      'metadata/score: intangibles › of risk %p, aptitude %p and context %p are %p',
      'metadata/score: who scores › is seen by sales as a band without the candid parts',
      'lwc/triageConsideration: what people judge is scored on the review, the effort on the request',
      'end-to-end/triage-a-request.pages: the lead begins triage, scores by keyboard, and an override needs its reason',
    ],
  },
  {
    id: 'A30',
    asks: 'Consideration: bandwidth of the team',
    carriedBy:
      '[Triage_Review__c.Bandwidth_Score__c] from [Implementation_Capacity__c.Free_Points__c], counted by [Implementation_Capacity_After_Save_Recount]; all five make [Triage_Review__c.Score__c]. [Implementation_Request__c.Cut_Line__c] says how far the capacity of the month reaches down the backlog. [triagePanel] shows all five, and tries other weights out by [weightPreview].',
    shownBy: [
      'metadata/score: bandwidth › for %p points from %p is %p',
      'metadata/capacity: a month › counts what is selected or in deployment and not on hold',
      'metadata/cut-line: the cut-line › lies where the effort of a month, by rank, exceeds its capacity',
      'metadata/score: the score › weighs 4, 3.5, 3.6, 3 and 2 as 69, which is P2',
      'lwc/triagePanel: shows the score with its range, the priority beside the suggested one, and the five considerations',
      'end-to-end/triage-a-request.pages: other weights must total 100, tell who would change places, and save nothing',
    ],
  },
  {
    id: 'A31',
    asks: 'CE and AE learn of the qualification or disqualification',
    carriedBy:
      '[Request_After_Save_Tell_Decision] tells both and the requester, through [Groundwork_Notify]; [Implementation_Request__c.Alternative_When_Disqualified] makes the alternative part of it. [triageDecision] asks for reason and alternative, and shows who learned it.',
    shownBy: [
      'metadata/notifications: a decision › %s is told to AE, CE, requester and TA',
      'metadata/validation-rules-of-statuses: 9: %s with %p is told at %p',
      'lwc/triageDecision: shows what was decided, who learned it, and what happens next',
      'end-to-end/triage-a-request.pages: a refused decision loses nothing, shows what another saved meanwhile, and AE and CE are told',
      'end-to-end/triage-a-request.pages: a disqualification needs a reason and an alternative; duplicates name the one that stays',
    ],
  },
  {
    id: 'A32',
    asks: 'And of the prioritisation',
    carriedBy:
      'The same message names priority and rank; [Request_After_Save_Tell_Priority] and [Rank_Digest_Daily] tell of later changes, and when a request crosses the cut-line; [implementationRequestCard] shows both.',
    shownBy: [
      'metadata/notifications: another priority › is told to AE and CE, old and new',
      'metadata/reminders: moves in the backlog › reach AE and CE as one message a day, each move once',
      'metadata/cut-line: AE and CE › are told once, in the digest, when a request crosses the line',
      'lwc/implementationRequestCard: shows number, status, type, strategy, priority with rank, and next steps',
      'end-to-end/triage-a-request.pages: a refused decision loses nothing, shows what another saved meanwhile, and AE and CE are told',
    ],
  },
  {
    id: 'A33',
    asks: 'IE defines next steps and requirements with CE and AE',
    carriedBy:
      '[Implementation_Request__c.Next_Steps__c], [Implementation_Request__c.Next_Step_Owner__c], [Implementation_Request__c.Requirements__c] and [Implementation_Request__c.Required_Go_Live__c]; [Implementation_Request__c.Next_Steps_When_Decided]. [triageDecision] asks for the next steps and shows them.',
    shownBy: [
      'metadata/validation-rules-of-statuses: 9: %s with %p is told at %p',
      'lwc/implementationRequestPanel: tells the decision with its reason, and who takes the next step',
      'lwc/triageDecision: shows what was decided, who learned it, and what happens next',
    ],
  },
];
