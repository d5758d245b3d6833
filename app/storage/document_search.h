// From words people write to words the full-text index knows.
#pragma once

#include <string>
#include <string_view>

namespace eddy {

/// `text` as it is indexed: characters of scripts written without blanks stand alone.
std::string index_words(std::string_view text);

/// A query that finds passages with any of the question's words, each quoted, so that nothing in it is an operator. Words
/// nearly every question has ("what", "the") are left out unless there is nothing else. Empty when there are no words.
std::string match_expression(std::string_view question);

}  // namespace eddy
