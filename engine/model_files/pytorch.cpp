#include "engine/model_files/pytorch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>
#include <optional>
#include <set>

#include "engine/model_files/pickle.h"
#include "engine/model_files/tensor_size.h"
#include "engine/model_files/zip_archive.h"

// Zip: one folder of any name with "data.pkl" (the pickle), "data/0", "data/1" … (the storages), "byteorder".
// Older stream: pickles of a magic number, a protocol number, facts about the machine, the checkpoint and the list of its
// storages' keys; then for each key an i64 count and the numbers.

namespace eddy {
namespace {

static_assert(std::endian::native == std::endian::little, "tensor data is used in place");

constexpr std::string_view kZipMagic = "PK\3\4";
constexpr std::string_view kStreamMagic = "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.";
constexpr std::string_view kPickle = "data.pkl";
constexpr std::array<std::string_view, 4> kNests = {"state_dict", "model", "module", "model_state_dict"};

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::optional<WeightFormat> format_of(std::string_view type) {
  if (type == "F32") return WeightFormat::F32;
  if (type == "F16") return WeightFormat::F16;
  if (type == "BF16") return WeightFormat::BF16;
  return std::nullopt;
}

/// Sizes larger than one, with their strides, outermost first as stored: what decides whether numbers lie in order.
struct Layout {
  bool contiguous = true;
  bool dense = true;  ///< a permutation of contiguous: every number once, no gaps
};

Layout layout_of(const PickleTensor& t) {
  std::vector<std::pair<std::int64_t, std::int64_t>> dims;  // stride, size
  Layout layout;
  std::int64_t step = 1;
  for (std::size_t i = t.shape.size(); i-- > 0;) {
    if (t.shape[i] == 1) continue;
    layout.contiguous = layout.contiguous && t.strides[i] == step;
    dims.emplace_back(t.strides[i], t.shape[i]);
    step *= t.shape[i];  // the product of all sizes was checked
  }
  std::sort(dims.begin(), dims.end());
  step = 1;
  for (const auto& [stride, size] : dims) {
    layout.dense = layout.dense && stride == step;
    step *= size;
  }
  return layout;
}

using Storages = std::map<std::string_view, std::span<const std::byte>, std::less<>>;

class CheckpointReader {
 public:
  CheckpointReader(std::span<const std::byte> file, const std::string& name)
      : file_(file), name_(name), where_("[pytorch] " + name) {}

  Result<ParsedFile> read() {
    if (!is_pytorch(file_)) {
      corrupt("it does not start like a PyTorch checkpoint");
      return std::move(error_);
    }
    const bool zip = as_text(file_).starts_with(kZipMagic);
    if (!(zip ? read_zip() : read_stream()) || !read_tensors()) return std::move(error_);
    return std::move(parsed_);
  }

 private:
  bool fail(Error error) {
    error_ = std::move(error);
    return false;
  }
  bool corrupt(const std::string& problem) {
    return fail({ErrorCode::FileCorrupt, where_ + ": " + problem + ". Download or copy the file again.", {}});
  }
  bool unsupported(const std::string& problem) {
    return fail({ErrorCode::UnsupportedFormat, where_ + ": " + problem, {}});
  }
  bool corrupt_tensor(const std::string& tensor, const std::string& problem) {
    return fail({ErrorCode::FileCorrupt,
                 "[pytorch] tensor '" + tensor + "' in " + name_ + ": " + problem + ". Download or copy the file again.",
                 {}});
  }

  bool read_zip() {
    Result<std::vector<ZipEntry>> listed = list_zip(file_, "pytorch", name_);
    if (!listed) return fail(listed.error());
    entries_ = std::move(*listed);
    std::string folder;
    const ZipEntry* pickle = nullptr;
    for (const ZipEntry& e : entries_) {
      const std::size_t slash = e.name.find('/');
      if (slash == e.name.npos || e.name.substr(slash + 1) != kPickle) continue;
      if (pickle) return corrupt("the archive holds two checkpoints");
      pickle = &e;
      folder = e.name.substr(0, slash + 1);
    }
    if (!pickle) return unsupported("it is a zip archive, but not of PyTorch. Choose the model's own file.");
    for (const ZipEntry& e : entries_) {
      const std::string_view inner = std::string_view(e.name).substr(std::min(folder.size(), e.name.size()));
      if (!e.name.starts_with(folder)) continue;
      if (inner == "constants.pkl" || inner.starts_with("code/"))
        return unsupported("it is a TorchScript program, not weights. Save model.state_dict() instead.");
      if (inner == "byteorder" && as_text(e.bytes) != "little")
        return unsupported("its numbers are big-endian. Save it again on a little-endian machine.");
      if (inner.starts_with("data/")) storages_.emplace(inner.substr(5), e.bytes);
    }
    return read_tree(pickle->bytes);
  }

  bool read_tree(std::span<const std::byte> bytes) {
    Result<PickleTree> tree = read_pickle(bytes, where_);
    if (!tree) return fail(tree.error());
    tree_ = std::move(*tree);
    return true;
  }

  bool read_stream() {
    std::size_t at = kStreamMagic.size();
    const auto next = [&](PickleTree& tree) {
      Result<PickleTree> read = read_pickle(file_.subspan(at), where_);
      if (!read) return fail(read.error());
      tree = std::move(*read);
      at += tree.bytes;
      return true;
    };
    PickleTree protocol, machine, keys;
    if (!next(protocol) || !next(machine) || !next(tree_) || !next(keys)) return false;
    if (!is_little_endian(machine)) return unsupported("its numbers are big-endian. Save it again on another machine.");
    if (keys[keys.root].kind != PickleValue::Kind::List) return corrupt("its list of storages is no list");
    return place_stream_storages(keys, at);
  }

  static bool is_little_endian(const PickleTree& machine) {
    const std::vector<std::uint32_t>& parts = machine[machine.root].parts;
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
      if (machine[parts[i]].text == "little_endian") return machine[parts[i + 1]].integer == 1;
    }
    return true;
  }

  bool place_stream_storages(const PickleTree& keys, std::size_t at) {
    std::map<std::string_view, const PickleType*> types;
    for (const PickleStorage& s : tree_.storages) types.emplace(s.key, s.type);
    for (const std::uint32_t part : keys[keys.root].parts) {
      const auto type = types.find(keys[part].text);
      if (keys[part].kind != PickleValue::Kind::Text || type == types.end())
        return corrupt("its list of storages names one that no tensor uses");
      std::int64_t count = 0;
      if (file_.size() - at < sizeof count) return corrupt("the file ends within its storages");
      std::memcpy(&count, &file_[at], sizeof count);
      at += sizeof count;
      const std::optional<std::int64_t> bytes = checked_product(std::span(&count, 1), type->second->bytes);
      if (!bytes || std::uint64_t(*bytes) > file_.size() - at) return corrupt("the file ends within its storages");
      if (!storages_.emplace(type->first, file_.subspan(at, std::size_t(*bytes))).second)
        return corrupt("its list of storages names one twice");
      at += std::size_t(*bytes);
    }
    return true;
  }

  const PickleValue* dict_at(const PickleValue& dict, std::string_view key) const {
    for (std::size_t i = 0; i + 1 < dict.parts.size(); i += 2) {
      const PickleValue& value = tree_[dict.parts[i + 1]];
      if (tree_[dict.parts[i]].text == key && value.kind == PickleValue::Kind::Dict) return &value;
    }
    return nullptr;
  }

  bool holds_tensors(const PickleValue& dict) const {
    for (std::size_t i = 1; i < dict.parts.size(); i += 2) {
      if (tree_[dict.parts[i]].kind == PickleValue::Kind::Tensor) return true;
    }
    return false;
  }

  bool read_tensors() {
    const PickleValue* dict = &tree_[tree_.root];
    if (dict->kind != PickleValue::Kind::Dict) return unsupported("it holds no dict of tensors. Save model.state_dict().");
    for (const std::string_view nest : kNests) {
      if (holds_tensors(*dict)) break;
      if (const PickleValue* inner = dict_at(*dict, nest)) dict = inner;
    }
    if (!holds_tensors(*dict)) return unsupported("it holds no dict of tensors. Save model.state_dict().");
    for (std::size_t i = 0; i + 1 < dict->parts.size(); i += 2) {
      const PickleValue &key = tree_[dict->parts[i]], &value = tree_[dict->parts[i + 1]];
      if (value.kind != PickleValue::Kind::Tensor) continue;  // versions and counters that trainers leave
      if (key.kind != PickleValue::Kind::Text || key.text.empty()) return corrupt("a tensor has no name");
      if (!add(std::string(key.text), tree_.tensors[value.extra])) return false;
    }
    return true;
  }

  bool add(std::string name, const PickleTensor& t) {
    if (!names_.insert(name).second) return corrupt_tensor(name, "it appears twice");
    const auto storage = storages_.find(t.storage.key);
    if (storage == storages_.end()) return corrupt_tensor(name, "its numbers are not in the file");
    const std::optional<std::int64_t> bytes = checked_product(t.shape, t.type->bytes);
    if (!bytes) return corrupt_tensor(name, "its sizes are impossible");
    const std::int64_t available = std::int64_t(storage->second.size()) / t.type->bytes;
    if (t.storage.numbers > std::int64_t(storage->second.size()) / t.storage.type->bytes) {
      return corrupt_tensor(name, "it should use " + std::to_string(t.storage.numbers) +
                                      " numbers of a storage, but the file has " +
                                      std::to_string(storage->second.size()) + " bytes there");
    }
    std::span<const std::byte> data;
    if (*bytes > 0 && !place(name, t, available, storage->second, std::size_t(*bytes), data)) return false;
    if (const std::optional<WeightFormat> format = format_of(t.type->name))
      parsed_.tensors.push_back({std::move(name), *format, t.shape, data});
    else
      parsed_.foreign.push_back({std::move(name), std::string(t.type->name), t.shape, data});
    return true;
  }

  bool place(const std::string& name, const PickleTensor& t, std::int64_t available, std::span<const std::byte> storage,
             std::size_t bytes, std::span<const std::byte>& data) {
    const Layout layout = layout_of(t);
    if (!layout.dense) {
      return fail({ErrorCode::UnsupportedFormat,
                   "[pytorch] tensor '" + name + "' in " + name_ +
                       ": it is a view with gaps or repeated numbers. Save the model again after .contiguous(), or use "
                       "a safetensors file.",
                   {}});
    }
    const std::int64_t count = std::int64_t(bytes) / t.type->bytes;
    if (t.offset > available || count > available - t.offset)
      return corrupt_tensor(name, "its numbers end past the end of their storage");
    data = storage.subspan(std::size_t(t.offset) * std::size_t(t.type->bytes), bytes);
    return layout.contiguous || copy_in_order(name, t, data);
  }

  /// Each copy may be as large as a storage, and many tensors may share one.
  bool copy_in_order(const std::string& name, const PickleTensor& t, std::span<const std::byte>& data) {
    copied_ += data.size();
    if (copied_ > file_.size()) return corrupt_tensor(name, "more numbers are transposed than the file holds");
    const auto size = std::size_t(t.type->bytes);
    auto ordered = std::make_shared<std::vector<std::byte>>(data.size());
    std::vector<std::int64_t> at(t.shape.size(), 0);
    std::int64_t from = 0;
    for (std::size_t to = 0; to < data.size(); to += size) {
      std::memcpy(ordered->data() + to, data.data() + std::size_t(from) * size, size);
      for (std::size_t d = t.shape.size(); d-- > 0;) {
        if (t.shape[d] == 1) continue;  // its stride may be anything
        from += t.strides[d];
        if (++at[d] < t.shape[d]) break;
        from -= t.strides[d] * t.shape[d];
        at[d] = 0;
      }
    }
    data = *ordered;
    parsed_.owned.push_back(std::move(ordered));
    return true;
  }

  std::span<const std::byte> file_;
  const std::string& name_;
  const std::string where_;
  std::vector<ZipEntry> entries_;
  Storages storages_;
  PickleTree tree_;
  ParsedFile parsed_;
  std::set<std::string> names_;
  std::size_t copied_ = 0;
  Error error_;
};

}  // namespace

bool is_pytorch(std::span<const std::byte> file) {
  return as_text(file).starts_with(kZipMagic) || as_text(file).starts_with(kStreamMagic);
}

Result<ParsedFile> parse_pytorch(std::span<const std::byte> file, const std::string& file_name) {
  return CheckpointReader(file, file_name).read();
}

}  // namespace eddy
