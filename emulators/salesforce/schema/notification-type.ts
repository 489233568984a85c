import { z } from 'zod';
import { inert, readComponent, xmlBoolean, type MetadataFile } from './metadata-file.ts';

/** A kind of notification that flows send; they look up its id by its developer name. */
export interface NotificationType {
  developerName: string;
  name: string;
  label: string;
  description: string | null;
  desktop: boolean;
  mobile: boolean;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_customnotificationtype.htm */
const NotificationTypeSource = z.strictObject({
  customNotifTypeName: z.string(),
  description: z.string().optional(),
  desktop: xmlBoolean,
  masterLabel: z.string(),
  mobile: xmlBoolean,
  ...inert('slack'),
});

/** Throws DeployError. */
export function readNotificationType(file: MetadataFile): NotificationType {
  const source = readComponent(file, 'CustomNotificationType', NotificationTypeSource);
  return {
    developerName: file.name,
    name: source.customNotifTypeName,
    label: source.masterLabel,
    description: source.description ?? null,
    desktop: source.desktop,
    mobile: source.mobile,
  };
}
