import { storeUrl } from '@qsr/config';
import { writingEnvironment } from '@qsr/subgraph/environment';

/** The environment of the offers subgraph. */
export const environment = {
  ...writingEnvironment,
  OFFERS_STORE: storeUrl().describe('Where offers are kept: dynamodb://region/prefix or mongodb://host/database'),
};
