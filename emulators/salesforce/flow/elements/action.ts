import { FlowFault, FlowProblem } from '../errors.ts';
import type { Interview } from '../interview.ts';
import type { Scope } from '../resources/index.ts';
import type { ActionSource } from '../source/index.ts';
import { ActionInputs, missingInput } from './action-inputs.ts';
import { dataElement, type Element } from './element.ts';

type Action = (inputs: ActionInputs) => (interview: Interview) => void;

/** The actions that are run; each puts its message into the outbox. */
const ACTIONS: Partial<Record<string, Action>> = {
  customNotificationAction: notifyUsers,
  emailSimple: sendEmail,
  chatterPost: postToFeed,
};

/** Most recipients of a notification, characters of its title and body, and recipients of an e-mail. */
const MOST = { recipients: 500, title: 250, body: 750, addresses: 150 };

export function compileAction(scope: Scope, source: ActionSource): Element {
  const { actionType, actionName, inputParameters } = source;
  const action = actionType === 'emailAlert' ? sendAlert(scope, actionName) : ACTIONS[actionType];
  if (action === undefined || (actionName !== actionType && actionType !== 'emailAlert')) {
    throw new FlowProblem(`the action ${actionType} ${actionName} is not supported`);
  }
  const inputs = new ActionInputs(scope, inputParameters);
  const act = action(inputs);
  inputs.finish(actionType);
  return dataElement(source, function* (interview) {
    act(interview);
  });
}

function notifyUsers(inputs: ActionInputs): (interview: Interview) => void {
  const customNotifTypeId = inputs.required('customNotifTypeId');
  const recipientIds = inputs.list('recipientIds');
  const title = inputs.required('title');
  const body = inputs.required('body');
  const [senderId, targetId, targetPageRef] = [
    inputs.optional('senderId'),
    inputs.optional('targetId'),
    inputs.optional('targetPageRef'),
  ];
  return (interview) => {
    const notification = {
      customNotifTypeId: customNotifTypeId(interview),
      recipientIds: recipientIds(interview),
      title: title(interview),
      body: body(interview),
      senderId: senderId(interview),
      targetId: targetId(interview),
      targetPageRef: targetPageRef(interview),
    };
    if (notification.recipientIds.length === 0) missingInput('recipientIds');
    if (notification.targetId === null && notification.targetPageRef === null) missingInput('targetId');
    requireAtMost('recipientIds', notification.recipientIds.length, MOST.recipients);
    requireAtMost('title', notification.title.length, MOST.title);
    requireAtMost('body', notification.body.length, MOST.body);
    interview.ports.outbox.notify(notification);
  };
}

/** Addresses come as a list in one text or as a collection; the inputs have had several names over the versions. */
function sendEmail(inputs: ActionInputs): (interview: Interview) => void {
  const addresses = (...names: string[]): ((interview: Interview) => string[]) => {
    const lists = names.map((name) => inputs.list(name));
    return (interview) =>
      lists.flatMap((list) => list(interview).flatMap((text) => text.split(',').map((address) => address.trim())));
  };
  const to = addresses('emailAddresses', 'emailAddressesArray', 'recipientAddresses');
  const cc = addresses('ccRecipientAddressList', 'ccRecipientAddressCollection', 'ccAddresses');
  const bcc = addresses('bccRecipientAddressList', 'bccRecipientAddressCollection', 'bccAddresses');
  const [recipientId, relatedRecordId] = [inputs.optional('recipientId'), inputs.optional('relatedRecordId')];
  const [subject, body] = [inputs.required('emailSubject'), inputs.required('emailBody')];
  const isRichText = inputs.flag('sendRichBody');
  const [senderType, senderAddress] = [inputs.optional('senderType'), inputs.optional('senderAddress')];
  return (interview) => {
    const email = {
      to: to(interview),
      cc: cc(interview),
      bcc: bcc(interview),
      recipientId: recipientId(interview),
      relatedRecordId: relatedRecordId(interview),
      subject: subject(interview),
      body: body(interview),
      isRichText: isRichText(interview),
      senderType: senderType(interview),
      senderAddress: senderAddress(interview),
    };
    const count = email.to.length + email.cc.length + email.bcc.length + (email.recipientId === null ? 0 : 1);
    if (count === 0) missingInput('recipientAddresses');
    requireAtMost('recipientAddresses', count, MOST.addresses);
    interview.ports.outbox.sendEmail(email);
  };
}

function postToFeed(inputs: ActionInputs): (interview: Interview) => void {
  const [text, subjectNameOrId] = [inputs.required('text'), inputs.required('subjectNameOrId')];
  const [type, communityId, visibility] = [
    inputs.optional('type'),
    inputs.optional('communityId'),
    inputs.optional('visibility'),
  ];
  return (interview) =>
    interview.ports.outbox.post({
      text: text(interview),
      subjectNameOrId: subjectNameOrId(interview),
      type: type(interview),
      communityId: communityId(interview),
      visibility: visibility(interview),
    });
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_email_alert.htm */
function sendAlert(scope: Scope, name: string): Action {
  if (!scope.environment.hasEmailAlert(name)) throw new FlowProblem(`there is no e-mail alert ${name}`);
  return (inputs) => {
    const recordId = inputs.required('SObjectRowId');
    return (interview) => interview.ports.outbox.sendAlert(name, recordId(interview));
  };
}

function requireAtMost(input: string, found: number, most: number): void {
  if (found > most) throw new FlowFault(`The input ${input} has ${found}, and may have ${most} at most.`);
}
