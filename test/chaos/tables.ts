import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';

/** An item as it lies in its table. Nothing of the product's own code stands between. */
export type Item = Record<string, any>;

/** Everything that the stores hold, by the names of the tables without their prefix. */
export type Tables = ReadonlyMap<string, readonly Item[]>;

/** Reads the tables of an embedded store (`dynamodb+http://host:port/prefix`). */
export interface TableReader {
  readAll(): Promise<Tables>;
  close(): void;
}

export const openTables = (storeUrl: string): TableReader => {
  const { host, pathname } = new URL(storeUrl);
  const prefix = `${pathname.slice(1)}-`;
  const raw = new DynamoDBClient({
    region: 'us-east-1',
    endpoint: `http://${host}`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const client = DynamoDBDocumentClient.from(raw);
  const scan = async (TableName: string): Promise<Item[]> => {
    const items: Item[] = [];
    for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
      items.push(...Items);
    }
    return items;
  };
  return {
    readAll: async () => {
      const { TableNames = [] } = await raw.send(new ListTablesCommand({}));
      const tables = new Map<string, readonly Item[]>();
      // One after the other: the store under test shares the machine.
      for (const name of TableNames) {
        if (name.startsWith(prefix)) tables.set(name.slice(prefix.length), await scan(name));
      }
      return tables;
    },
    close: () => client.destroy(),
  };
};

/** The items of a table; none when there is no such table. */
export const rowsOf = (tables: Tables, name: string): readonly Item[] => tables.get(name) ?? [];
