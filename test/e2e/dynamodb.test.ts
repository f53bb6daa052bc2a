import { endToEnd } from './suite.ts';

endToEnd('with all subgraphs on DynamoDB', () => ({}));
