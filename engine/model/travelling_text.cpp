#include "engine/model/travelling_text.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "engine/chat/model_template.h"
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

/// The template with the tokens that it writes, and those that end an answer.
void add_chat_keys(Keys& keys, const ModelFile& model, const Tokenizer& tokenizer) {
  std::vector<std::string> notes;
  std::vector<TokenId> ends = end_tokens_of(model, tokenizer);
  if (const auto found = template_of(model, tokenizer, notes)) {
    keys.emplace_back("tokenizer.chat_template", found->chat_template.text);
    for (const auto& [name, text] : found->chat_template.values) {
      const auto id = tokenizer.special(text);
      if (!id) continue;
      if (name == "bos_token") keys.emplace_back("tokenizer.ggml.bos_token_id", std::int64_t{*id});
      if (name == "unk_token") keys.emplace_back("tokenizer.ggml.unknown_token_id", std::int64_t{*id});
      if (name == "pad_token") keys.emplace_back("tokenizer.ggml.padding_token_id", std::int64_t{*id});
      if (name != "eos_token") continue;
      std::erase(ends, *id);  // the template writes the first of them
      ends.insert(ends.begin(), *id);
    }
  }
  const char* names[] = {"tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id", "tokenizer.ggml.eom_token_id"};
  for (std::size_t i = 0; i < std::min(ends.size(), std::size(names)); ++i)
    keys.emplace_back(names[i], std::int64_t{ends[i]});
}

}  // namespace

Keys travelling_text(const ModelFile& model, bool tokenizer_replaced) {
  if (model.container() == "gguf") return {};
  const auto tokenizer = load_tokenizer(model);
  if (!tokenizer) return {};
  Keys keys = tokenizer_replaced ? Keys() : tokenizer_keys(model, **tokenizer);
  add_chat_keys(keys, model, **tokenizer);
  return keys;
}

}  // namespace eddy
