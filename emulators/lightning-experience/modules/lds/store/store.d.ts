/** What a watcher receives: an answer, or why there is none. */
export interface Emitted {
  data: unknown;
  error: unknown;
}

export interface RecordStore {
  watch(
    key: string,
    request: () => Promise<unknown>,
    listener: (value: Emitted) => void,
    options?: { keepMs?: number; held?: () => unknown },
  ): () => void;
  seed(key: string, request: () => Promise<unknown>, answer: unknown, keepMs: number): void;
  known(key: string): unknown;
  heldRecord(id: string, paths: string[]): unknown;
  ingest(answer: unknown): unknown;
  refreshRecords(ids: string[]): Promise<void>;
  evict(id: string): Promise<void>;
  refreshEmitted(value: object): Promise<void>;
  quiet(): Promise<void>;
}

export function createRecordStore(): RecordStore;
