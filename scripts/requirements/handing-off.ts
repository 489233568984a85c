import type { Requirement } from './requirement.ts';

/** The handoff to Implementation, the requirements, and the handoff to the Technical Advisor. */
export const HANDING_OFF: readonly Requirement[] = [
  {
    id: 'A34',
    asks: 'Once selected, the CE is asked for what follows',
    carriedBy:
      '[Request_After_Save_Handoffs] and [Request_After_Save_Handoff_Items] make one [Handoff_Item__c] for each [Handoff_Item_Template__mdt], dated and owed by a role.',
    shownBy: [
      'metadata/handoff-items: a request that is selected › gets both handoffs with an item for each template, owed by its people',
      'metadata/handoff-items: a request that is selected › had no handoff before',
    ],
  },
  {
    id: 'A35',
    asks: 'A fully documented technical design document',
    carriedBy:
      '[Handoff_Item_Template.TDD]: done with its link ([Handoff_Item__c.Evidence_When_Done]), accepted or returned by IE ([Handoff_Item__c.Acceptance_By_Implementation], [Handoff_Item__c.Return_Comment_Given]).',
    shownBy: [
      'metadata/handoff-gates: the technical design document › is done with its link, here or at the request',
      'metadata/handoff-gates: the technical design document › is returned with a comment, mended and accepted',
    ],
  },
  {
    id: 'A36',
    asks: 'A completed Discovery Questionnaire in the Playbook that IE provides',
    carriedBy:
      '[Handoff_Item_Template.PLAYBOOK] comes first; [Handoff_Item_Template.DISCOVERY] waits for it ([Handoff_Item__c.Waiting_Items_Not_Done], [Handoff_Item__c.Blocked_Because__c]); [Request_Link_After_Save_Tell_Playbook] tells the CE.',
    shownBy: [
      'metadata/handoff-gates: Discovery › waits for the Playbook',
      'metadata/handoff-gates: Discovery › goes on with %s',
      'metadata/reminders: the Implementation Playbook › that is posted %s is told to the CE once',
    ],
  },
  {
    id: 'A37',
    asks: 'With all technical, infrastructure, project and timeline information',
    carriedBy:
      'Four confirmations of the CE and four of IE, e.g. [Handoff_Item__c.Infrastructure_Information_Complete] and [Handoff_Item__c.Infrastructure_Information_Accepted]; [Implementation_Request__c.Handoff_Before_Deployment] holds the start.',
    shownBy: [
      'metadata/handoff-gates: the technical design document › is done only with all four areas, and each that is missing is named',
      'metadata/handoff-gates: the technical design document › is not accepted area by area by whoever wrote it',
    ],
  },
  {
    id: 'A38',
    asks: 'Before the close, the CE schedules an internal level-set meeting',
    carriedBy:
      '[Handoff_Item_Template.LEVELSET], due 14 days before the close; its day, link and three outcomes on [Handoff__c], e.g. [Handoff__c.Level_Set_Open_Questions__c] ([Handoff_Item__c.Level_Set_Held]).',
    shownBy: [
      'metadata/journeys/j2: 7. has the level-set two weeks before the close, wherever that moves',
      'metadata/handoff-gates: requirements › about the level-set say what is missing yet',
      'metadata/handoff-dates: when the close date moves › open items move, and those that are done stay',
    ],
  },
  {
    id: 'A39',
    asks: 'After the close, an introductory meeting and kickoff',
    carriedBy:
      '[Handoff_Item_Template.KICKOFF], due five business days after [Opportunity.Won_On__c]; [Handoff__c.Kickoff_On__c], [Handoff__c.Kickoff_Held__c] ([Handoff_Item__c.Kickoff_Was_Held]); [Opportunity_After_Save_Requests] calls for it.',
    shownBy: [
      'metadata/handoff-dates: the kickoff is due five business days after the deal was won',
      'metadata/opportunity-changes: a won deal › calls for the kickoff and lists what is not ready',
    ],
  },
  {
    id: 'A40',
    asks: 'Preferably with the Partnership Kickoff of the TA',
    carriedBy:
      '[Handoff__c.Partnership_Kickoff_On__c] and [Handoff__c.Combined_Kickoff__c], which asks why not, and never blocks; [Handoff_Item_Template.PARTNER].',
    shownBy: ['metadata/handoff-gates: both kickoffs › are combined or not: %s'],
  },
  {
    id: 'A41',
    asks: 'Much of the requirements comes from the design document',
    carriedBy:
      '[Handoff_Item__c.Covered_In_Design__c] with [Handoff_Item__c.Design_Section__c] ([Handoff_Item__c.Section_When_Covered_In_Design]).',
    shownBy: ['metadata/handoff-gates: requirements › may be covered in the design document, which names the section'],
  },
  {
    id: 'A42',
    asks: 'Eight requirements before the contract is signed, collected by the implementation team',
    carriedBy:
      'Eight items owed by IE or TPM before the close; [Implementation_Request__c.Readiness_Text__c]; [Readiness_Warning_Daily] warns; [Requirements_Gaps_before_Close] and [Closed_Won_without_Readiness] list the gaps. The sale is never blocked.',
    shownBy: [
      'metadata/handoff-items: a request that is selected › says how many of its requirements are ready, and what stands in the way',
      'metadata/reminders: requirements that are not ready › are warned about twice before the close, and once more when the close moves',
      'metadata/opportunity-changes: a won deal › calls for the kickoff and lists what is not ready',
      'metadata/reports: %s reads in %s what the records say',
    ],
  },
  {
    id: 'A43',
    asks: '1: technical requirements',
    carriedBy: '[Handoff_Item_Template.REQ_TECH], done with its document or a section of the design.',
    shownBy: ['metadata/handoff-gates: requirements › may be covered in the design document, which names the section'],
  },
  {
    id: 'A44',
    asks: '2: deployment timelines',
    carriedBy:
      '[Handoff_Item_Template.REQ_TIMELINE] needs [Implementation_Request__c.Target_Start__c] and [Implementation_Request__c.Target_Completion__c] ([Handoff_Item__c.Both_Target_Dates_Agreed]).',
    shownBy: ['metadata/handoff-gates: requirements › about timelines need both target dates'],
  },
  {
    id: 'A45',
    asks: '3: meeting cadence with leadership and with the project team',
    carriedBy:
      '[Handoff_Item_Template.REQ_CADENCE] needs [Handoff__c.Leadership_Cadence__c] and [Handoff__c.Project_Team_Cadence__c] ([Handoff_Item__c.Leadership_Cadence_Agreed], [Handoff_Item__c.Project_Team_Cadence_Agreed]).',
    shownBy: ['metadata/handoff-gates: requirements › %s needs what it is about on the handoff'],
  },
  {
    id: 'A46',
    asks: '4: staffing and key stakeholders, identified and engaged',
    carriedBy:
      '[Handoff_Item_Template.REQ_STAFFING] needs an engaged [Request_Stakeholder__c] ([Handoff_Item__c.Stakeholder_Engaged]), each with side, role and [Request_Stakeholder__c.Engagement__c].',
    shownBy: [
      'metadata/handoff-gates: requirements › about staffing need a stakeholder who is engaged',
      'metadata/handoff-gates: a stakeholder › is one person, not %s',
    ],
  },
  {
    id: 'A47',
    asks: '5: expectations of progress reports',
    carriedBy:
      '[Handoff_Item_Template.REQ_REPORTING] needs [Handoff__c.Reporting_Audience__c], [Handoff__c.Reporting_Format__c] and [Handoff__c.Reporting_Frequency__c] ([Handoff_Item__c.Reporting_Agreed]).',
    shownBy: ['metadata/handoff-gates: requirements › %s needs what it is about on the handoff'],
  },
  {
    id: 'A48',
    asks: '6: roles and responsibilities',
    carriedBy:
      '[Handoff_Item_Template.REQ_ROLES], done with its document or a section of the design ([Handoff_Item__c.Evidence_When_Done]).',
    shownBy: [
      'metadata/handoff-items: a request that is selected › gets both handoffs with an item for each template, owed by its people',
      'metadata/journeys/j2: 11. is won with six of eight requirements, and says which are open',
    ],
  },
  {
    id: 'A49',
    asks: '7: implementation prerequisites',
    carriedBy:
      '[Handoff_Item_Template.REQ_PREREQ] before the close, and [Handoff_Item_Template.PREREQ] for the customer, due at the kickoff.',
    shownBy: ['metadata/handoff-dates: prerequisites are due at the kickoff'],
  },
  {
    id: 'A50',
    asks: '8: sign-off of scope and timeline',
    carriedBy:
      '[Handoff_Item_Template.REQ_SIGNOFF] needs [Handoff__c.Scope_Signed_On__c] and [Handoff__c.Timeline_Signed_On__c], each with who, and the document ([Handoff_Item__c.Scope_Signed], [Handoff_Item__c.Timeline_Signed], [Handoff_Item__c.Sign_Off_Document_Linked]).',
    shownBy: ['metadata/handoff-gates: requirements › %s needs what it is about on the handoff'],
  },
  {
    id: 'A51',
    asks: 'About three weeks from completion, IE pulls in the TA',
    carriedBy:
      '[Request_After_Save_Advisor_Call] on [Implementation_Request__c.Advisor_Pull_In_Due__c], [Request_After_Save_Late_Call] when that has passed, [Request_After_Save_Advisor_Escalation] a week later; [Handoff__c.Technical_Advisor_Engaged_On__c]; [Advisor_Pull_In] shows how it went.',
    shownBy: [
      'metadata/advisor-pull-in: the Technical Advisor is called in › three weeks before completion, with engineer and project manager',
      'metadata/advisor-pull-in: the Technical Advisor is called in › on the new day only, when the completion moves before',
      'metadata/advisor-pull-in: the Technical Advisor is called in › at once, as a late notice, when the completion moves near',
      'metadata/advisor-pull-in: a missing engagement is escalated › two weeks before completion, once',
    ],
  },
  {
    id: 'A52',
    asks: 'IE and TA in constant communication, with full transparency',
    carriedBy:
      '[Status_Update__c], readable by the TA; [Status_Update_After_Save_Request] shows the latest on the request; [Stale_Updates_Daily] asks for a current one; [sync/mapping/to-notes.ts] makes each a note in Vitally.',
    shownBy: [
      'integration/vitally: a corrected status update is corrected in place, a deleted one goes',
      'metadata/status-updates: the request shows › the latest update, in whatever order they come',
      'metadata/reminders: a status update › is asked for when the latest is too old while onboarding is prepared',
    ],
  },
  {
    id: 'A53',
    asks: 'The customer is staged for onboarding upon completion',
    carriedBy:
      '[Handoff_Item_Template.ONBOARD_PLAN], owed by the TA by the completion; [Request_After_Save_Tell_Complete] tells its state to those who take over.',
    shownBy: [
      'metadata/journeys/j5: 4. has the onboarding plan ready when the deployment is complete',
      'metadata/handoff-gates: the end › has an onboarding plan that can be read',
      'metadata/notifications: a complete deployment is told to those who take over, with what they need',
    ],
  },
  {
    id: 'A54',
    asks: 'After completion, documentation is available to TA and Support in Vitally',
    carriedBy:
      '[Request_Link__c.Mirror_State__c] of each required link, [Handoff_Item__c.Documents_Are_In_Vitally], [Handoff_Item_Template.TA_OK] and [Handoff_Item_Template.SUPPORT_OK]; [Implementation_Request__c.Documents_Before_Closing] and [Implementation_Request__c.Confirmations_Before_Closing] hold the close; [Documents_Not_Yet_in_Vitally] lists what is missing. [sync/mapping/to-notes.ts] puts the links into a note, [sync/mirror/tell-salesforce.ts] marks them once they stand there.',
    shownBy: [
      'integration/vitally: a deployment is told in traits, notes and a project, and Salesforce is told so',
      'metadata/journeys/j5: 5. waits for the Vitally account; then the documents are there, and both Tara and Sam confirm',
      'metadata/handoff-gates: the end › is documented when all required documents are in Vitally',
      'metadata/handoff-gates: the end › %s is confirmed by %s alone, for what is there',
      'metadata/validation-rules-of-statuses: 14: Closed – Handed Off › needs every document that is required',
    ],
  },
];
