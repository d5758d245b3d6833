#include "engine/backends/vulkan/read_ahead.h"

#include <algorithm>

#include "engine/backends/vulkan/tune.h"

namespace eddy {
namespace {

constexpr std::int64_t kInvocations = 256, kEach = 8, kUnit = 16;  // as shaders/read_ahead.comp has it

}  // namespace

void ReadAhead::add(const VulkanMatrix& matrix, std::size_t stage) {
  pieces_.push_back({matrix.planes[0], matrix.bytes, stage});
}

void ReadAhead::record(Recorder& recorder, std::size_t stage) {
  const std::int64_t kLeast = tuned("ahead", 0) << 10, kMostAhead = tuned("most", 24576) << 10;
  std::int64_t left = kLeast;
  for (; first_ < pieces_.size() && pieces_[first_].stage <= stage; ++first_) {
    left -= pieces_[first_].bytes - pieces_[first_].taken;
    ahead_ -= pieces_[first_].taken;
  }
  for (std::size_t i = first_; i < pieces_.size() && left > 0 && ahead_ < kMostAhead; ++i) {
    Piece& piece = pieces_[i];
    const std::int64_t bytes = std::min({left, piece.bytes - piece.taken, kMostAhead - ahead_}) / kUnit * kUnit;
    if (bytes <= 0) continue;
    recorder.dispatch(Shader::read_ahead, {u32(kInvocations)}, spread(divide_up(bytes, kInvocations * kEach * kUnit)),
                      piece.from + static_cast<Address>(piece.taken), unlikely_, u32(bytes / kUnit));
    piece.taken += bytes;
    ahead_ += bytes;
    left -= bytes;
  }
}

}  // namespace eddy
