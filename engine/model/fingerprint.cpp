#include "engine/model/fingerprint.h"

#include <algorithm>
#include <numeric>

#include "engine/core/hash.h"
#include "engine/core/mapped_file.h"
#include "engine/core/thread_pool.h"
#include "engine/state/stored_snapshot.h"

namespace eddy {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
constexpr std::size_t kPiecesPerRound = 256;  // between two looks at the stop token

std::vector<const StoredTensor*> by_name(const ModelFile& file) {
  std::vector<const StoredTensor*> sorted;
  for (const auto& tensor : file.tensors()) sorted.push_back(&tensor);
  std::ranges::sort(sorted, {}, [](const StoredTensor* tensor) -> const std::string& { return tensor->name; });
  return sorted;
}

// Large tensors in pieces, so that all threads have work.
std::vector<std::span<const std::byte>> cut(std::span<const StoredTensor* const> tensors) {
  std::vector<std::span<const std::byte>> pieces;
  for (const auto* tensor : tensors) {
    for (auto rest = tensor->bytes; !rest.empty(); rest = rest.subspan(pieces.back().size())) {
      pieces.push_back(rest.first(std::min(kPieceBytes, rest.size())));
    }
  }
  return pieces;
}

std::uintptr_t address(const std::byte* at) { return reinterpret_cast<std::uintptr_t>(at); }

}  // namespace

ModelHash::ModelHash(const ModelFile& file)
    : tensors_(by_name(file)),
      pieces_(cut(tensors_)),
      by_address_(pieces_.size()),
      hashes_(pieces_.size()),
      begun_(std::make_unique<std::atomic<bool>[]>(pieces_.size())) {
  std::iota(by_address_.begin(), by_address_.end(), std::size_t{0});
  std::ranges::sort(by_address_, {}, [this](std::size_t piece) { return address(pieces_[piece].data()) + pieces_[piece].size() / 2; });
}

void ModelHash::hash(std::size_t piece) {
  if (!begun_[piece].exchange(true, std::memory_order_relaxed)) hashes_[piece] = hash64(pieces_[piece]);
}

void ModelHash::read(std::span<const std::byte> bytes) {
  const auto begin = address(bytes.data()), end = begin + bytes.size();
  const auto middle = [this](std::size_t piece) { return address(pieces_[piece].data()) + pieces_[piece].size() / 2; };
  for (auto next = std::ranges::lower_bound(by_address_, begin, {}, middle); next != by_address_.end() && middle(*next) < end; ++next) {
    hash(*next);
  }
}

Result<void> ModelHash::read_rest(int threads, std::stop_token stop, const std::function<void(double fraction)>& progress) {
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (!begun_[i].load(std::memory_order_relaxed)) left.push_back(i);
  }
  if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[model] loading was stopped"};
  if (left.empty()) return {};
  ThreadPool pool(threads);
  for (std::size_t done = 0; done < left.size();) {
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[model] loading was stopped"};
    const std::size_t round = std::min(kPiecesPerRound, left.size() - done);
    pool.parallel_for(static_cast<std::int64_t>(round), [&](std::int64_t i) {
      const std::size_t piece = left[done + static_cast<std::size_t>(i)];
      hash(piece);
      MappedFile::forget(pieces_[piece]);
    });
    done += round;
    if (progress) progress(static_cast<double>(done) / static_cast<double>(left.size()));
  }
  return {};
}

std::string ModelHash::fingerprint(std::string_view architecture, const StateLayout& layout,
                                     std::string_view tokenizer_fingerprint) const {
  Hash128 whole;
  whole.add_text(architecture)
      .add_number(static_cast<std::int64_t>(hash_layout(layout)))
      .add_text(tokenizer_fingerprint);
  for (const auto* tensor : tensors_) {
    whole.add_text(tensor->name).add_text(traits(tensor->format).name);
    whole.add_number(static_cast<std::int64_t>(tensor->shape.size()));
    for (auto dim : tensor->shape) whole.add_number(dim);
  }
  return whole.add(std::as_bytes(std::span(hashes_))).hex();
}

}  // namespace eddy
