// Devices as users write them: "cuda:0=24,cuda:1=8GB,cpu".
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "engine/api/placement.h"

namespace eddy {
namespace {

struct Unit {
  std::string_view name;
  std::int64_t bytes;
};
constexpr Unit kUnits[] = {{"GB", 1'000'000'000}, {"MB", 1'000'000}, {"kB", 1'000}};
constexpr std::array<std::string_view, 3> kBackends{"cpu", "cuda", "vulkan"};
constexpr int kMostDigits = 9;

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (wrong != std::errc() || end != text.data() + text.size() || text.size() > kMostDigits || value < 0) return {};
  return value;
}

/// "24" layers or "8GB" of memory.
bool read_amount(std::string_view text, DeviceShare& share) {
  for (const Unit& unit : kUnits) {
    if (!text.ends_with(unit.name)) continue;
    const auto count = number(text.substr(0, text.size() - unit.name.size()));
    share.memory = count.value_or(0) * unit.bytes;
    return share.memory > 0;
  }
  const auto layers = number(text);
  share.layers = layers.value_or(-1);
  return layers.has_value();
}

bool read_device(std::string_view text, DeviceShare& share) {
  const auto amount = text.find('=');
  if (amount != std::string_view::npos && !read_amount(text.substr(amount + 1), share)) return false;
  text = text.substr(0, amount);
  const auto colon = text.find(':');
  if (colon != std::string_view::npos) {
    const auto index = number(text.substr(colon + 1));
    if (!index) return false;
    share.device = static_cast<int>(*index);
  }
  share.backend = text.substr(0, colon);
  return std::ranges::find(kBackends, share.backend) != kBackends.end();
}

}  // namespace

Result<std::vector<DeviceShare>> parse_devices(std::string_view text) {
  std::vector<DeviceShare> devices;
  while (true) {
    const auto comma = text.find(',');
    const std::string_view part = text.substr(0, comma);
    DeviceShare& share = devices.emplace_back();
    if (!read_device(part, share)) {
      return Error{
          ErrorCode::InvalidArgument,
          "[devices] \"" + std::string(part) +
              "\" is no device: write a backend (cpu, cuda, vulkan), if need be with its number and a number of "
              "layers or an amount of memory: \"cuda:0=24,cuda:1=8GB,cpu\""};
    }
    if (comma == std::string_view::npos) return devices;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace eddy
