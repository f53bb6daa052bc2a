import { storeUrl } from '@qsr/config';
import { subgraphEnvironment } from '@qsr/subgraph/environment';

/** The environment of the profile subgraph. */
export const environment = {
  ...subgraphEnvironment,
  PROFILE_STORE: storeUrl().describe('Where customers are kept: dynamodb://region/prefix or mongodb://host/database'),
};
