// Memory of many megabytes that is written once and soon.
#pragma once

#include <cstddef>

namespace eddy {

/// Asks the system for huge pages behind memory that is about to be written for the first time: one fault for two megabytes instead
/// of 512, of which each costs a virtual machine some microseconds. A hint; nothing where the system has none or `bytes` are few.
void expect_writing(void* data, std::size_t bytes);

}  // namespace eddy
