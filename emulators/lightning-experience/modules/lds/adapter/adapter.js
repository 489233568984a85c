import { records } from 'lds/records';

/**
 * Makes a wire adapter. `toQuery(config)` answers `{ key, load }` with the options of the store's `watch`, or undefined while the config is incomplete; what it
 * throws becomes the wire's error.
 */
export function createAdapter(toQuery) {
  return class WireAdapter {
    #callback;
    #config;
    #connected = false;
    #key;
    #stop = () => undefined;

    constructor(callback) {
      this.#callback = callback;
      callback({ data: undefined, error: undefined });
    }

    update(config) {
      this.#config = config;
      if (this.#connected) this.watch();
    }

    connect() {
      this.#connected = true;
      this.watch();
    }

    disconnect() {
      this.#connected = false;
      this.#key = undefined;
      this.#stop();
    }

    watch() {
      if (this.#config === undefined) return;
      let query;
      try {
        query = toQuery(this.#config);
      } catch (error) {
        this.#key = undefined;
        this.#stop();
        this.#callback({ data: undefined, error: { body: { message: error.message } } });
        return;
      }
      if (query === undefined || query.key === this.#key) return;
      this.#key = query.key;
      this.#stop();
      this.#stop = records.watch(query.key, query.load, (value) => this.#callback(value), query);
    }
  };
}
