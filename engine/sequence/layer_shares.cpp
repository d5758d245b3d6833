#include "engine/sequence/layer_shares.h"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/core/byte_text.h"

namespace eddy {
namespace {

std::string layers_text(std::int64_t count) {
  return std::to_string(count) + (count == 1 ? " layer" : " layers");
}

class Shares {
 public:
  Shares(std::int64_t layers, std::span<const DeviceRoom> devices, const LayerBytes& bytes)
      : layers_(layers), devices_(devices), bytes_(bytes) {}

  Result<std::vector<LayerRange>> divide() {
    if (auto ok = check_counts(); !ok) return ok.error();
    std::vector<LayerRange> ranges;
    std::int64_t next = 0;
    for (std::size_t i = 0; i < devices_.size(); ++i) {
      const std::int64_t most = layers_ - next - asked_behind(i);
      const std::int64_t count = devices_[i].layers >= 0 ? devices_[i].layers : fitting(i, next, most);
      const LayerRange range{next, next + count};
      if (!fits(i, range)) return too_little(i, range);
      if (count > 0) used_[devices_[i].name] += bytes_(i, range);
      ranges.push_back(range);
      next = range.end;
    }
    if (next < layers_) return none_left(ranges);
    return ranges;
  }

 private:
  Result<void> check_counts() const {
    const std::int64_t asked = asked_from(0);
    const bool is_flexible = std::ranges::any_of(devices_, [](const DeviceRoom& d) { return d.layers < 0; });
    if (asked == layers_ || (asked < layers_ && is_flexible)) return {};
    return Error{ErrorCode::InvalidArgument,
                 "[devices] " + layers_text(asked) + " are given to devices and the model has " +
                     std::to_string(layers_) +
                     (asked < layers_ ? "; name one device without a number, which takes the rest" : "")};
  }

  std::int64_t asked_from(std::size_t device) const {
    std::int64_t sum = 0;
    for (const auto& room : devices_.subspan(device)) sum += std::max<std::int64_t>(0, room.layers);
    return sum;
  }
  std::int64_t asked_behind(std::size_t device) const { return asked_from(device + 1); }

  std::int64_t room(std::size_t device) const {
    const auto used = used_.find(devices_[device].name);
    return devices_[device].bytes - (used == used_.end() ? 0 : used->second);
  }

  bool fits(std::size_t device, LayerRange range) const {
    return range.first == range.end || devices_[device].bytes == 0 || bytes_(device, range) <= room(device);
  }

  /// Halving: more layers never need less.
  std::int64_t fitting(std::size_t device, std::int64_t first, std::int64_t most) const {
    std::int64_t known = 0, above = most + 1;
    while (known + 1 < above) {
      // All of it first: that is the usual case.
      const std::int64_t count = above == most + 1 && known == 0 ? most : (known + above) / 2;
      (fits(device, {first, first + count}) ? known : above) = count;
    }
    return known;
  }

  Error too_little(std::size_t device, LayerRange range) const {
    const std::int64_t possible = fitting(device, range.first, range.end - range.first);
    return {ErrorCode::OutOfMemory, "[devices] " + layers_text(range.end - range.first) + " need " +
                                        byte_text(bytes_(device, range)) + " of memory on " + devices_[device].name +
                                        ", where " + byte_text(std::max<std::int64_t>(0, room(device))) +
                                        " are free: give it " +
                                        (possible > 0 ? std::to_string(possible) + " at most" : "none")};
  }

  Error none_left(const std::vector<LayerRange>& ranges) const {
    std::string found;
    for (std::size_t i = 0; i < devices_.size(); ++i) {
      found += (i ? ", " : "") + devices_[i].name + " has room for " + std::to_string(ranges[i].end - ranges[i].first) +
               " (" + byte_text(devices_[i].bytes) + " free)";
    }
    const LayerRange rest{ranges.back().end, layers_};
    const bool has_cpu = std::ranges::find(devices_, "cpu", &DeviceRoom::name) != devices_.end();
    const std::string help = has_cpu ? "" : ", let the cpu hold the rest (devices cpu," + devices_[0].name + ")";
    return {ErrorCode::OutOfMemory, "[devices] the model's " + layers_text(layers_) + " do not fit: " + found + "; " +
                                        byte_text(bytes_(devices_.size() - 1, rest)) +
                                        " more are needed: close other programs" + help + " or choose a smaller model"};
  }

  std::int64_t layers_;
  std::span<const DeviceRoom> devices_;
  const LayerBytes& bytes_;
  std::map<std::string, std::int64_t> used_;
};

/// A device of last choice before others that take what fits: as few layers for it as leave room for the rest.
Result<std::vector<LayerRange>> fewest_for(std::size_t last, std::int64_t layers, std::span<const DeviceRoom> devices,
                                           const LayerBytes& bytes) {
  std::vector<DeviceRoom> tried(devices.begin(), devices.end());
  std::optional<std::vector<LayerRange>> best;
  std::int64_t too_few = -1, enough = layers + 1;
  while (too_few + 1 < enough) {
    tried[last].layers = too_few < 0 && enough > layers ? 0 : (too_few + enough) / 2;
    auto ranges = Shares(layers, tried, bytes).divide();
    (ranges ? enough : too_few) = tried[last].layers;
    if (ranges) best = *std::move(ranges);
  }
  if (best) return *std::move(best);
  // What is missing shows where it comes behind the others.
  std::rotate(tried.begin() + static_cast<std::ptrdiff_t>(last), tried.begin() + static_cast<std::ptrdiff_t>(last) + 1,
              tried.end());
  tried.back().layers = -1;
  const LayerBytes turned = [&](std::size_t device, LayerRange range) {
    if (device + 1 == tried.size()) return bytes(last, range);
    return bytes(device < last ? device : device + 1, range);
  };
  return Shares(layers, tried, turned).divide();
}

}  // namespace

Result<std::vector<LayerRange>> share_layers(std::int64_t layers, std::span<const DeviceRoom> devices,
                                             const LayerBytes& bytes) {
  for (std::size_t i = 0; i < devices.size(); ++i) {
    const bool before_others = std::ranges::any_of(devices.subspan(i + 1), [](const auto& d) { return d.layers < 0; });
    if (devices[i].last_choice && devices[i].layers < 0 && before_others) return fewest_for(i, layers, devices, bytes);
  }
  return Shares(layers, devices, bytes).divide();
}

}  // namespace eddy
