// Numbers that can be chosen while they are being measured.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace eddy {

/// `usual`, or what EDDY_VULKAN_TUNE=name=number,name=number says of this name.
inline std::int64_t tuned(std::string_view name, std::int64_t usual) {
  static const char* const text = std::getenv("EDDY_VULKAN_TUNE");
  if (!text) return usual;
  const std::string all = "," + std::string(text), wanted = "," + std::string(name) + "=";
  const auto at = all.find(wanted);
  return at == std::string::npos ? usual : std::atoll(all.c_str() + at + wanted.size());
}

}  // namespace eddy
