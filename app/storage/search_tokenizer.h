// The words of the index over conversations: as SQLite's unicode61 cuts them, and each character of a script written without
// blanks for itself, so that a phrase of them finds them anywhere in a text.
#pragma once

struct sqlite3;

namespace eddy {

/// Makes the tokenizer "eddy_words" known to this connection. Every connection to eddy.db needs it.
/// Returns SQLite's result code.
int register_search_tokenizer(sqlite3* database);

}  // namespace eddy
