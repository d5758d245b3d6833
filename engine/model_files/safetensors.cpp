#include "engine/model_files/safetensors.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>

#include "engine/model_files/json_walker.h"
#include "engine/model_files/tensor_size.h"

namespace eddy {
namespace {

static_assert(std::endian::native == std::endian::little, "tensor data is used in place");

constexpr std::uint64_t kMaxHeader = 100'000'000;  // the format's own limit
constexpr std::size_t kMaxRank = 8;

struct DataType {
  std::string_view name;
  int bits;
  std::optional<WeightFormat> format;  ///< none: checked and listed as foreign
};

constexpr DataType kDataTypes[] = {
    {"F32", 32, WeightFormat::F32},
    {"F16", 16, WeightFormat::F16},
    {"BF16", 16, WeightFormat::BF16},
    {"F64", 64, {}},
    {"I64", 64, {}},
    {"U64", 64, {}},
    {"I32", 32, {}},
    {"U32", 32, {}},
    {"I16", 16, {}},
    {"U16", 16, {}},
    {"I8", 8, {}},
    {"U8", 8, {}},
    {"BOOL", 8, {}},
    {"C64", 64, {}},
    {"F8_E4M3", 8, {}},
    {"F8_E5M2", 8, {}},
    {"F8_E8M0", 8, {}},
    {"F8_E4M3FNUZ", 8, {}},
    {"F8_E5M2FNUZ", 8, {}},
    {"F6_E2M3", 6, {}},
    {"F6_E3M2", 6, {}},
    {"F4", 4, {}},
};

const DataType* find_data_type(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kDataTypes), std::end(kDataTypes), [&](const DataType& t) { return t.name == name; });
  return found == std::end(kDataTypes) ? nullptr : found;
}

struct Entry {
  std::string name;
  std::optional<std::string> dtype;
  bool has_shape = false;
  std::vector<std::int64_t> shape;
  bool has_offsets = false;
  std::vector<std::int64_t> offsets;
};

// Collects the header's entries; sizes are checked afterwards, when the whole header is known to be sound.
class HeaderVisitor : public JsonVisitor {
 public:
  std::string begin_object(JsonPath path) override {
    if (path.empty()) return {};
    if (path.size() > 1) return "has an object inside '" + path[0] + "'";
    if (path[0] == "__metadata__") return {};
    if (path[0].empty()) return "has a tensor without a name";
    entries.push_back({.name = path[0]});
    return {};
  }

  std::string begin_array(JsonPath path) override {
    if (path.size() != 2 || path[0] == "__metadata__") return misplaced(path);
    if (path[1] == "shape")
      entries.back().has_shape = true;
    else if (path[1] == "data_offsets")
      entries.back().has_offsets = true;
    else
      return misplaced(path);
    return {};
  }

  std::string value(JsonPath path, JsonScalar scalar) override {
    if (path.size() == 2 && path[0] == "__metadata__") return metadata_value(path[1], scalar);
    if (path.size() == 2 && path[1] == "dtype") return dtype(scalar);
    if (path.size() == 3 && path[1] == "shape") return number(path, scalar, entries.back().shape, kMaxRank);
    if (path.size() == 3 && path[1] == "data_offsets") return number(path, scalar, entries.back().offsets, 2);
    return misplaced(path);
  }

  std::vector<Entry> entries;
  Metadata metadata;

 private:
  static std::string misplaced(JsonPath path) {
    return "has an unexpected value at '" + path[0] + (path.size() > 1 ? "." + path[1] : "") + "'";
  }

  std::string metadata_value(const std::string& key, JsonScalar& scalar) {
    std::string* text = std::get_if<std::string>(&scalar);
    if (!text) return "has a __metadata__ value that is no text: '" + key + "'";
    metadata.insert_or_assign("__metadata__." + key, std::move(*text));
    return {};
  }

  std::string dtype(JsonScalar& scalar) {
    std::string* text = std::get_if<std::string>(&scalar);
    if (!text) return "has a dtype that is no text for tensor '" + entries.back().name + "'";
    entries.back().dtype = std::move(*text);
    return {};
  }

  static std::string number(JsonPath path, const JsonScalar& scalar, std::vector<std::int64_t>& into,
                            std::size_t most) {
    const std::int64_t* v = std::get_if<std::int64_t>(&scalar);
    if (!v || *v < 0) return "has a " + path[1] + " that is no size for tensor '" + path[0] + "'";
    if (into.size() == most) return "has too many numbers in " + path[1] + " of tensor '" + path[0] + "'";
    into.push_back(*v);
    return {};
  }
};

class FileParser {
 public:
  FileParser(std::span<const std::byte> file, const std::string& name) : file_(file), name_(name) {}

  Result<ParsedFile> parse() {
    std::uint64_t header_bytes = 0;
    if (file_.size() < sizeof header_bytes) return corrupt("the file ends before its header length");
    std::memcpy(&header_bytes, file_.data(), sizeof header_bytes);
    if (header_bytes > kMaxHeader) {
      return corrupt("the header length " + std::to_string(header_bytes) + " is more than the format allows");
    }
    if (header_bytes > file_.size() - sizeof header_bytes) {
      return corrupt("the header should have " + std::to_string(header_bytes) + " bytes, but the file ends after " +
                     std::to_string(file_.size() - sizeof header_bytes));
    }
    const std::string_view header(reinterpret_cast<const char*>(file_.data()) + sizeof header_bytes, header_bytes);
    data_ = file_.subspan(sizeof header_bytes + header_bytes);

    HeaderVisitor visitor;
    const Result<void> walked = walk_json(header, "[safetensors] " + name_, {.bytes = kMaxHeader, .depth = 4}, visitor);
    if (!walked) return walked.error();
    parsed_.metadata = std::move(visitor.metadata);
    for (Entry& entry : visitor.entries) {
      if (Result<void> added = add(entry); !added) return added.error();
    }
    if (Result<void> covered = check_coverage(); !covered) return covered.error();
    return std::move(parsed_);
  }

 private:
  Error corrupt(const std::string& problem) const {
    return {
        ErrorCode::FileCorrupt, "[safetensors] " + name_ + ": " + problem + ". Download or copy the file again.", {}};
  }

  Error corrupt_tensor(const std::string& tensor, const std::string& problem) const {
    return {ErrorCode::FileCorrupt,
            "[safetensors] tensor '" + tensor + "' in " + name_ + ": " + problem + ". Download or copy the file again.",
            {}};
  }

  Result<void> add(Entry& e) {
    if (!e.dtype || !e.has_shape || e.offsets.size() != 2)
      return corrupt_tensor(e.name, "dtype, shape or data_offsets is missing");
    const DataType* type = find_data_type(*e.dtype);
    if (!type) {
      return Error{ErrorCode::UnsupportedFormat,
                   "[safetensors] tensor '" + e.name + "' in " + name_ + ": unknown dtype '" + *e.dtype +
                       "'. Use a file with F32, F16, BF16 or FP8 (e4m3) weights.",
                   {}};
    }
    const std::int64_t begin = e.offsets[0], end = e.offsets[1];
    if (begin > end || std::uint64_t(end) > data_.size()) {
      return corrupt_tensor(e.name, "its data ends at byte " + std::to_string(end) + ", but the file has " +
                                        std::to_string(data_.size()) + " bytes of data");
    }
    const std::optional<std::int64_t> bits = checked_product(e.shape, type->bits);
    if (!bits || *bits % 8 != 0 || *bits / 8 != end - begin) {
      return corrupt_tensor(e.name,
                            "its shape needs a different size than its " + std::to_string(end - begin) + " bytes");
    }
    const std::span<const std::byte> bytes = data_.subspan(std::size_t(begin), std::size_t(end - begin));
    ranges_.push_back({begin, end, e.name});
    if (type->format)
      parsed_.tensors.push_back({std::move(e.name), *type->format, std::move(e.shape), bytes});
    else
      parsed_.foreign.push_back({std::move(e.name), std::move(*e.dtype), std::move(e.shape), bytes});
    return {};
  }

  // The format demands that tensors cover the data without holes or overlap; a hole means a damaged or doctored file.
  Result<void> check_coverage() {
    std::sort(ranges_.begin(), ranges_.end(),
              [](const Range& a, const Range& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
    std::int64_t covered = 0;
    for (const Range& r : ranges_) {
      if (r.begin < covered) return corrupt_tensor(r.name, "overlaps another tensor");
      if (r.begin > covered) return corrupt_tensor(r.name, "starts after bytes that belong to no tensor");
      covered = r.end;
    }
    if (std::uint64_t(covered) != data_.size()) {
      return corrupt(std::to_string(data_.size() - std::uint64_t(covered)) + " bytes at the end belong to no tensor");
    }
    return {};
  }

  struct Range {
    std::int64_t begin, end;
    std::string name;
  };

  std::span<const std::byte> file_;
  const std::string& name_;
  std::span<const std::byte> data_;
  ParsedFile parsed_;
  std::vector<Range> ranges_;
};

bool is_plain_file_name(std::string_view name) {
  return !name.empty() && name.front() != '.' &&
         name.find_first_of(std::string_view("/\\:\0", 4)) == std::string_view::npos;
}

class IndexVisitor : public JsonVisitor {
 public:
  std::string value(JsonPath path, JsonScalar scalar) override {
    if (path[0] != "weight_map") return {};
    std::string* file = std::get_if<std::string>(&scalar);
    if (path.size() != 2 || !file) return "has a weight_map entry that is no file name";
    if (!is_plain_file_name(*file)) return "names a shard outside the folder: '" + *file + "'";
    shards.insert_or_assign(path[1], std::move(*file));
    return {};
  }

  std::map<std::string, std::string> shards;
};

}  // namespace

Result<ParsedFile> parse_safetensors(std::span<const std::byte> file, const std::string& file_name) {
  return FileParser(file, file_name).parse();
}

Result<std::map<std::string, std::string>> parse_shard_index(std::string_view text, const std::string& file_name,
                                                             std::string_view format) {
  IndexVisitor visitor;
  const std::string where = "[" + std::string(format) + "] " + file_name;
  const Result<void> walked = walk_json(text, where, {.bytes = kMaxHeader, .depth = 8}, visitor);
  if (!walked) return walked.error();
  if (visitor.shards.empty())
    return Error{ErrorCode::FileCorrupt, where + ": no weight_map. Download the file again.", {}};
  return std::move(visitor.shards);
}

}  // namespace eddy
