#include "app/cli/safetensors_output.h"

#include <bit>
#include <cstring>
#include <nlohmann/json.hpp>
#include <vector>

#include "app/storage/files.h"

namespace eddy::cli {

static_assert(std::endian::native == std::endian::little, "safetensors are little-endian");

// u64 length of the header, header as JSON padded with blanks to 8 bytes, data.
Result<void> write_safetensors(const std::filesystem::path& file, const std::string& name, std::int64_t rows,
                               std::int64_t columns, std::span<const float> values) {
  nlohmann::json header;
  header[name] = {{"dtype", "F32"}, {"shape", {rows, columns}}, {"data_offsets", {0, values.size_bytes()}}};
  std::string text = header.dump();
  text.resize((text.size() + 7) / 8 * 8, ' ');
  const std::uint64_t length = text.size();
  std::vector<std::byte> bytes(sizeof(length) + text.size() + values.size_bytes());
  std::memcpy(bytes.data(), &length, sizeof(length));
  std::memcpy(bytes.data() + sizeof(length), text.data(), text.size());
  if (!values.empty()) std::memcpy(bytes.data() + sizeof(length) + text.size(), values.data(), values.size_bytes());
  return write_file_durably(file, bytes);
}

}  // namespace eddy::cli
