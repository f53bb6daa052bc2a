import { dynamoDbServer } from './conformance/dynamodb-server.ts';
import { conformanceOnService } from './services.ts';

const endpoint = process.env['DYNAMODB_LOCAL_URL'];

conformanceOnService('DynamoDB Local', 'dynamodb', {
  variable: 'DYNAMODB_LOCAL_URL',
  start: endpoint === undefined ? undefined : () => Promise.resolve(dynamoDbServer(endpoint, () => Promise.resolve())),
});
