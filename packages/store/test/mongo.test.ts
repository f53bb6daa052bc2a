import { mongoServer } from './conformance/mongo-server.ts';
import { conformanceOnService, startEmbeddedMongo } from './services.ts';

const given = process.env['MONGODB_URI'];
const found = given === undefined ? await startEmbeddedMongo() : { uri: given, stop: () => Promise.resolve() };

conformanceOnService('MongoDB', 'mongo', {
  variable: 'MONGODB_URI',
  start: found && (() => Promise.resolve(mongoServer(found.uri, found.stop))),
});
