/** One request that reached an emulator. `status` is absent while it is being answered or when its reply was lost. */
export interface LoggedRequest {
  number: number;
  at: string;
  method: string;
  path: string;
  status?: number;
  bytesIn: number;
  bytesOut: number;
}

const KEPT = 5_000;

/** Hears of a request when it arrives and when it is answered, then with the text of the answer, if it is one. */
type Listener = (request: LoggedRequest, moment: 'arrived' | 'answered', answer?: string) => void;

/** Every request an emulator got, newest last, so that tests and benchmarks count calls instead of guessing. */
export class RequestLog {
  readonly #listeners = new Set<Listener>();
  #requests: LoggedRequest[] = [];
  #count = 0;

  /** How many requests arrived since the start or the last `clear()`. */
  get count(): number {
    return this.#count;
  }

  arrived(at: Date, method: string, path: string, bytesIn: number): LoggedRequest {
    this.#count += 1;
    const request: LoggedRequest = { number: this.#count, at: at.toISOString(), method, path, bytesIn, bytesOut: 0 };
    this.#requests.push(request);
    if (this.#requests.length > KEPT) this.#requests.shift();
    for (const listener of this.#listeners) listener(request, 'arrived');
    return request;
  }

  answered(request: LoggedRequest, status: number, bytesOut: number, answer?: string): void {
    request.status = status;
    request.bytesOut = bytesOut;
    for (const listener of this.#listeners) listener(request, 'answered', answer);
  }

  /** The newest requests, at most 5,000. */
  list(): readonly LoggedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
    this.#count = 0;
  }

  /** Calls back when a request arrives and when it was answered. Returns the function that stops it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
