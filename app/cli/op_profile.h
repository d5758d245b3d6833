// How `bench --profile` shows what ops took.
#pragma once

#include <nlohmann/json.hpp>

#include "engine/api/tools.h"

namespace eddy::cli {

nlohmann::ordered_json profile_json(const BenchmarkProfile& profile);

/// A table on standard output: share, time and calls a token of every kind of op, and of waiting.
void print_profile(const char* title, const BenchmarkProfile& profile);

}  // namespace eddy::cli
