#include "engine/backends/cuda/cuda_token_draws.h"

#include <algorithm>
#include <cstring>

#include "engine/backends/cuda/token_draw.h"

namespace eddy {
namespace {

std::size_t changes_of(std::span<const TokenDraw> draws) {
  std::size_t count = 0;
  for (const TokenDraw& draw : draws) count += draw.changes.size();
  return count;
}

/// At least twice as large as before: texts get longer.
Result<bool> grow(CudaBuffer& buffer, std::size_t bytes, CudaBuffer::Kind kind) {
  if (bytes <= buffer.size()) return false;
  const std::size_t wanted = std::max(bytes, 2 * buffer.size());
  buffer = {};
  auto larger = CudaBuffer::allocate(wanted, kind, "memory for drawing tokens");
  if (!larger) return std::move(larger).error();
  buffer = *std::move(larger);
  return true;
}

}  // namespace

Result<void> CudaTokenDraws::queue(std::span<const TokenDraw> draws, const float* logits, std::int64_t vocabulary,
                                   cudaStream_t stream, bool overlap) {
  if (vocabulary > kMostDrawnTokens) {
    return Error{ErrorCode::UnsupportedFormat, "[cuda] tokens of so large a vocabulary cannot be drawn on the device; set EDDY_CUDA_HOST_DRAW=1"};
  }
  if (auto ready = reserve(draws.size(), changes_of(draws), vocabulary, stream); !ready) return ready;
  if (auto sent = send_changes(draws, stream); !sent) return sent;
  const LogitChange* changes = changes_.as<LogitChange>();
  for (std::size_t first = 0; first < draws.size(); first += kDrawsTogether) {
    const auto part = draws.subspan(first, std::min<std::size_t>(kDrawsTogether, draws.size() - first));
    cuda_draw_tokens({.logits = logits + static_cast<std::int64_t>(first) * vocabulary,
                      .vocabulary = vocabulary,
                      .draws = part,
                      .changes = changes,
                      .memory = memory_.data(),
                      .chosen = chosen_.as<std::int32_t>() + first,
                      .stream = stream,
                      .overlap = overlap});
    changes += changes_of(part);
  }
  count_ = draws.size();
  return cuda_check(cudaGetLastError(), "a draw of tokens could not be started");
}

Result<void> CudaTokenDraws::reserve(std::size_t draws, std::size_t changes, std::int64_t vocabulary,
                                     cudaStream_t stream) {
  using enum CudaBuffer::Kind;
  const auto together = static_cast<std::int64_t>(std::min<std::size_t>(draws, kDrawsTogether));
  auto fresh = grow(memory_, cuda_draw_bytes(vocabulary, together), Device);
  if (!fresh) return std::move(fresh).error();
  if (*fresh) {
    auto cleared = cuda_check(cudaMemsetAsync(memory_.data(), 0, memory_.size(), stream), "memory could not be cleared");
    if (!cleared) return cleared;
  }
  for (auto grown : {grow(chosen_, draws * sizeof(TokenId), Pinned), grow(changes_, changes * sizeof(LogitChange), Device),
                     grow(host_changes_, changes * sizeof(LogitChange), Pinned)}) {
    if (!grown) return std::move(grown).error();
  }
  return {};
}

Result<void> CudaTokenDraws::send_changes(std::span<const TokenDraw> draws, cudaStream_t stream) {
  std::byte* end = host_changes_.data();
  for (const TokenDraw& draw : draws) {
    if (draw.changes.empty()) continue;
    std::memcpy(end, draw.changes.data(), draw.changes.size_bytes());
    end += draw.changes.size_bytes();
  }
  const auto bytes = static_cast<std::size_t>(end - host_changes_.data());
  if (bytes == 0) return {};
  return cuda_check(cudaMemcpyAsync(changes_.data(), host_changes_.data(), bytes, cudaMemcpyHostToDevice, stream),
                    "penalties could not be copied");
}

}  // namespace eddy
