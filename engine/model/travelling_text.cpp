#include "engine/model/travelling_text.h"

#include <optional>

#include "engine/core/mapped_file.h"
#include "engine/model/world_vocabulary.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {
namespace {

using Keys = std::vector<std::pair<std::string, MetadataValue>>;

/// The rows of the embedding: other readers expect a token for each.
std::int64_t rows_of_embedding(const ModelFile& model) {
  for (const char* name : {"emb.weight", "rwkv.embeddings.weight", "model.embeddings.weight"}) {
    if (const StoredTensor* t = model.find(name); t && !t->shape.empty()) return t->shape[0];
  }
  return 0;
}

/// The bytes of the sentencepiece model beside the weights.
std::optional<std::string> pieces_beside(const ModelFile& model) {
  for (const char* name : {"tokenizer.model", "spiece.model"}) {
    if (const auto file = MappedFile::open(model.folder() / name))
      return std::string(reinterpret_cast<const char*>((*file)->bytes().data()), (*file)->bytes().size());
  }
  return std::nullopt;
}

Keys tokenizer_keys(const ModelFile& model, const Tokenizer& tokenizer) {
  if (tokenizer.kind() == "rwkv-world") return world_vocabulary_for_gguf(tokenizer, rows_of_embedding(model));
  if (tokenizer.kind() != "sentencepiece") return {};
  auto pieces = pieces_beside(model);
  return pieces ? Keys{{"tokenizer.sentencepiece.model", *std::move(pieces)}} : Keys();
}

}  // namespace

Keys travelling_text(const ModelFile& model, bool tokenizer_replaced) {
  if (model.container() == "gguf") return {};
  const auto tokenizer = load_tokenizer(model);
  if (!tokenizer) return {};
  return tokenizer_replaced ? Keys() : tokenizer_keys(model, **tokenizer);
}

}  // namespace eddy
