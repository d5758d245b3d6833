// JSON schemas as grammars.
#pragma once

#include <string>
#include <string_view>

#include "engine/api/result.h"

namespace eddy {

/// GBNF of the JSON texts that a schema describes, members in the order in which the schema names them, no more white space
/// than a blank or one line break between them.
///
/// Understood: type (also several), object with properties and required (members that are not named are left out) or with
/// additionalProperties alone, array with items, minItems and maxItems, string with minLength and maxLength, number,
/// integer, boolean, null, enum, const, anyOf, oneOf (read as anyOf), $ref to # or into $defs and definitions; true and {} are
/// any JSON. Annotations (title, description, default, examples, …) are passed over. Anything else is an error that
/// names the place in the schema: a rule that is not kept is worse than none. InvalidArgument; for what is no JSON, with
/// line and column.
Result<std::string> grammar_of_json_schema(std::string_view schema);

}  // namespace eddy
