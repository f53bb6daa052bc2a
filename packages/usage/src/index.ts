export { nameOfClient, type Headers } from './clients.ts';
export { coordinatesOf, essential, wholesOf, type Executable, type TextOf } from './coordinates.ts';
export { openUsageFiles } from './files.ts';
export { possibleInputsOf } from './input-types.ts';
export { MAX_PROBLEMS, readRecording, recordingFiles, type Problem, type ReadRecording } from './read.ts';
export {
  dayOf,
  instantOf,
  OTHER,
  UNKNOWN,
  type CountLine,
  type OperationLine,
  type UsageBatch,
  type UsageSink,
} from './record.ts';
export { createUsageRecorder, type RecorderOptions, type Use, type UsageRecorder } from './recorder.ts';
export { Recording } from './recording.ts';
export { operationIdOf, signatureOf } from './signature.ts';
