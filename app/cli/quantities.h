// Figures for people.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace eddy::cli {

std::string bytes_text(std::int64_t bytes);   ///< "29.1 MB", "812 B"
std::string count_text(std::int64_t count);   ///< "36 M", "1.5 B", "812"
std::string fixed(double value, int digits);  ///< "12.34"
double median(std::vector<double> values);    ///< 0 for none

}  // namespace eddy::cli
