#include "engine/model/fingerprint.h"

#include <algorithm>
#include <vector>

#include "engine/core/hash.h"
#include "engine/core/mapped_file.h"
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

}  // namespace

Result<std::string> model_fingerprint(const ModelFile& file, std::string_view architecture, const StateLayout& layout,
                                      std::string_view tokenizer_fingerprint, ThreadPool& pool, std::stop_token stop,
                                      const std::function<void(double fraction)>& progress) {
  const auto tensors = by_name(file);
  const auto pieces = cut(tensors);
  std::vector<std::uint64_t> hashes(pieces.size());
  for (std::size_t done = 0; done < pieces.size();) {
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[model] loading was stopped"};
    const std::size_t round = std::min(kPiecesPerRound, pieces.size() - done);
    pool.parallel_for(static_cast<std::int64_t>(round), [&](std::int64_t i) {
      hashes[done + i] = hash64(pieces[done + i]);
      MappedFile::forget(pieces[done + i]);
    });
    done += round;
    if (progress) progress(static_cast<double>(done) / static_cast<double>(pieces.size()));
  }

  Hash128 whole;
  whole.add_text(architecture)
      .add_number(static_cast<std::int64_t>(hash_layout(layout)))
      .add_text(tokenizer_fingerprint);
  for (const auto* tensor : tensors) {
    whole.add_text(tensor->name).add_text(traits(tensor->format).name);
    whole.add_number(static_cast<std::int64_t>(tensor->shape.size()));
    for (auto dim : tensor->shape) whole.add_number(dim);
  }
  return whole.add(std::as_bytes(std::span(hashes))).hex();
}

}  // namespace eddy
