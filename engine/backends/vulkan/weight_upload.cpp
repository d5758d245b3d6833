#include "engine/backends/vulkan/weight_upload.h"

#include <algorithm>
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
    const std::int64_t row_bytes = std::max<std::int64_t>(1, layout.row_bytes());
    if (row_bytes > static_cast<std::int64_t>(half_bytes_)) {
      return Error{ErrorCode::UnsupportedFormat, "[vulkan] a row of '" + weight.name + "' has " +
                                                     std::to_string(row_bytes) +
                                                     " bytes, more than this backend can load; choose the cpu"};
    }
    for (std::int64_t first = 0; first < layout.rows;) {
      if (auto made = make_room(static_cast<std::size_t>(row_bytes)); !made) return made;
      const std::int64_t count = std::min(layout.rows - first, static_cast<std::int64_t>(room()) / row_bytes);
      rows(weight, layout, to, at, first, count);
      first += count;
    }
    return {};
  }

  Result<void> numbers(const WeightSource& weight, const vk::Buffer& to, std::int64_t at) {
    const auto values = weight_numbers(weight);
    const auto bytes = std::as_bytes(std::span(values));
    for (std::size_t done = 0; done < bytes.size();) {
      if (auto made = make_room(sizeof(float)); !made) return made;
      const std::size_t count = std::min(bytes.size() - done, room());
      Half& half = halves_[current_];
      std::memcpy(half.memory.data() + half.used, bytes.data() + done, count);
      half.pieces.push_back({&to, half.used, static_cast<std::size_t>(at) + done, count});
      half.used += count;
      done += count;
    }
    return {};
  }

  Result<void> finish() {
    Result<void> all = send(halves_[current_]);
    for (auto& half : halves_) {
      if (auto waited = settle(half); !waited) all = waited;
    }
    return all;
  }

 private:
  struct Piece {
    const vk::Buffer* buffer = nullptr;
    std::size_t from = 0, to = 0, bytes = 0;
  };
  /// Weights are gathered in one half while the other is copied.
  struct Half {
    vk::Buffer memory;
    std::unique_ptr<vk::Commands> commands;
    VkCommandBuffer running = VK_NULL_HANDLE;
    std::vector<Piece> pieces;
    std::size_t used = 0;
  };

  static Result<void> settle(Half& half) {
    half.pieces.clear();
    half.used = 0;
    if (!half.running) return {};
    auto waited = half.commands->wait();
    half.commands->release(std::span(&half.running, 1));
    half.running = VK_NULL_HANDLE;
    return waited;
  }

  std::size_t room() const { return half_bytes_ - halves_[current_].used; }

  /// `least` bytes in the current half: a full one is sent, and the other taken once it is free.
  Result<void> make_room(std::size_t least) {
    if (room() >= least) return {};
    if (auto sent = send(halves_[current_]); !sent) return sent;
    current_ = 1 - current_;
    return settle(halves_[current_]);
  }

  Result<void> send(Half& half) {
    if (half.pieces.empty() || half.running) return {};
    auto commands = half.commands->begin(true);
    if (!commands) return commands.error();
    for (const Piece& piece : half.pieces) {
      if (piece.bytes > 0)
        vk::copy(device_->f(), *commands, half.memory, piece.from, *piece.buffer, piece.to, piece.bytes);
    }
    vk::barrier(device_->f(), *commands);
    if (auto ended = half.commands->end(*commands); !ended) return ended;
    if (auto started = half.commands->start(std::span(&*commands, 1)); !started) return started;
    half.running = *commands;
    return {};
  }

  /// Rows that fit into the current half, plane by plane.
  void rows(const WeightSource& weight, const PlaneLayout& layout, const vk::Buffer& to, std::int64_t at,
            std::int64_t first, std::int64_t count) {
    Half& half = halves_[current_];
    std::byte* begins[FormatFields::kMost] = {};
    for (int p = 0; p < layout.count; ++p) {
      const auto bytes = static_cast<std::size_t>(layout.pitch[p] * count);
      begins[p] = half.memory.data() + half.used;
      half.pieces.push_back(
          {&to, half.used, static_cast<std::size_t>(at + layout.offset[p] + first * layout.pitch[p]), bytes});
      half.used += bytes;
    }
    pool_.parallel_for(count, [&](std::int64_t i) {
      std::byte* planes[FormatFields::kMost] = {};
      for (int p = 0; p < layout.count; ++p) planes[p] = begins[p] + static_cast<std::size_t>(i * layout.pitch[p]);
      take_row(weight, layout, first + i, planes);
    });
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
