#include "engine/backends/vulkan/weight_upload.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace eddy {
namespace {

constexpr std::int64_t kMostHalfBytes = std::int64_t{32} << 20, kLeastHalfBytes = std::int64_t{1} << 16;
/// Weights lie in several allocations: drivers dislike very large ones.
constexpr std::int64_t kMostRegionBytes = std::int64_t{1} << 30;
constexpr std::int64_t kAlignment = 256;

std::int64_t round_up(std::int64_t n, std::int64_t to) {
  return (n + to - 1) / to * to;
}

/// Two halves of mapped memory: one is filled by all threads while the other is copied.
class Upload {
 public:
  Upload(std::shared_ptr<vk::Device> device, ThreadPool& pool) : device_(std::move(device)), pool_(pool) {}

  Result<void> start(std::int64_t total) {
    half_bytes_ = static_cast<std::size_t>(std::clamp(total, kLeastHalfBytes, kMostHalfBytes));
    for (auto& half : halves_) {
      auto memory = device_->memory().allocate(half_bytes_, vk::MemoryKind::Upload, "memory for reading weights");
      if (!memory) return std::move(memory).error();
      half.memory = *std::move(memory);
      half.commands = std::make_unique<vk::Commands>(device_);
      if (auto created = half.commands->create(); !created) return created;
    }
    return {};
  }

  ~Upload() { (void)finish(); }  // copies read the mapped memory

  Result<void> matrix(const WeightSource& weight, const PlaneLayout& layout, const vk::Buffer& to, std::int64_t at) {
    const auto half_bytes = static_cast<std::int64_t>(half_bytes_);
    const std::int64_t row_bytes = std::max<std::int64_t>(1, layout.row_bytes());
    if (row_bytes > half_bytes) {
      return Error{ErrorCode::UnsupportedFormat, "[vulkan] a row of '" + weight.name + "' has " +
                                                     std::to_string(row_bytes) +
                                                     " bytes, more than this backend can load; choose the cpu"};
    }
    const std::int64_t most = half_bytes / row_bytes;
    for (std::int64_t first = 0; first < layout.rows; first += most) {
      auto done = rows(weight, layout, to, at, first, std::min(most, layout.rows - first));
      if (!done) return done;
    }
    return {};
  }

  Result<void> numbers(const WeightSource& weight, const vk::Buffer& to, std::int64_t at) {
    const auto values = weight_numbers(weight);
    const auto bytes = std::as_bytes(std::span(values));
    for (std::size_t done = 0; done < bytes.size(); done += half_bytes_) {
      auto half = next_half();
      if (!half) return half.error();
      const std::size_t count = std::min(bytes.size() - done, half_bytes_);
      std::memcpy((*half)->memory.data(), bytes.data() + done, count);
      const Piece piece{0, static_cast<std::size_t>(at) + done, count};
      if (auto sent = send(**half, to, std::span(&piece, 1)); !sent) return sent;
    }
    return {};
  }

  Result<void> finish() {
    Result<void> all;
    for (auto& half : halves_) {
      if (auto waited = settle(half); !waited) all = waited;
    }
    return all;
  }

 private:
  struct Half {
    vk::Buffer memory;
    std::unique_ptr<vk::Commands> commands;
    VkCommandBuffer running = VK_NULL_HANDLE;
  };
  struct Piece {
    std::size_t from = 0, to = 0, bytes = 0;
  };

  static Result<void> settle(Half& half) {
    if (!half.running) return {};
    auto waited = half.commands->wait();
    half.commands->release(std::span(&half.running, 1));
    half.running = VK_NULL_HANDLE;
    return waited;
  }

  /// The half that is not being copied, once it is free.
  Result<Half*> next_half() {
    current_ = 1 - current_;
    if (auto free = settle(halves_[current_]); !free) return free.error();
    return &halves_[current_];
  }

  Result<void> send(Half& half, const vk::Buffer& to, std::span<const Piece> pieces) {
    auto commands = half.commands->begin(true);
    if (!commands) return commands.error();
    for (const Piece& piece : pieces) {
      if (piece.bytes > 0) vk::copy(device_->f(), *commands, half.memory, piece.from, to, piece.to, piece.bytes);
    }
    vk::barrier(device_->f(), *commands);
    if (auto ended = half.commands->end(*commands); !ended) return ended;
    if (auto started = half.commands->start(std::span(&*commands, 1)); !started) return started;
    half.running = *commands;
    return {};
  }

  /// Rows that fit into one half, plane by plane.
  Result<void> rows(const WeightSource& weight, const PlaneLayout& layout, const vk::Buffer& to, std::int64_t at,
                    std::int64_t first, std::int64_t count) {
    auto half = next_half();
    if (!half) return half.error();
    std::array<Piece, FormatFields::kMost> pieces{};
    std::size_t used = 0;
    for (int p = 0; p < layout.count; ++p) {
      pieces[static_cast<std::size_t>(p)] = {used, static_cast<std::size_t>(at + layout.offset[p] + first * layout.pitch[p]),
                                             static_cast<std::size_t>(layout.pitch[p] * count)};
      used += static_cast<std::size_t>(layout.pitch[p] * count);
    }
    std::byte* base = (*half)->memory.data();
    pool_.parallel_for(count, [&](std::int64_t i) {
      std::byte* planes[FormatFields::kMost] = {};
      for (int p = 0; p < layout.count; ++p) {
        planes[p] = base + pieces[static_cast<std::size_t>(p)].from + static_cast<std::size_t>(i * layout.pitch[p]);
      }
      take_row(weight, layout, first + i, planes);
    });
    return send(**half, to, std::span(pieces).first(static_cast<std::size_t>(layout.count)));
  }

  std::shared_ptr<vk::Device> device_;
  ThreadPool& pool_;
  std::size_t half_bytes_ = 0;
  Half halves_[2];
  int current_ = 0;
};

/// Where each weight goes.
struct Place {
  std::size_t region = 0;
  std::int64_t offset = 0;
};

std::vector<Place> place_weights(std::span<const WeightSource> weights, std::int64_t most_bytes,
                                 std::vector<std::int64_t>& regions) {
  std::vector<Place> places;
  for (const auto& weight : weights) {
    const std::int64_t bytes = vulkan_weight_bytes(weight);
    if (regions.empty() || regions.back() + bytes > most_bytes) regions.push_back(0);
    places.push_back({regions.size() - 1, regions.back()});
    regions.back() += bytes;
  }
  return places;
}

VulkanMatrix matrix_at(const WeightSource& source, const PlaneLayout& layout, VkDeviceAddress base) {
  VulkanMatrix matrix{.rows = layout.rows,
                      .columns = layout.columns,
                      .blocks = layout.blocks,
                      .bytes = layout.bytes,
                      .format = source.parts[0].format};
  for (int p = 0; p < layout.count; ++p) matrix.planes[p] = base + static_cast<VkDeviceSize>(layout.offset[p]);
  return matrix;
}

}  // namespace

std::int64_t vulkan_weight_bytes(const WeightSource& weight) {
  return weight.matrix ? plane_layout(weight).bytes : round_up(weight.shape.elements() * 4, kAlignment);
}

Result<VulkanWeights> upload_weights(std::shared_ptr<vk::Device> device, std::span<const WeightSource> weights,
                                     int threads, std::stop_token stop, const LoadProgress& progress) {
  VulkanWeights loaded;
  for (const auto& weight : weights) {
    loaded.bytes += vulkan_weight_bytes(weight);
    if (weight.matrix) loaded.exact = loaded.exact && weight.parts[0].format == WeightFormat::F32;
  }
  const std::int64_t free = device->instance().free_bytes(device->physical());
  if (loaded.bytes > free) {
    return Error{ErrorCode::OutOfMemory,
                 "[vulkan] the model needs " + std::to_string(loaded.bytes >> 20) + " MiB of the device's memory, " +
                     std::to_string(free >> 20) + " MiB are free; close other programs that use the GPU, or choose a "
                                                  "smaller model or the cpu"};
  }
  std::vector<std::int64_t> regions;
  const auto places = place_weights(
      weights, std::min<std::int64_t>(kMostRegionBytes, static_cast<std::int64_t>(device->physical().most_bytes)), regions);
  for (const std::int64_t bytes : regions) {
    auto memory =
        device->memory().allocate(static_cast<std::size_t>(bytes), vk::MemoryKind::Device, "the model");
    if (!memory) return std::move(memory).error();
    loaded.memory.push_back(*std::move(memory));
  }
  ThreadPool pool(threads);
  Upload upload(device, pool);
  if (auto started = upload.start(loaded.bytes); !started) return started.error();
  std::int64_t done = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[vulkan] loading was stopped"};
    const WeightSource& source = weights[i];
    const vk::Buffer& memory = loaded.memory[places[i].region];
    const VkDeviceAddress base = memory.address() + static_cast<VkDeviceSize>(places[i].offset);
    VulkanWeight weight{.shape = source.shape, .is_matrix = source.matrix, .numbers = base};
    const PlaneLayout layout = source.matrix ? plane_layout(source) : PlaneLayout{};
    if (source.matrix) weight.matrix = matrix_at(source, layout, base);
    auto sent = source.matrix ? upload.matrix(source, layout, memory, places[i].offset)
                              : upload.numbers(source, memory, places[i].offset);
    if (!sent) return sent.error();
    loaded.weights.push_back(weight);
    done += vulkan_weight_bytes(source);
    if (progress) progress(static_cast<double>(done) / static_cast<double>(std::max<std::int64_t>(1, loaded.bytes)));
  }
  if (auto finished = upload.finish(); !finished) return finished.error();
  return loaded;
}

}  // namespace eddy
