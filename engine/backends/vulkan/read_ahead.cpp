#include "engine/backends/vulkan/read_ahead.h"

#include <algorithm>
#include <cstdlib>

namespace eddy {
namespace {

constexpr std::int64_t kMostAhead = std::int64_t{24} << 20;        // of a cache that also holds what is read now
constexpr std::int64_t kInvocations = 256, kEach = 8, kUnit = 16;  // as shaders/read_ahead.comp has it

}  // namespace

ReadAhead::ReadAhead(Address unlikely) : unlikely_(unlikely) {
  if (const char* asked = std::getenv("EDDY_VULKAN_AHEAD")) least_ = std::atoll(asked) << 10;
}

void ReadAhead::add(const VulkanMatrix& matrix, std::size_t stage) {
  pieces_.push_back({matrix.planes[0], matrix.bytes, stage});
}

void ReadAhead::record(Recorder& recorder, std::size_t stage) {
  std::int64_t left = least_;
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
