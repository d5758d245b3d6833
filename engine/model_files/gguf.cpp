#include "engine/model_files/gguf.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <set>

#include "engine/model_files/gguf_format.h"
#include "engine/model_files/tensor_size.h"
#include "engine/model_files/utf8.h"

namespace eddy {
namespace {

using gguf::Kind;
static_assert(std::endian::native == std::endian::little, "tensor data is used in place");

constexpr std::size_t kMaxNameBytes = 256;  // keys and tensor names; the reference writer allows 64 for tensors
constexpr std::uint64_t kMaxAlignment = 1 << 20;

/// Types that are no weight format of ours: plain numbers are listed as foreign, the others are refused by name.
struct OtherType {
  std::uint32_t id;
  std::string_view name;
  int bytes;  ///< of one plain number, 0 for block formats
};

constexpr OtherType kOtherTypes[] = {
    {24, "I8", 1},    {25, "I16", 2},   {26, "I32", 4},     {27, "I64", 8},    {28, "F64", 8},
    {9, "Q8_1", 0},   {15, "Q8_K", 0},  {16, "IQ2_XXS", 0}, {17, "IQ2_XS", 0}, {18, "IQ3_XXS", 0},
    {19, "IQ1_S", 0}, {21, "IQ3_S", 0}, {22, "IQ2_S", 0},   {29, "IQ1_M", 0},  {34, "TQ1_0", 0},
    {35, "TQ2_0", 0}, {40, "NVFP4", 0}, {41, "Q1_0", 0},    {42, "Q2_0", 0},
};

int bytes_of_kind(Kind kind) {
  switch (kind) {
    case Kind::U8:
    case Kind::I8:
    case Kind::Bool:
      return 1;
    case Kind::U16:
    case Kind::I16:
      return 2;
    case Kind::U32:
    case Kind::I32:
    case Kind::F32:
      return 4;
    case Kind::U64:
    case Kind::I64:
    case Kind::F64:
      return 8;
    case Kind::String:
    case Kind::Array:
      break;
  }
  return 0;
}

bool is_integer(Kind kind) {
  return kind != Kind::F32 && kind != Kind::F64;
}

template <class T>
T load(const std::byte* p) {
  T v;
  std::memcpy(&v, p, sizeof v);
  return v;
}

std::int64_t load_integer(Kind kind, const std::byte* p) {
  switch (kind) {
    case Kind::U8:
    case Kind::Bool:
      return load<std::uint8_t>(p);
    case Kind::I8:
      return load<std::int8_t>(p);
    case Kind::U16:
      return load<std::uint16_t>(p);
    case Kind::I16:
      return load<std::int16_t>(p);
    case Kind::U32:
      return load<std::uint32_t>(p);
    case Kind::I32:
      return load<std::int32_t>(p);
    default:
      return load<std::int64_t>(p);
  }
}

double load_fraction(Kind kind, const std::byte* p) {
  return kind == Kind::F32 ? double(load<float>(p)) : load<double>(p);
}

class GgufParser {
 public:
  GgufParser(std::span<const std::byte> file, const std::string& name) : file_(file), name_(name) {}

  Result<ParsedFile> parse() {
    if (!read_header() || !read_metadata() || !read_tensor_list() || !place_tensors()) return std::move(error_);
    return std::move(parsed_);
  }

 private:
  struct Pending {
    std::string name;
    std::vector<std::int64_t> shape;
    std::uint32_t type = 0;
    std::uint64_t offset = 0;
  };

  struct Range {
    std::uint64_t begin, end;
    std::string_view name;
  };

  bool fail(ErrorCode code, std::string problem) {
    error_ = {code, "[gguf] " + std::move(problem), {}};
    return false;
  }
  bool corrupt(const std::string& problem) {
    return fail(ErrorCode::FileCorrupt, name_ + ": " + problem + ". Download or copy the file again.");
  }
  bool corrupt_key(const std::string& key, const std::string& problem) {
    return fail(ErrorCode::FileCorrupt,
                "key '" + key + "' in " + name_ + ": " + problem + ". Download or copy the file again.");
  }
  bool corrupt_tensor(const std::string& tensor, const std::string& problem) {
    return fail(ErrorCode::FileCorrupt,
                "tensor '" + tensor + "' in " + name_ + ": " + problem + ". Download or copy the file again.");
  }

  std::uint64_t left() const { return file_.size() - at_; }

  template <class T>
  bool read(T& v, const char* what) {
    if (left() < sizeof v) return corrupt(std::string("the file ends inside ") + what);
    v = load<T>(file_.data() + at_);
    at_ += sizeof v;
    return true;
  }

  bool read_string(std::string& v, std::uint64_t most, const char* what) {
    std::uint64_t length = 0;
    if (!read(length, what)) return false;
    if (length > left()) {
      return corrupt(std::string(what) + " should have " + std::to_string(length) + " bytes, but only " +
                     std::to_string(left()) + " are left in the file");
    }
    if (length > most)
      return corrupt(std::string(what) + " has " + std::to_string(length) + " bytes, too many for a name");
    v.assign(reinterpret_cast<const char*>(file_.data() + at_), length);
    at_ += length;
    return true;
  }

  bool read_header() {
    char magic[4];
    std::uint32_t version = 0;
    if (left() < 24) return corrupt("the file ends inside its header");
    std::memcpy(magic, file_.data(), 4);
    at_ = 4;
    if (std::memcmp(magic, gguf::kMagic, 4) != 0) return corrupt("it does not start with 'GGUF'");
    read(version, "the header");
    if ((version & 0xffff) == 0 && version != 0) {
      return fail(ErrorCode::UnsupportedFormat,
                  name_ + " is a big-endian GGUF file. Convert it on a little-endian machine.");
    }
    if (version != 2 && version != 3) {
      return fail(ErrorCode::UnsupportedFormat, name_ + " has GGUF version " + std::to_string(version) +
                                                    "; versions 2 and 3 are known. Convert the model again.");
    }
    read(tensor_count_, "the header");
    read(key_count_, "the header");
    // The smallest key takes 8 + 1 + 4 + 1 bytes, the smallest tensor 8 + 1 + 4 + 4 + 8.
    if (key_count_ > left() / 14)
      return corrupt("it claims " + std::to_string(key_count_) + " keys, more than fit in the file");
    if (tensor_count_ > left() / 25) {
      return corrupt("it claims " + std::to_string(tensor_count_) + " tensors, more than fit in the file");
    }
    return true;
  }

  bool read_metadata() {
    for (std::uint64_t i = 0; i < key_count_; ++i) {
      std::string key;
      if (!read_string(key, kMaxNameBytes, "a key")) return false;
      if (key.empty()) return corrupt("key " + std::to_string(i) + " has no name");
      if (!is_utf8(key)) return corrupt("the name of key " + std::to_string(i) + " is not valid UTF-8");
      if (parsed_.metadata.contains(key)) return corrupt_key(key, "appears twice");
      std::uint32_t kind = 0;
      if (!read(kind, "a key")) return false;
      if (kind > std::uint32_t(Kind::F64)) return corrupt_key(key, "has an unknown kind " + std::to_string(kind));
      MetadataValue value;
      if (!(Kind(kind) == Kind::Array ? read_array(key, value) : read_scalar(key, Kind(kind), value))) return false;
      if (key == "general.alignment" && !set_alignment(Kind(kind), value)) return false;
      parsed_.metadata.emplace(std::move(key), std::move(value));
    }
    return true;
  }

  bool set_alignment(Kind kind, const MetadataValue& value) {
    const std::uint64_t alignment = kind == Kind::U32 ? std::uint64_t(std::get<std::int64_t>(value)) : 0;
    if (!std::has_single_bit(alignment) || alignment > kMaxAlignment) {
      return corrupt_key("general.alignment", "is no power of two stored as u32");
    }
    alignment_ = alignment;
    return true;
  }

  bool read_text(const std::string& key, std::string& text) {
    if (!read_string(text, file_.size(), "a text value")) return false;
    // Tokens of some vocabularies are bytes rather than text.
    return key.starts_with("tokenizer.") || is_utf8(text) || corrupt_key(key, "is not valid UTF-8");
  }

  bool read_scalar(const std::string& key, Kind kind, MetadataValue& value) {
    if (kind == Kind::String) {
      std::string text;
      if (!read_text(key, text)) return false;
      value = std::move(text);
      return true;
    }
    const std::uint64_t bytes = std::uint64_t(bytes_of_kind(kind));
    if (left() < bytes) return corrupt_key(key, "ends past the end of the file");
    const std::byte* p = file_.data() + at_;
    at_ += bytes;
    if (kind == Kind::Bool) {
      if (load<std::uint8_t>(p) > 1) return corrupt_key(key, "is neither true nor false");
      value = load<std::uint8_t>(p) == 1;
    } else if (kind == Kind::U64 && load<std::uint64_t>(p) > std::uint64_t(INT64_MAX)) {
      value = double(load<std::uint64_t>(p));
    } else if (is_integer(kind)) {
      value = load_integer(kind, p);
    } else {
      value = load_fraction(kind, p);
    }
    return true;
  }

  bool read_array(const std::string& key, MetadataValue& value) {
    std::uint32_t kind_number = 0;
    std::uint64_t count = 0;
    if (!read(kind_number, "an array") || !read(count, "an array")) return false;
    if (kind_number > std::uint32_t(Kind::F64)) return corrupt_key(key, "has elements of an unknown kind");
    const Kind kind = Kind(kind_number);
    if (kind == Kind::Array) {
      return fail(ErrorCode::UnsupportedFormat,
                  "key '" + key + "' in " + name_ + ": arrays of arrays are not supported. Convert the model again.");
    }
    const std::uint64_t element = kind == Kind::String ? 8 : std::uint64_t(bytes_of_kind(kind));
    if (count > left() / element) {
      return corrupt_key(key, "claims " + std::to_string(count) + " elements, more than are left in the file");
    }
    return kind == Kind::String ? read_strings(key, count, value) : read_numbers(kind, count, value);
  }

  bool read_strings(const std::string& key, std::uint64_t count, MetadataValue& value) {
    std::vector<std::string> texts;
    for (std::uint64_t i = 0; i < count; ++i) {
      std::string text;
      if (!read_text(key, text)) return false;
      texts.push_back(std::move(text));
    }
    value = std::move(texts);
    return true;
  }

  bool read_numbers(Kind kind, std::uint64_t count, MetadataValue& value) {
    const std::size_t bytes = std::size_t(bytes_of_kind(kind));
    const std::byte* p = file_.data() + at_;
    at_ += count * bytes;
    if (is_integer(kind)) {
      std::vector<std::int64_t> numbers;
      for (std::uint64_t i = 0; i < count; ++i, p += bytes) numbers.push_back(load_integer(kind, p));
      value = std::move(numbers);
    } else {
      std::vector<double> numbers;
      for (std::uint64_t i = 0; i < count; ++i, p += bytes) numbers.push_back(load_fraction(kind, p));
      value = std::move(numbers);
    }
    return true;
  }

  bool read_tensor_list() {
    std::set<std::string> names;
    for (std::uint64_t i = 0; i < tensor_count_; ++i) {
      Pending t;
      if (!read_string(t.name, kMaxNameBytes, "a tensor name")) return false;
      if (t.name.empty()) return corrupt("tensor " + std::to_string(i) + " has no name");
      if (!is_utf8(t.name)) return corrupt("the name of tensor " + std::to_string(i) + " is not valid UTF-8");
      if (!names.insert(t.name).second) return corrupt_tensor(t.name, "appears twice");
      if (!read_shape(t) || !read(t.type, "the tensor list") || !read(t.offset, "the tensor list")) return false;
      pending_.push_back(std::move(t));
    }
    return true;
  }

  bool read_shape(Pending& t) {
    std::uint32_t rank = 0;
    if (!read(rank, "the tensor list")) return false;
    if (rank > gguf::kMaxRank)
      return corrupt_tensor(t.name, "has " + std::to_string(rank) + " dimensions, more than 4");
    for (std::uint32_t d = 0; d < rank; ++d) {
      std::uint64_t size = 0;
      if (!read(size, "the tensor list")) return false;
      if (size > std::uint64_t(INT64_MAX)) return corrupt_tensor(t.name, "has an absurd size " + std::to_string(size));
      t.shape.insert(t.shape.begin(), std::int64_t(size));  // files list the innermost size first
    }
    return true;
  }

  bool place_tensors() {
    const std::uint64_t start = (at_ + alignment_ - 1) / alignment_ * alignment_;
    // A file without tensors may end before the padding.
    data_ = start <= file_.size() ? file_.subspan(start) : std::span<const std::byte>();
    for (Pending& t : pending_) {
      if (!place(t)) return false;
    }
    return check_overlap();
  }

  bool place(Pending& t) {
    const std::optional<WeightFormat> format = weight_format_by_gguf_type(t.type <= 255 ? int(t.type) : -1);
    const OtherType* other =
        std::find_if(std::begin(kOtherTypes), std::end(kOtherTypes), [&](auto& o) { return o.id == t.type; });
    if (!format && other == std::end(kOtherTypes)) {
      return fail(ErrorCode::UnsupportedFormat, "tensor '" + t.name + "' in " + name_ +
                                                    ": unknown weight format number " + std::to_string(t.type) +
                                                    ". The file may need a newer Eddy.");
    }
    if (!format && other->bytes == 0) {
      return fail(ErrorCode::UnsupportedFormat,
                  "tensor '" + t.name + "' in " + name_ + ": weight format " + std::string(other->name) +
                      " is not supported. Use a file in another weight format, such as Q4_K or Q8_0.");
    }
    const std::int64_t block = format ? traits(*format).block_size : 1;
    const std::int64_t block_bytes = format ? traits(*format).block_bytes : other->bytes;
    const std::optional<std::int64_t> scaled = checked_product(t.shape, block_bytes);  // block times too large
    if (!scaled) return corrupt_tensor(t.name, "its sizes multiply to more than any file can hold");
    const std::int64_t row = t.shape.empty() ? 1 : t.shape.back();
    if (row % block != 0) {
      return corrupt_tensor(
          t.name, "its rows of " + std::to_string(row) + " are no multiple of the block of " + std::to_string(block));
    }
    const std::uint64_t bytes = std::uint64_t(*scaled / block);
    if (t.offset % alignment_ != 0)
      return corrupt_tensor(t.name, "its offset is not aligned to " + std::to_string(alignment_) + " bytes");
    if (t.offset > data_.size() || bytes > data_.size() - t.offset) {
      return corrupt_tensor(t.name, "its " + std::to_string(bytes) + " bytes at offset " + std::to_string(t.offset) +
                                        " end past the end of the file");
    }
    const std::span<const std::byte> span = data_.subspan(t.offset, bytes);
    if (bytes > 0) ranges_.push_back({t.offset, t.offset + bytes, t.name});
    if (format)
      parsed_.tensors.push_back({t.name, *format, std::move(t.shape), span});
    else
      parsed_.foreign.push_back({t.name, std::string(other->name), std::move(t.shape), span});
    return true;
  }

  bool check_overlap() {
    std::sort(ranges_.begin(), ranges_.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < ranges_.size(); ++i) {
      if (ranges_[i].begin < ranges_[i - 1].end) {
        return corrupt_tensor(std::string(ranges_[i].name),
                              "overlaps tensor '" + std::string(ranges_[i - 1].name) + "'");
      }
    }
    return true;
  }

  std::span<const std::byte> file_;
  const std::string& name_;
  std::size_t at_ = 0;
  std::uint64_t tensor_count_ = 0;
  std::uint64_t key_count_ = 0;
  std::uint64_t alignment_ = gguf::kDefaultAlignment;
  std::span<const std::byte> data_;
  std::vector<Pending> pending_;
  std::vector<Range> ranges_;  ///< names point into pending_
  ParsedFile parsed_;
  Error error_;
};

}  // namespace

Result<ParsedFile> parse_gguf(std::span<const std::byte> file, const std::string& file_name) {
  return GgufParser(file, file_name).parse();
}

}  // namespace eddy
