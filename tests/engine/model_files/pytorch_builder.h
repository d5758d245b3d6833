// PyTorch checkpoints built in memory, sound or broken: pickles written by hand, zip archives with every field breakable.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "file_builders.h"

namespace eddy::test {

// ---- pickles ----------------------------------------------------------------------------------------------------------

inline std::string p_text(const std::string& text) { return "X" + raw(std::uint32_t(text.size())) + text; }
inline std::string p_int(std::int64_t v) {
  if (v >= 0 && v < 256) return "K" + raw(std::uint8_t(v));
  if (v == std::int32_t(v)) return "J" + raw(std::int32_t(v));
  return std::string("\x8a\x08", 2) + raw(v);
}
inline std::string p_tuple(const std::vector<std::int64_t>& values) {
  std::string items;
  for (const std::int64_t v : values) items += p_int(v);
  if (values.empty()) return ")";
  return values.size() <= 3 ? items + "\x85\x86\x87"[values.size() - 1] : "(" + items + "t";
}
inline std::string p_name(const std::string& module, const std::string& name) {
  return "c" + module + "\n" + name + "\n";
}
inline std::string p_ordered_dict() { return p_name("collections", "OrderedDict") + ")R"; }
inline std::string p_storage(const std::string& type, const std::string& key, std::int64_t numbers) {
  return "(" + p_text("storage") + p_name("torch", type) + p_text(key) + p_text("cpu") + p_int(numbers) + "tQ";
}
inline std::vector<std::int64_t> contiguous(const std::vector<std::int64_t>& shape) {
  std::vector<std::int64_t> strides(shape.size(), 1);
  for (std::size_t i = shape.size(); i-- > 1;) strides[i - 1] = strides[i] * shape[i];
  return strides;
}
inline std::string p_tensor(const std::string& storage, std::int64_t offset, const std::vector<std::int64_t>& shape,
                            const std::vector<std::int64_t>& strides) {
  return p_name("torch._utils", "_rebuild_tensor_v2") + "(" + storage + p_int(offset) + p_tuple(shape) +
         p_tuple(strides) + "\x89" + p_ordered_dict() + "tR";
}
/// `entries` is key, value, key, value …
inline std::string p_dict(const std::string& entries) { return "}(" + entries + "u"; }
inline std::string p_file(const std::string& value) { return "\x80\x02" + value + "."; }

// ---- zip --------------------------------------------------------------------------------------------------------------

/// One entry; what is given differs from the truth.
struct ZipPart {
  std::string name, data;
  std::uint16_t flags = 0, method = 0;
  std::optional<std::string> local_name = {};
  std::optional<std::uint64_t> size = {}, packed = {}, header = {};
};

struct ZipParts {
  std::vector<ZipPart> parts;
  bool zip64 = false;  ///< sizes and offsets in zip64 fields, and zip64 end records
  std::optional<std::uint64_t> entries = {}, directory_offset = {}, directory_bytes = {}, end64_offset = {};
  std::string comment = {}, after = {};

  std::string bytes() const {
    std::string out, directory;
    for (const ZipPart& p : parts) {
      const std::uint64_t header = p.header.value_or(out.size());
      const std::uint64_t size = p.size.value_or(p.data.size()), packed = p.packed.value_or(p.data.size());
      const std::string& local = p.local_name ? *p.local_name : p.name;
      const std::size_t pad = (64 - (out.size() + 30 + local.size() + 4) % 64) % 64;  // as PyTorch aligns numbers
      out += "PK\3\4" + raw(std::uint16_t(20)) + raw(p.flags) + raw(p.method) + std::string(4, '\0');
      out += raw(std::uint32_t(0)) + raw(std::uint32_t(packed)) + raw(std::uint32_t(size));
      out += raw(std::uint16_t(local.size())) + raw(std::uint16_t(pad + 4)) + local;
      out += "FB" + raw(std::uint16_t(pad)) + std::string(pad, 'Z') + p.data;
      const std::string extra =
          zip64 ? raw(std::uint16_t(1)) + raw(std::uint16_t(24)) + raw(size) + raw(packed) + raw(header) : "";
      const auto shown = [&](std::uint64_t v) { return raw(zip64 ? ~std::uint32_t(0) : std::uint32_t(v)); };
      directory += "PK\1\2" + raw(std::uint16_t(20)) + raw(std::uint16_t(20)) + raw(p.flags) + raw(p.method);
      directory += std::string(4, '\0') + raw(std::uint32_t(0)) + shown(packed) + shown(size);
      directory += raw(std::uint16_t(p.name.size())) + raw(std::uint16_t(extra.size())) + std::string(10, '\0');
      directory += shown(header) + p.name + extra;
    }
    const std::uint64_t offset = directory_offset.value_or(out.size());
    const std::uint64_t length = directory_bytes.value_or(directory.size()), count = entries.value_or(parts.size());
    out += directory;
    if (zip64) {
      const std::uint64_t end64 = end64_offset.value_or(out.size());
      out += "PK\6\6" + raw(std::uint64_t(44)) + raw(std::uint16_t(45)) + raw(std::uint16_t(45)) + std::string(8, '\0');
      out += raw(count) + raw(count) + raw(length) + raw(offset);
      out += "PK\6\7" + raw(std::uint32_t(0)) + raw(end64) + raw(std::uint32_t(1));
    }
    out += "PK\5\6" + std::string(4, '\0') + raw(std::uint16_t(count)) + raw(std::uint16_t(count));
    out += raw(std::uint32_t(length)) + raw(std::uint32_t(offset)) + raw(std::uint16_t(comment.size())) + comment;
    return out + after;
  }
};

/// The archive of a checkpoint: its pickle and its storages "0", "1" …
inline ZipParts checkpoint(const std::string& pickle, const std::vector<std::string>& storages) {
  ZipParts zip;
  zip.parts.push_back({.name = "model/data.pkl", .data = pickle});
  zip.parts.push_back({.name = "model/byteorder", .data = "little"});
  for (std::size_t i = 0; i < storages.size(); ++i)
    zip.parts.push_back({.name = "model/data/" + std::to_string(i), .data = storages[i]});
  zip.parts.push_back({.name = "model/version", .data = "3\n"});
  return zip;
}

/// A sound one: "a" is F32 [2, 3], "b" BF16 [2].
inline ZipParts sound_checkpoint() {
  const std::string pickle =
      p_file(p_dict(p_text("a") + p_tensor(p_storage("FloatStorage", "0", 6), 0, {2, 3}, {3, 1}) + p_text("b") +
                    p_tensor(p_storage("BFloat16Storage", "1", 2), 0, {2}, {1})));
  return checkpoint(pickle, {floats({1, 2, 3, 4, 5, 6}), raw(std::uint16_t(0x3f80)) + raw(std::uint16_t(0xc000))});
}

}  // namespace eddy::test
