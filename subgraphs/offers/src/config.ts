import { storeUrl } from '@qsr/config';
import { subgraphEnvironment } from '@qsr/subgraph/environment';

/** The environment of the offers subgraph. */
export const environment = {
  ...subgraphEnvironment,
  OFFERS_STORE: storeUrl().describe('Where offers are kept: dynamodb://region/prefix or mongodb://host/database'),
};
