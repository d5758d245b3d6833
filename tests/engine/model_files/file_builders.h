// Model files built in memory, sound or broken, for the tests of the readers.
#pragma once

#include <QDir>
#include <QFile>
#include <QString>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace eddy::test {

template <class T>
std::string raw(T value) {
  std::string bytes(sizeof value, '\0');
  std::memcpy(bytes.data(), &value, sizeof value);
  return bytes;
}

inline std::string floats(std::initializer_list<float> values) {
  std::string bytes;
  for (const float v : values) bytes += raw(v);
  return bytes;
}

/// A safetensors file: length, header, data.
inline std::string safetensors(std::string_view header, std::string_view data) {
  return raw(std::uint64_t(header.size())).append(header).append(data);
}

/// A file with F32 tensors of one dimension, in the order given.
inline std::string safetensors_of(const std::vector<std::pair<std::string, std::vector<float>>>& tensors) {
  std::string header, data;
  for (const auto& [name, values] : tensors) {
    const std::size_t begin = data.size();
    for (const float v : values) data += raw(v);
    header += (header.empty() ? "{\"" : ",\"") + name + R"(":{"dtype":"F32","shape":[)" +
              std::to_string(values.size()) + R"(],"data_offsets":[)" + std::to_string(begin) + "," +
              std::to_string(data.size()) + "]}";
  }
  return safetensors(header + "}", data);
}

inline std::string gguf_text(std::string_view text) {
  return raw(std::uint64_t(text.size())).append(text);
}

/// The parts of a GGUF file; every field can be made wrong.
struct GgufParts {
  std::string magic = "GGUF";
  std::uint32_t version = 3;
  std::uint64_t tensors = 0;
  std::uint64_t keys = 0;
  std::string body;  ///< keys, then tensor list
  std::string data;
  std::size_t alignment = 32;

  GgufParts& key(std::string_view name, std::uint32_t kind, std::string_view value) {
    ++keys;
    body.append(gguf_text(name)).append(raw(kind)).append(value);
    return *this;
  }
  GgufParts& text_key(std::string_view name, std::string_view value) { return key(name, 8, gguf_text(value)); }
  GgufParts& u32_key(std::string_view name, std::uint32_t value) { return key(name, 4, raw(value)); }

  /// Sizes innermost first, as in the file.
  GgufParts& tensor(std::string_view name, std::vector<std::uint64_t> sizes, std::uint32_t type, std::uint64_t offset) {
    ++tensors;
    body.append(gguf_text(name)).append(raw(std::uint32_t(sizes.size())));
    for (const std::uint64_t s : sizes) body += raw(s);
    body.append(raw(type)).append(raw(offset));
    return *this;
  }

  std::string bytes() const {
    std::string out = magic + raw(version) + raw(tensors) + raw(keys) + body;
    if (tensors > 0 || !data.empty()) out.append((alignment - out.size() % alignment) % alignment, '\0');
    return out + data;
  }
};

/// A small sound file: two keys, an F32 matrix [2, 4] and a Q8_0 row of 32.
inline GgufParts sound_gguf() {
  GgufParts g;
  g.text_key("general.architecture", "rwkv7").u32_key("rwkv7.block_count", 2);
  g.tensor("a.weight", {4, 2}, 0, 0).tensor("b.weight", {32}, 8, 32);
  g.data =
      floats({1, 2, 3, 4, 5, 6, 7, 8}) + raw(std::uint16_t(0x3c00)) + std::string(32, '\x02') + std::string(30, '\0');
  return g;
}

inline std::filesystem::path write_file(const QString& folder, const QString& name, const std::string& bytes) {
  QFile file(QDir(folder).filePath(name));
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size())) {
    qFatal("cannot write %s", qPrintable(file.fileName()));
  }
  return std::filesystem::path(file.fileName().toStdU16String());
}

}  // namespace eddy::test
