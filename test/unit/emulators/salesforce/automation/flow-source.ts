import type { FlowFile } from '../../../../../emulators/salesforce/flow/index.ts';
import { flow, type FlowParts } from '../flow/flow-xml.ts';
import { fieldFile, objectFile, picklist, type SourceFiles } from '../schema/source-folder.ts';

/** Rooms, which have a state, a date and a number, and the desks in them. */
export const ROOMS: SourceFiles = {
  ...objectFile(
    'Room__c',
    '<label>Room</label><pluralLabel>Rooms</pluralLabel><nameField><label>Room Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
  ),
  ...fieldFile('Room__c', 'State__c', picklist(['Open', 'Closed'], { default: 'Open', restricted: true })),
  ...fieldFile('Room__c', 'Due__c', '<type>Date</type>'),
  ...fieldFile('Room__c', 'Seats__c', '<type>Number</type><precision>5</precision><scale>0</scale>'),
  ...fieldFile('Room__c', 'Note__c', '<type>Text</type><length>40</length>'),
  ...objectFile(
    'Desk__c',
    '<label>Desk</label><pluralLabel>Desks</pluralLabel><nameField><label>Desk Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
  ),
  ...fieldFile(
    'Desk__c',
    'Room__c',
    '<type>Lookup</type><referenceTo>Room__c</referenceTo><relationshipName>Desks</relationshipName>',
  ),
  ...fieldFile('Desk__c', 'State__c', picklist(['Open', 'Closed'], { restricted: true })),
  'notificationtypes/Room_News.notiftype-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?>\n<CustomNotificationType xmlns="http://soap.sforce.com/2006/04/metadata"><customNotifTypeName>Room News</customNotifTypeName><desktop>true</desktop><masterLabel>Room News</masterLabel><mobile>false</mobile></CustomNotificationType>\n',
};

/** A flow of rooms, as a file of the source. */
export function roomFlow(parts: FlowParts): SourceFiles {
  return toFile(flow({ object: 'Room__c', ...parts }));
}

export function toFile({ name, xml }: FlowFile): SourceFiles {
  return { [`flows/${name}.flow-meta.xml`]: xml };
}

/** Looks up the notification type, then tells the owner of the room. */
export const NOTIFY = [
  '<recordLookups><name>Find_Type</name><assignNullValuesIfNoRecordsFound>false</assignNullValuesIfNoRecordsFound><connector><targetReference>Notify</targetReference></connector><filterLogic>and</filterLogic><filters><field>DeveloperName</field><operator>EqualTo</operator><value><stringValue>Room_News</stringValue></value></filters><getFirstRecordOnly>true</getFirstRecordOnly><object>CustomNotificationType</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>',
  '<actionCalls><name>Notify</name><actionName>customNotificationAction</actionName><actionType>customNotificationAction</actionType>',
  ...[
    ['customNotifTypeId', 'Find_Type.Id'],
    ['recipientIds', '$Record.OwnerId'],
    ['title', '$Record.Name'],
    ['body', '$Record.State__c'],
    ['targetId', '$Record.Id'],
  ].map(
    ([name, reference]) =>
      `<inputParameters><name>${name}</name><value><elementReference>${reference}</elementReference></value></inputParameters>`,
  ),
  '</actionCalls>',
].join('');
