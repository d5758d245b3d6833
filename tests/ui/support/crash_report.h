// Says where a test program crashed: QtTest's own report is not there for tests in QML.
#pragma once

namespace eddy {

/// Writes the stack of the thread that crashed to stderr, then crashes as before. Does nothing where the C library cannot walk a stack.
void report_crashes();

}  // namespace eddy
