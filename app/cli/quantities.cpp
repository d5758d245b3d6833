#include "app/cli/quantities.h"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace eddy::cli {
namespace {

// Three digits that count: 1.52, 15.2, 152.
std::string scaled(std::int64_t value, const char* const* units, int unit_count) {
  double number = static_cast<double>(value);
  int unit = 0;
  while (number >= 999.5 && unit + 1 < unit_count) {
    number /= 1000;
    ++unit;
  }
  const int digits = unit == 0 || number >= 99.5 ? 0 : number >= 9.95 ? 1 : 2;
  const std::string name = units[unit];
  return fixed(number, digits) + (name.empty() ? "" : " " + name);
}

}  // namespace

std::string bytes_text(std::int64_t bytes) {
  static const char* const units[] = {"B", "kB", "MB", "GB", "TB"};
  return scaled(bytes, units, std::size(units));
}

std::string count_text(std::int64_t count) {
  static const char* const units[] = {"", "thousand", "million", "billion"};
  return scaled(count, units, std::size(units));
}

std::string fixed(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof(text), "%.*f", digits, value);
  return text;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace eddy::cli
