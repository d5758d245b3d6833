// Ctrl+C as a stop request.
#pragma once

#include <stop_token>

namespace eddy::cli {

/// A token that is stopped by the first interrupt or termination signal; a second one ends the program at once.
/// Call it early, from the main thread; every call gives the same token.
std::stop_token stop_on_interrupt();

/// Did such a signal come? True at once, while the token may take a moment.
bool was_interrupted();

}  // namespace eddy::cli
