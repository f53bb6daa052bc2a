import { storeUrl } from '@qsr/config';
import { subgraphEnvironment } from '@qsr/subgraph/environment';

/** The environment of the content subgraph. */
export const environment = {
  ...subgraphEnvironment,
  CONTENT_STORE: storeUrl().describe('Where content is kept: dynamodb://region/prefix or mongodb://host/database'),
};
