// A question to a document with the passages that go with it, as a model reads them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "app/storage/documents.h"

namespace eddy {

/// The passages, then the question; the best passage stands next to it. Just the question when there are none.
std::string question_with_passages(std::span<const StoredPassage> best_first, std::string_view question);

/// How many passages a model of this many parameters is shown: small ones lose themselves in more.
int passages_shown_to(std::int64_t parameters);

/// "p. 12 · Cooking", "Cooking", "line 30", or "passage 4" where there is nothing better.
std::string place_of(const StoredPassage& passage);

}  // namespace eddy
