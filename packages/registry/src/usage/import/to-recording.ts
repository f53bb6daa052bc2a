import {
  coordinatesOf,
  dayOf,
  essential,
  instantOf,
  nameOfClient,
  operationIdOf,
  possibleInputsOf,
  Recording,
  signatureOf,
  type CountLine,
  type Executable,
  type OperationLine,
} from '@qsr/usage';
import {
  GraphQLError,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { InputError } from '../../exit-codes.ts';
import type { ImportedOperation, ImportedUse } from './imported.ts';

/** An operation as it is recorded. */
interface Imported {
  readonly line: OperationLine;
  readonly inputs: readonly string[];
}

const MAX_TOKENS = 100_000;

const documentOf = ({ text = '', place }: ImportedOperation): DocumentNode => {
  try {
    return parse(text, { maxTokens: MAX_TOKENS });
  } catch (error) {
    // Deep nesting overflows the parser's stack.
    if (!(error instanceof GraphQLError) && !(error instanceof RangeError)) throw error;
    const at = error instanceof GraphQLError ? error.locations?.[0] : undefined;
    const where = at === undefined ? '' : ` (line ${at.line}, column ${at.column} of its text)`;
    throw new InputError(`${place} is not an operation: ${error.message}${where}`, { cause: error });
  }
};

/** Whoever counts fields alone does not say which arguments were given: any may have been. */
const withArguments = (coordinate: string, schema: GraphQLSchema): readonly string[] => {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  return [coordinate, ...(field?.args ?? []).map(({ name }) => `${coordinate}(${name}:)`)];
};

const lineOfCoordinates = ({ name, coordinates = [] }: ImportedOperation, schema: GraphQLSchema): OperationLine => ({
  operation: operationIdOf(`${name ?? ''} ${coordinates.join(' ')}`),
  name: name ?? '',
  signature: '',
  coordinates: essential(coordinates.flatMap((coordinate) => withArguments(coordinate, schema))),
});

/** What an export says that variables may have held: that of Hive by name, all others not at all. */
const inputsOf = ({ coordinates }: ImportedOperation, { schema, operation }: Executable): readonly string[] =>
  coordinates === undefined
    ? possibleInputsOf(schema, operation)
    : coordinates.filter((coordinate) => {
        const type = schema.getType(coordinate.split('.', 1).join());
        return coordinate.includes('.') && (isEnumType(type) || isInputObjectType(type));
      });

const readOperation = (imported: ImportedOperation, executable: Executable): Imported => {
  const { document, operation } = executable;
  const { coordinates, name } = imported;
  const signature = signatureOf(document, operation);
  // Hive names what literals held, and so nothing else can have been in them.
  const own = coordinatesOf(executable, { literals: coordinates === undefined ? 'emptied' : 'whole' });
  const line = {
    operation: operationIdOf(signature),
    name: operation.name?.value ?? name ?? '',
    signature,
    coordinates: essential([...own, ...(coordinates ?? [])]),
  };
  return { line, inputs: essential(inputsOf(imported, executable)) };
};

const readAll = (imported: ImportedOperation, schema: GraphQLSchema): readonly Imported[] => {
  if (imported.text === undefined) return [{ line: lineOfCoordinates(imported, schema), inputs: [] }];
  const document = documentOf(imported);
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operations.length === 0) throw new InputError(`${imported.place} has no operation in it.`);
  try {
    return operations.map((operation) => readOperation(imported, { schema, document, operation }));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(`${imported.place} is nested too deeply.`, { cause: error });
  }
};

const countOf = ({ client, version, at, count, errors }: ImportedUse, { line, inputs }: Imported): CountLine => ({
  day: dayOf(at),
  operation: line.operation,
  client: nameOfClient(client),
  version: nameOfClient(version),
  count,
  errors,
  first: instantOf(at),
  last: instantOf(at),
  ...(inputs.length === 0 ? {} : { inputs: [...inputs] }),
});

/**
 * What an export says, in our format. What operations ask for is read with the schema. Throws `InputError` for an
 * operation that is no GraphQL.
 */
export const toRecording = (operations: readonly ImportedOperation[], schema: GraphQLSchema): Recording => {
  const recording = new Recording();
  for (const imported of operations) {
    for (const read of readAll(imported, schema)) {
      // One without any asks for nothing but the schema.
      if (read.line.coordinates.length === 0) continue;
      recording.describe(read.line);
      for (const use of imported.uses) recording.count(countOf(use, read));
    }
  }
  return recording;
};
