#include "engine/model_files/model_file.h"

#include <cstring>
#include <set>
#include <system_error>
#include <unordered_map>

#include "engine/core/mapped_file.h"
#include "engine/model_files/fp8.h"
#include "engine/model_files/ggmf.h"
#include "engine/model_files/gguf.h"
#include "engine/model_files/hf_config.h"
#include "engine/model_files/model_location.h"
#include "engine/model_files/original_names.h"
#include "engine/model_files/pytorch.h"
#include "engine/model_files/safetensors.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

using Mapping = std::shared_ptr<const MappedFile>;

std::string tag(std::string_view format) {
  return std::string("[").append(format).append("] ");
}

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// The parts of one model, joined.
class JoinedFile : public ModelFile {
 public:
  JoinedFile(fs::path path, fs::path folder, std::string_view format)
      : path_(std::move(path)), folder_(std::move(folder)), container_(format), format_(format) {}

  /// Metadata that an earlier part has already given is kept.
  Result<void> add(Mapping mapping, ParsedFile part) {
    const std::string name = display_name(mapping->path());
    file_bytes_ += std::int64_t(mapping->bytes().size());
    mappings_.push_back(std::move(mapping));
    for (StoredTensor& t : part.tensors) {
      if (!names_.insert(t.name).second) return repeated(t.name, name);
      all_.tensors.push_back(std::move(t));
    }
    for (ForeignTensor& t : part.foreign) {
      if (!names_.insert(t.name).second) return repeated(t.name, name);
      all_.foreign.push_back(std::move(t));
    }
    std::move(part.owned.begin(), part.owned.end(), std::back_inserter(all_.owned));
    all_.metadata.merge(part.metadata);
    return {};
  }

  void add_metadata(Metadata more) { all_.metadata.merge(more); }

  /// Call once after the last part: the views into the tensors stay valid from now on.
  Result<void> finish() {
    const std::string name = display_name(path_);
    if (Result<void> read = read_fp8(all_, container_, name); !read) return read;
    Result<std::string_view> original = restore_original_names(all_.metadata, name);
    if (!original) return original.error();
    if (!original->empty()) format_ = *original;
    for (const StoredTensor& t : all_.tensors) by_name_.emplace(t.name, &t);
    return {};
  }

  const fs::path& path() const override { return path_; }
  std::string_view file_format() const override { return format_; }
  std::string_view container() const override { return container_; }
  std::int64_t file_bytes() const override { return file_bytes_; }
  std::span<const StoredTensor> tensors() const override { return all_.tensors; }
  std::span<const ForeignTensor> foreign_tensors() const override { return all_.foreign; }
  fs::path folder() const override { return folder_; }

  std::vector<fs::path> parts() const override {
    std::vector<fs::path> paths;
    for (const Mapping& m : mappings_) paths.push_back(m->path());
    return paths;
  }

  const StoredTensor* find(std::string_view name) const override {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second;
  }

  const MetadataValue* metadata(std::string_view key) const override {
    const auto found = all_.metadata.find(key);
    return found == all_.metadata.end() ? nullptr : &found->second;
  }

  std::vector<std::string_view> metadata_keys() const override {
    std::vector<std::string_view> keys;
    for (const auto& [key, value] : all_.metadata) keys.push_back(key);
    return keys;
  }

  bool holds(const std::string& tensor) const { return names_.contains(tensor); }

 private:
  Error repeated(const std::string& tensor, const std::string& file) const {
    return {
        ErrorCode::FileCorrupt,
        tag(format_) + "tensor '" + tensor + "' in " + file + ": another part holds it too. Download the parts again.",
        {}};
  }

  fs::path path_, folder_;
  std::string_view container_, format_;
  std::int64_t file_bytes_ = 0;
  std::vector<Mapping> mappings_;
  ParsedFile all_;
  std::set<std::string, std::less<>> names_;
  std::unordered_map<std::string_view, const StoredTensor*> by_name_;
};

using Opened = Result<std::shared_ptr<const ModelFile>>;

bool is_there(const fs::path& path) {
  std::error_code ec;
  return fs::exists(path, ec);
}

// A part that the model needs; says so when it is missing.
Result<Mapping> open_part(const fs::path& path, std::string_view format, const std::string& named_by) {
  if (!is_there(path)) {
    return Error{ErrorCode::FileNotFound,
                 tag(format) + "part " + display_name(path) + " is missing: " + named_by +
                     " needs it in the same folder. Download the missing part.",
                 {}};
  }
  return MappedFile::open(path);
}

Result<void> add_config(JoinedFile& file) {
  const fs::path path = file.folder() / "config.json";
  if (!is_there(path)) return {};
  Result<Mapping> mapping = MappedFile::open(path);
  if (!mapping) return mapping.error();
  Result<Metadata> config = parse_hf_config(as_text((*mapping)->bytes()), display_name(path));
  if (!config) return config.error();
  file.add_metadata(std::move(*config));
  return {};
}

/// A kind of file that Hugging Face folders hold, whole or in shards.
struct ShardedFormat {
  std::string_view name;
  Result<ParsedFile> (*parse)(std::span<const std::byte> file, const std::string& file_name);
};

constexpr ShardedFormat kSafetensors{"safetensors", &parse_safetensors};
constexpr ShardedFormat kPytorch{"pytorch", &parse_pytorch};

Result<void> add_part(JoinedFile& file, const ShardedFormat& format, Mapping mapping) {
  Result<ParsedFile> parsed = format.parse(mapping->bytes(), display_name(mapping->path()));
  if (!parsed) return parsed.error();
  return file.add(std::move(mapping), std::move(*parsed));
}

Opened finish(std::shared_ptr<JoinedFile> file) {
  if (Result<void> finished = file->finish(); !finished) return finished.error();
  return std::shared_ptr<const ModelFile>(std::move(file));
}

Opened finish_with_config(std::shared_ptr<JoinedFile> file) {
  if (Result<void> added = add_config(*file); !added) return added.error();
  return finish(std::move(file));
}

Opened open_single(std::shared_ptr<JoinedFile> file, const ShardedFormat& format, Mapping mapping) {
  if (Result<void> added = add_part(*file, format, std::move(mapping)); !added) return added.error();
  return finish_with_config(std::move(file));
}

Opened open_shards(std::shared_ptr<JoinedFile> file, const ShardedFormat& format, const Mapping& index) {
  const std::string index_name = display_name(index->path());
  Result<std::map<std::string, std::string>> shards =
      parse_shard_index(as_text(index->bytes()), index_name, format.name);
  if (!shards) return shards.error();
  std::set<std::string> names;
  for (const auto& [tensor, shard] : *shards) names.insert(shard);
  for (const std::string& name : names) {
    Result<Mapping> mapping =
        open_part(file->folder() / fs::path(std::u8string(name.begin(), name.end())), format.name, index_name);
    if (!mapping) return mapping.error();
    if (Result<void> added = add_part(*file, format, std::move(*mapping)); !added) return added.error();
  }
  for (const auto& [tensor, shard] : *shards) {
    if (!file->holds(tensor)) {
      return Error{ErrorCode::FileCorrupt,
                   tag(format.name) + "tensor '" + tensor + "': " + index_name + " says it is in " + shard +
                       ", but it is not. Download that part again.",
                   {}};
    }
  }
  return finish_with_config(std::move(file));
}

// The index that lists `shard`, if one lies beside it.
Result<Mapping> index_beside(const fs::path& shard) {
  std::error_code ec;
  for (fs::directory_iterator it(shard.parent_path().empty() ? "." : shard.parent_path(), ec);
       !ec && it != fs::directory_iterator(); it.increment(ec)) {
    if (!is_shard_index(display_name(it->path()))) continue;
    Result<Mapping> mapping = MappedFile::open(it->path());
    if (!mapping) return mapping.error();
    if (as_text((*mapping)->bytes()).find('"' + display_name(shard) + '"') != std::string_view::npos)
      return std::move(*mapping);
  }
  return Mapping();
}

Error wrong_part(const std::string& file, const std::string& problem) {
  return {ErrorCode::FileCorrupt, "[gguf] " + file + ": " + problem + ". Download the parts again.", {}};
}

// Parts must say the number and count that their names say.
Result<void> check_split(const ParsedFile& part, const std::string& file, int number, int count) {
  const auto value = [&](const char* key) {
    const auto found = part.metadata.find(key);
    const std::int64_t* v = found == part.metadata.end() ? nullptr : std::get_if<std::int64_t>(&found->second);
    return v ? *v : -1;
  };
  if (value("split.count") != count) return wrong_part(file, "split.count is not " + std::to_string(count));
  if (value("split.no") != number - 1) return wrong_part(file, "split.no is not " + std::to_string(number - 1));
  return {};
}

Result<void> check_split_total(const JoinedFile& file, const std::string& name) {
  const MetadataValue* value = file.metadata("split.tensors.count");
  const std::int64_t* total = value ? std::get_if<std::int64_t>(value) : nullptr;
  const std::size_t found = file.tensors().size() + file.foreign_tensors().size();
  if (total && *total != std::int64_t(found)) {
    return wrong_part(name, "the parts hold " + std::to_string(found) + " tensors, split.tensors.count says " +
                                std::to_string(*total));
  }
  return {};
}

Opened open_gguf_parts(std::shared_ptr<JoinedFile> file, const SplitName& split) {
  std::string name;
  for (int number = 1; number <= split.count; ++number) {
    name = split_name(split.prefix, number, split.count);
    Result<Mapping> mapping =
        open_part(file->folder() / fs::path(std::u8string(name.begin(), name.end())), "gguf", "this split model");
    if (!mapping) return mapping.error();
    Result<ParsedFile> parsed = parse_gguf((*mapping)->bytes(), name);
    if (!parsed) return parsed.error();
    if (Result<void> fits = check_split(*parsed, name, number, split.count); !fits) return fits.error();
    if (Result<void> added = file->add(std::move(*mapping), std::move(*parsed)); !added) return added.error();
  }
  if (Result<void> total = check_split_total(*file, name); !total) return total.error();
  return finish(std::move(file));
}

Opened open_gguf(std::shared_ptr<JoinedFile> file, Mapping mapping) {
  const std::string name = display_name(mapping->path());
  Result<ParsedFile> parsed = parse_gguf(mapping->bytes(), name);
  if (!parsed) return parsed.error();
  const auto count = parsed->metadata.find("split.count");
  if (count != parsed->metadata.end() && count->second != MetadataValue(std::int64_t(1))) {
    const std::optional<SplitName> split = parse_split_name(name);
    if (!split)
      return wrong_part(name, "it is one part of a split model but is not named like one (name-00001-of-00003.gguf)");
    return open_gguf_parts(std::move(file), *split);
  }
  if (Result<void> added = file->add(std::move(mapping), std::move(*parsed)); !added) return added.error();
  return finish(std::move(file));
}

Opened open_ggmf(std::shared_ptr<JoinedFile> file, Mapping mapping) {
  Result<ParsedFile> parsed = parse_ggmf(mapping->bytes(), display_name(mapping->path()));
  if (!parsed) return parsed.error();
  if (Result<void> added = file->add(std::move(mapping), std::move(*parsed)); !added) return added.error();
  return finish(std::move(file));
}

Error unknown_format(const std::string& name, std::string_view head) {
  if (head.starts_with("version https://git-lfs")) {
    return {ErrorCode::UnsupportedFormat,
            "[model] " + name + " is only a pointer to the model (Git LFS). Download the file itself.",
            {}};
  }
  if (head.starts_with("<!") || head.starts_with("<html")) {
    return {
        ErrorCode::UnsupportedFormat, "[model] " + name + " is a web page, not a model. Download the file again.", {}};
  }
  return {ErrorCode::UnsupportedFormat,
          "[model] " + name + " is no GGUF, safetensors, PyTorch or rwkv.cpp file. Use one of those.",
          {}};
}

/// A whole file, or the set of shards that it belongs to.
Opened open_sharded(std::shared_ptr<JoinedFile> file, const ShardedFormat& format, Mapping mapping) {
  Result<Mapping> index = index_beside(mapping->path());
  if (!index) return index.error();
  if (*index) return open_shards(std::move(file), format, *index);
  return open_single(std::move(file), format, std::move(mapping));
}

}  // namespace

Opened open_model_file(const fs::path& path) {
  std::error_code ec;
  fs::path target = path;
  if (fs::is_directory(path, ec)) {
    Result<fs::path> found = find_model_in_folder(path);
    if (!found) return found.error();
    target = std::move(*found);
  }
  Result<Mapping> mapping = MappedFile::open(target);
  if (!mapping) return mapping.error();
  const std::string name = display_name(target);
  const std::string_view head = as_text((*mapping)->bytes()).substr(0, 64);
  const auto joined = [&](std::string_view format) {
    return std::make_shared<JoinedFile>(path, target.parent_path(), format);
  };

  if (head.starts_with("GGUF") || name.ends_with(".gguf")) return open_gguf(joined("gguf"), std::move(*mapping));
  if (head.starts_with(kGgmfMagic)) return open_ggmf(joined("ggmf"), std::move(*mapping));
  if (is_pytorch((*mapping)->bytes())) return open_sharded(joined("pytorch"), kPytorch, std::move(*mapping));
  if (is_shard_index(name)) {
    const ShardedFormat& format = name.ends_with(".bin.index.json") ? kPytorch : kSafetensors;
    return open_shards(joined(format.name), format, *mapping);
  }
  if (!name.ends_with(".safetensors") || head.starts_with("version https://git-lfs")) return unknown_format(name, head);
  return open_sharded(joined("safetensors"), kSafetensors, std::move(*mapping));
}

}  // namespace eddy
