import { storeUrl } from '@qsr/config';
import { writingEnvironment } from '@qsr/subgraph/environment';

/** The environment of the profile subgraph. */
export const environment = {
  ...writingEnvironment,
  PROFILE_STORE: storeUrl().describe('Where customers are kept: dynamodb://region/prefix or mongodb://host/database'),
};
