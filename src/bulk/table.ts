import type { ExposuresOf } from '../model/exposure.ts';
import type { Json } from '../model/json.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';

/** What a column holds. */
export type ColumnType = 'text' | 'integer' | 'real' | 'boolean' | 'json';

export interface Column {
  type: ColumnType;
  /** One sentence for the data card. */
  means: string;
  /** Null stands for what nobody knows, or for what there is not. */
  isNullable?: true;
  /** The table whose key it holds. */
  of?: string;
  /** Whether rows are asked for by it. */
  isIndexed?: true;
}

/** Texts, numbers and truth values as they are; in a column of the type `json` any value. */
export type Cell = Json;
export type Row = Readonly<Record<string, Cell>>;

/** A row without the names: its cells in the order of the columns. */
export type Cells = readonly Cell[];

/** A table of the bulk files: the same in SQLite, in Parquet and on the data card. */
export interface Table {
  name: string;
  /** One sentence for the data card. */
  means: string;
  /** The column that names a row; null where none does. */
  key: string | null;
  columns: Readonly<Record<string, Column>>;
  /** Columns whose words can be searched. */
  words: readonly string[];
  /** The rows of one server; of a table of tools those of some of its tools, one tool after the other. */
  rowsOf(server: CatalogueServer, exposuresOf: ExposuresOf, tools: readonly CatalogueTool[]): Iterable<Row>;
}

/** A table whose rows have exactly its columns. */
export function table<Name extends string>(
  facts: Omit<Table, 'columns' | 'rowsOf' | 'words' | 'key'> & {
    key?: NoInfer<Name>;
    columns: Readonly<Record<Name, Column>>;
    words?: readonly NoInfer<Name>[];
    rowsOf(
      server: CatalogueServer,
      exposuresOf: ExposuresOf,
      tools: readonly CatalogueTool[],
    ): Iterable<Readonly<Record<NoInfer<Name>, Cell>>>;
  },
): Table {
  return { key: null, words: [], ...facts };
}

/** A text that is never missing. */
export const text = (means: string): Column => ({ type: 'text', means });

/** A text that may be missing. */
export const maybe = (means: string): Column => ({ type: 'text', means, isNullable: true });

/** The key of a row of another table. */
export const keyOf = (of: string, means: string): Column => ({ type: 'text', means, of, isIndexed: true });
