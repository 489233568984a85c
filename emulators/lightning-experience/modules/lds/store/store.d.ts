/** What a watcher receives: an answer, or why there is none. */
export interface Emitted {
  data: unknown;
  error: unknown;
}

/** How long an answer is kept, and whether it tells of metadata, with no record in it. */
export interface Kept {
  keepMs?: number;
  isMetadata?: boolean;
}

export interface RecordStore {
  watch(
    key: string,
    request: () => Promise<unknown>,
    listener: (value: Emitted) => void,
    options?: Kept & { held?: () => unknown },
  ): () => void;
  seed(key: string, request: () => Promise<unknown>, answer: unknown, options: Kept): void;
  known(key: string): unknown;
  heldRecord(id: string, paths: string[]): unknown;
  ingest(answer: unknown): unknown;
  refreshRecords(ids: string[]): Promise<void>;
  evict(id: string): Promise<void>;
  refreshEmitted(value: object): Promise<void>;
  quiet(): Promise<void>;
}

export function createRecordStore(): RecordStore;
