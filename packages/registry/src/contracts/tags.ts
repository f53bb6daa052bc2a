import { Kind, type ConstDirectiveNode } from 'graphql';

/** The tags of an element. `name` is what the supergraph calls the directive. */
export const tagsOf = (
  { directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): readonly string[] =>
  directives
    .filter((directive) => directive.name.value === name)
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap(({ name: argument, value }) =>
      argument.value === 'name' && value.kind === Kind.STRING ? [value.value] : [],
    );
