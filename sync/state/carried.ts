import type { DatabaseSync } from 'node:sqlite';

/** Cells of people whose row was taken out of one tab and is not yet in the other. */
export interface CarriedRows<Content> {
  /** The rows of which something is kept: few, however many there are. */
  ids(): ReadonlySet<string>;
  find(id: string): Content | undefined;
  put(id: string, content: Content): void;
  forget(id: string): void;
}

export function openCarried<Content>(database: DatabaseSync): CarriedRows<Content> {
  const all = database.prepare('SELECT id FROM carried');
  const read = database.prepare('SELECT content FROM carried WHERE id = ?');
  const write = database.prepare(
    'INSERT INTO carried VALUES (?, ?) ON CONFLICT DO UPDATE SET content = excluded.content',
  );
  const remove = database.prepare('DELETE FROM carried WHERE id = ?');
  return {
    ids: () => new Set(all.all().map((row) => String(row['id']))),
    find: (id) => {
      const row = read.get(id);
      // What the service wrote itself: its form is known.
      return row === undefined ? undefined : (JSON.parse(String(row['content'])) as Content);
    },
    put: (id, content) => {
      write.run(id, JSON.stringify(content));
    },
    forget: (id) => {
      remove.run(id);
    },
  };
}
