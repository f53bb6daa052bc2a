import type {
  ASTNode,
  ConstDirectiveNode,
  DirectiveDefinitionNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  NameNode,
  OperationTypeNode,
  StringValueNode,
  TypeDefinitionNode,
  TypeExtensionNode,
} from 'graphql';

/** A subgraph, parsed. */
export interface SubgraphSchema {
  readonly name: string;
  /** Undefined when the schema came from elsewhere. */
  readonly file: string | undefined;
  readonly sdl: string;
  /** What a directive is called in the specification, by what `@link` lets this subgraph call it. */
  readonly canonical: (directive: string) => string;
}

/** Anything that has a coordinate. */
export interface Element {
  readonly subgraph: SubgraphSchema;
  readonly coordinate: string;
  readonly node: ASTNode & {
    readonly name: NameNode;
    readonly description?: StringValueNode | undefined;
    readonly directives?: readonly ConstDirectiveNode[] | undefined;
  };
}

/** A type as one definition or extension in one subgraph has it. */
export interface TypeElement extends Element {
  readonly node: TypeDefinitionNode | TypeExtensionNode;
  readonly name: string;
  /** Set for the types where operations begin. */
  readonly root: OperationTypeNode | undefined;
  /** Of objects and interfaces. */
  readonly fields: readonly FieldElement[];
  /** Of input objects. */
  readonly inputFields: readonly InputFieldElement[];
  /** Of enums. */
  readonly values: readonly ValueElement[];
}

export interface FieldElement extends Element {
  readonly node: FieldDefinitionNode;
  readonly name: string;
  readonly parent: TypeElement;
  readonly args: readonly ArgumentElement[];
}

/** An argument of a field or of a directive. */
export interface ArgumentElement extends Element {
  readonly node: InputValueDefinitionNode;
  readonly name: string;
}

export interface InputFieldElement extends Element {
  readonly node: InputValueDefinitionNode;
  readonly name: string;
  readonly parent: TypeElement;
}

export interface ValueElement extends Element {
  readonly node: EnumValueDefinitionNode;
  readonly name: string;
}

/** A directive that is defined in a subgraph, those of federation excepted. */
export interface DirectiveElement extends Element {
  readonly node: DirectiveDefinitionNode;
  readonly name: string;
  readonly args: readonly ArgumentElement[];
}
