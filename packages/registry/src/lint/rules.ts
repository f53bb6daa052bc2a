import type { Rule } from './rule.ts';
import { abstractExplosion } from './rules/abstract-explosion.ts';
import { abstractMembersDiffer } from './rules/abstract-members-differ.ts';
import { authDiffers } from './rules/auth-differs.ts';
import { authOnInterface } from './rules/auth-on-interface.ts';
import { booleanWithoutDefault } from './rules/boolean-without-default.ts';
import { borderReferenceNullable } from './rules/border-reference-nullable.ts';
import { connectionArguments } from './rules/connection-arguments.ts';
import { connectionShape } from './rules/connection-shape.ts';
import { contributionNullable } from './rules/contribution-nullable.ts';
import { deprecationDate } from './rules/deprecation-date.ts';
import { deprecationOverdue } from './rules/deprecation-overdue.ts';
import { deprecationReason } from './rules/deprecation-reason.ts';
import { descriptionMissing } from './rules/description-missing.ts';
import { directiveNameCase } from './rules/directive-name-case.ts';
import { edgeShape } from './rules/edge-shape.ts';
import { enumValueCase } from './rules/enum-value-case.ts';
import { fieldNameCase } from './rules/field-name-case.ts';
import { fieldNameRepeatsType } from './rules/field-name-repeats-type.ts';
import { fieldNameVerb } from './rules/field-name-verb.ts';
import { idType } from './rules/id-type.ts';
import { idempotencyKey } from './rules/idempotency-key.ts';
import { inputNameSuffix } from './rules/input-name-suffix.ts';
import { interfaceObjectMixed } from './rules/interface-object-mixed.ts';
import { keyMany } from './rules/key-many.ts';
import { keyNested } from './rules/key-nested.ts';
import { keyOpaqueId } from './rules/key-opaque-id.ts';
import { keyPersonalData } from './rules/key-personal-data.ts';
import { listItemNullable } from './rules/list-item-nullable.ts';
import { listUnbounded } from './rules/list-unbounded.ts';
import { listedEntityNullable } from './rules/listed-entity-nullable.ts';
import { moneyAsFloat } from './rules/money-as-float.ts';
import { mutationInput } from './rules/mutation-input.ts';
import { mutationName } from './rules/mutation-name.ts';
import { mutationPayload } from './rules/mutation-payload.ts';
import { outputNameInput } from './rules/output-name-input.ts';
import { overrideEndDate } from './rules/override-end-date.ts';
import { overrideOverdue } from './rules/override-overdue.ts';
import { pageInfoShape } from './rules/page-info-shape.ts';
import { pageSizeBound } from './rules/page-size-bound.ts';
import { payloadFieldNullable } from './rules/payload-field-nullable.ts';
import { providesUsed } from './rules/provides-used.ts';
import { requiresChain } from './rules/requires-chain.ts';
import { rootFieldNullable } from './rules/root-field-nullable.ts';
import { scalarSpecification } from './rules/scalar-specification.ts';
import { shareableEntityField } from './rules/shareable-entity-field.ts';
import { stubResolvable } from './rules/stub-resolvable.ts';
import { suppression } from './rules/suppression.ts';
import { tagIncludeStyle } from './rules/tag-include-style.ts';
import { tagUnknown } from './rules/tag-unknown.ts';
import { totalCount } from './rules/total-count.ts';
import { typeNameAffix } from './rules/type-name-affix.ts';
import { typeNameCase } from './rules/type-name-case.ts';
import { unusedType } from './rules/unused-type.ts';
import { userErrorShape } from './rules/user-error-shape.ts';
import { valueTypeDiffers } from './rules/value-type-differs.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  descriptionMissing,
  typeNameCase,
  fieldNameCase,
  enumValueCase,
  directiveNameCase,
  typeNameAffix,
  fieldNameVerb,
  fieldNameRepeatsType,
  inputNameSuffix,
  outputNameInput,
  mutationName,
  mutationInput,
  mutationPayload,
  payloadFieldNullable,
  userErrorShape,
  idempotencyKey,
  connectionShape,
  edgeShape,
  pageInfoShape,
  connectionArguments,
  pageSizeBound,
  totalCount,
  listUnbounded,
  listItemNullable,
  rootFieldNullable,
  borderReferenceNullable,
  listedEntityNullable,
  contributionNullable,
  deprecationReason,
  deprecationDate,
  deprecationOverdue,
  valueTypeDiffers,
  shareableEntityField,
  keyPersonalData,
  keyNested,
  keyOpaqueId,
  keyMany,
  idType,
  stubResolvable,
  providesUsed,
  requiresChain,
  abstractExplosion,
  abstractMembersDiffer,
  interfaceObjectMixed,
  authOnInterface,
  authDiffers,
  overrideEndDate,
  overrideOverdue,
  tagIncludeStyle,
  tagUnknown,
  unusedType,
  moneyAsFloat,
  scalarSpecification,
  booleanWithoutDefault,
  suppression,
];

export const ruleNames: readonly string[] = rules.map(({ name }) => name);

/** Stands for every rule that is not named, in registry.yaml. */
export const EVERY_RULE = 'ALL';
