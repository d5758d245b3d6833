#include "engine/model_files/ggmf.h"

#include <array>
#include <bit>
#include <cstring>
#include <optional>
#include <set>

#include "engine/model_files/tensor_size.h"
#include "engine/model_files/utf8.h"

// Layout, all little-endian:
//   u32 magic, version (100, 101), n_vocab, n_embed, n_layer, data_type
//   then tensors until the end of the file, without padding:
//   u32 dim_count (1 to 3), key_length, data_type, sizes[dim_count] innermost first; key; data

namespace eddy {
namespace {

static_assert(std::endian::native == std::endian::little, "tensor data is used in place");

constexpr std::uint32_t kOldest = 100, kNewest = 101;
constexpr std::uint32_t kMaxRank = 3, kMaxName = 128;

// Not the numbers of ggml. The other types were never released or are of no use on disk.
std::optional<WeightFormat> format_of(std::uint32_t type) {
  switch (type) {
    case 0:
      return WeightFormat::F32;
    case 1:
      return WeightFormat::F16;
    case 2:
      return WeightFormat::Q4_0;
    case 3:
      return WeightFormat::Q4_1;
    case 7:
      return WeightFormat::Q5_0;
    case 8:
      return WeightFormat::Q5_1;
    case 9:
      return WeightFormat::Q8_0;
    case 11:
      return WeightFormat::Q2_K;
    case 12:
      return WeightFormat::Q3_K;
    case 13:
      return WeightFormat::Q4_K;
    case 14:
      return WeightFormat::Q5_K;
    case 15:
      return WeightFormat::Q6_K;
    default:
      return std::nullopt;
  }
}

class FileParser {
 public:
  FileParser(std::span<const std::byte> file, const std::string& name) : file_(file), name_(name) {}

  Result<ParsedFile> parse() {
    if (auto header = read_header(); !header) return header.error();
    while (at_ < file_.size()) {
      if (auto tensor = read_tensor(); !tensor) return tensor.error();
    }
    if (parsed_.tensors.empty()) return corrupt("it holds no tensors");
    return std::move(parsed_);
  }

 private:
  Error error(ErrorCode code, const std::string& problem, const char* remedy) const {
    return {code, "[ggmf] " + where_ + name_ + ": " + problem + ". " + remedy, {}};
  }
  Error corrupt(const std::string& problem) const {
    return error(ErrorCode::FileCorrupt, problem, "Download or copy the file again.");
  }
  Error unsupported(const std::string& problem) const {
    return error(ErrorCode::UnsupportedFormat, problem,
                 "Convert the original model again with a current rwkv.cpp, or use a GGUF file.");
  }

  std::size_t left() const { return file_.size() - at_; }

  /// The next numbers of the file; nothing when it ends before.
  template <std::size_t N>
  std::optional<std::array<std::uint32_t, N>> numbers() {
    std::array<std::uint32_t, N> values;
    if (left() < sizeof values) return std::nullopt;
    std::memcpy(values.data(), file_.data() + at_, sizeof values);
    at_ += sizeof values;
    return values;
  }

  Result<void> read_header() {
    const auto header = numbers<6>();
    if (!header) return corrupt("the file ends within its header");
    const auto [magic, version, vocabulary, width, layers, type] = *header;
    if (std::memcmp(&magic, kGgmfMagic.data(), sizeof magic) != 0)
      return corrupt("it does not start like an rwkv.cpp file");
    if (version < kOldest || version > kNewest)
      return unsupported("version " + std::to_string(version) + " is not 100 or 101");
    if (vocabulary == 0 || width == 0 || layers == 0) return corrupt("the header says a size of 0");
    version_ = version;
    const std::pair<const char*, std::uint32_t> fields[] = {
        {"version", version}, {"n_vocab", vocabulary}, {"n_embed", width}, {"n_layer", layers}, {"data_type", type}};
    for (const auto& [key, value] : fields) parsed_.metadata[std::string("ggmf.") + key] = std::int64_t{value};
    return {};
  }

  Result<void> read_tensor() {
    where_.clear();
    const auto head = numbers<3>();
    if (!head) return corrupt("the file ends within the head of tensor " + std::to_string(parsed_.tensors.size()));
    const auto [rank, name_length, type] = *head;
    if (rank < 1 || rank > kMaxRank) return corrupt("a tensor has " + std::to_string(rank) + " dimensions");
    if (name_length < 1 || name_length > kMaxName)
      return corrupt("a tensor's name has " + std::to_string(name_length) + " bytes");
    if (left() < rank * sizeof(std::uint32_t) + name_length)
      return corrupt("the file ends within the head of a tensor");
    std::array<std::uint32_t, kMaxRank> sizes{};
    std::memcpy(sizes.data(), file_.data() + at_, rank * sizeof(std::uint32_t));
    at_ += rank * sizeof(std::uint32_t);
    StoredTensor tensor{.name = {reinterpret_cast<const char*>(file_.data()) + at_, name_length}};
    at_ += name_length;
    if (!is_utf8(tensor.name)) return corrupt("a tensor's name is not text");
    where_ = "tensor '" + tensor.name + "' in ";
    if (!names_.insert(tensor.name).second) return corrupt("it appears twice");
    tensor.shape.assign(sizes.rend() - rank, sizes.rend());
    return read_data(std::move(tensor), type);
  }

  Result<void> read_data(StoredTensor tensor, std::uint32_t type) {
    const auto format = format_of(type);
    if (!format) return unsupported("number type " + std::to_string(type) + " is unknown");
    tensor.format = *format;
    const auto& facts = traits(*format);
    // The blocks of version 100 are older than those of today under the same names.
    if (version_ == kOldest && facts.block_size > 1)
      return unsupported("quantised weights of version 100 are of a dead format");
    if (tensor.shape.back() % facts.block_size != 0) return corrupt("its rows are no whole number of blocks");
    const auto count = checked_product(tensor.shape, facts.block_bytes);
    if (!count || *count == 0) return corrupt("its sizes are impossible");
    const auto bytes = static_cast<std::uint64_t>(*count) / static_cast<std::uint64_t>(facts.block_size);
    if (bytes > left()) {
      return corrupt("it should have " + std::to_string(bytes) + " bytes, but the file ends after " +
                     std::to_string(left()));
    }
    tensor.bytes = file_.subspan(at_, bytes);
    at_ += bytes;
    parsed_.tensors.push_back(std::move(tensor));
    return {};
  }

  std::span<const std::byte> file_;
  const std::string& name_;
  std::string where_;  // the tensor being read, for messages
  std::size_t at_ = 0;
  std::uint32_t version_ = 0;
  ParsedFile parsed_;
  std::set<std::string> names_;
};

}  // namespace

Result<ParsedFile> parse_ggmf(std::span<const std::byte> file, const std::string& file_name) {
  return FileParser(file, file_name).parse();
}

}  // namespace eddy
