/** A channel of the workspace. */
export interface Channel {
  /** `C0…` */
  id: string;
  /** Without the number sign. */
  name: string;
  /** Whether the bot was invited. */
  isMember: boolean;
  isArchived: boolean;
}

/** Data that an app hangs on a message and that nobody sees. */
export interface Metadata {
  event_type: string;
  event_payload: Record<string, unknown>;
}

/** A message as kept. `ts` is its id within the channel: seconds and six more digits, as text. */
export interface Message {
  channel: string;
  ts: string;
  /** The `ts` of the message that this one replies to. */
  threadTs: string | null;
  isBroadcast: boolean;
  text: string;
  /** Whether `*bold*` and its like are formatting in `text`. */
  isMarkdown: boolean;
  blocks: Block[];
  metadata: Metadata | null;
  /** When its text was changed last, as a `ts`; null when it never was, or when only its blocks were. */
  editedTs: string | null;
  isDeleted: boolean;
  replyCount: number;
  latestReplyTs: string | null;
}

/** A Block Kit block, checked on arrival; what it holds depends on its type. */
export type Block = Record<string, unknown> & { type: string };

/** Who the bot is. The ids are made once a workspace. */
export interface Bot {
  token: string;
  teamId: string;
  userId: string;
  botId: string;
  appId: string;
}

/** Somebody in the workspace, whom a message can mention. */
export interface Person {
  /** `U0…` */
  id: string;
  name: string;
  email: string;
}
