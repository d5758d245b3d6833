#include "engine/model_files/gguf_writer.h"

#include <limits>
#include <type_traits>

#include "engine/core/assert.h"
#include "engine/model_files/tensor_size.h"

namespace eddy {
namespace {

using gguf::Kind;

template <class T>
void put(std::string& out, T value) {
  static_assert(std::is_trivially_copyable_v<T>);
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put_text(std::string& out, std::string_view text) {
  put(out, std::uint64_t(text.size()));
  out.append(text);
}

template <class T, class Values>
void put_array(std::string& out, Kind kind, const Values& values) {
  put(out, Kind::Array);
  put(out, kind);
  put(out, std::uint64_t(values.size()));
  for (const auto& v : values) put(out, T(v));
}

// Kind and value, chosen by what the variant holds.
struct PutValue {
  std::string& out;

  void operator()(bool v) const {
    put(out, Kind::Bool);
    put(out, std::uint8_t(v));
  }
  void operator()(std::int64_t v) const {
    if (v >= 0 && v <= std::numeric_limits<std::uint32_t>::max()) {
      put(out, Kind::U32);
      put(out, std::uint32_t(v));
    } else if (v < 0 && v >= std::numeric_limits<std::int32_t>::min()) {
      put(out, Kind::I32);
      put(out, std::int32_t(v));
    } else {
      put(out, Kind::I64);
      put(out, v);
    }
  }
  void operator()(double v) const {
    put(out, Kind::F32);
    put(out, float(v));
  }
  void operator()(const std::string& v) const {
    put(out, Kind::String);
    put_text(out, v);
  }
  void operator()(const std::vector<std::int64_t>& v) const {
    bool narrow = true;
    for (const std::int64_t i : v) narrow = narrow && i == std::int32_t(i);
    narrow ? put_array<std::int32_t>(out, Kind::I32, v) : put_array<std::int64_t>(out, Kind::I64, v);
  }
  void operator()(const std::vector<double>& v) const {
    bool narrow = true;
    for (const double d : v) narrow = narrow && (d == double(float(d)) || d != d);
    narrow ? put_array<float>(out, Kind::F32, v) : put_array<double>(out, Kind::F64, v);
  }
  void operator()(const std::vector<std::string>& v) const {
    put(out, Kind::Array);
    put(out, Kind::String);
    put(out, std::uint64_t(v.size()));
    for (const std::string& s : v) put_text(out, s);
  }
};

std::size_t padding(std::int64_t bytes) {
  const std::uint64_t over = std::uint64_t(bytes) % gguf::kDefaultAlignment;
  return over == 0 ? 0 : gguf::kDefaultAlignment - over;
}

std::span<const std::byte> as_bytes(const std::string& text) {
  return std::as_bytes(std::span(text));
}

}  // namespace

void GgufWriter::declare(const std::string& name, WeightFormat format, std::vector<std::int64_t> shape) {
  EDDY_ASSERT(!file_ && shape.size() <= gguf::kMaxRank);
  const std::int64_t bytes = bytes_of(format, *checked_product(shape));
  tensors_.push_back({name, format, std::move(shape), bytes});
}

std::string GgufWriter::header() const {
  std::string out(gguf::kMagic, sizeof gguf::kMagic);
  put(out, gguf::kVersion);
  put(out, std::uint64_t(tensors_.size()));
  put(out, std::uint64_t(metadata_.size()));
  for (const auto& [key, value] : metadata_) {
    put_text(out, key);
    std::visit(PutValue{out}, value);
  }
  std::uint64_t offset = 0;
  for (const Declared& t : tensors_) {
    put_text(out, t.name);
    put(out, std::uint32_t(t.shape.size()));
    for (auto size = t.shape.rbegin(); size != t.shape.rend(); ++size) put(out, std::uint64_t(*size));
    put(out, std::uint32_t(traits(t.format).gguf_type));
    put(out, offset);
    offset += std::uint64_t(t.bytes) + padding(t.bytes);
  }
  out.append(padding(std::int64_t(out.size())), '\0');
  return out;
}

Result<void> GgufWriter::begin(const std::filesystem::path& path) {
  Result<std::unique_ptr<OutputFile>> file = OutputFile::create(path);
  if (!file) return file.error();
  file_ = std::move(*file);
  if (Result<void> written = file_->write(as_bytes(header())); !written) return written;
  return skip_finished();
}

Result<void> GgufWriter::write(std::span<const std::byte> bytes) {
  EDDY_ASSERT(file_ && current_ < tensors_.size());
  current_bytes_ += std::int64_t(bytes.size());
  EDDY_ASSERT(current_bytes_ <= tensors_[current_].bytes);
  if (Result<void> written = file_->write(bytes); !written) return written;
  return skip_finished();
}

// Moves on past complete tensors, empty ones included.
Result<void> GgufWriter::skip_finished() {
  while (current_ < tensors_.size() && current_bytes_ == tensors_[current_].bytes) {
    if (Result<void> padded = file_->write(as_bytes(std::string(padding(current_bytes_), '\0'))); !padded)
      return padded;
    ++current_;
    current_bytes_ = 0;
  }
  return {};
}

Result<void> GgufWriter::commit() {
  EDDY_ASSERT(file_ && current_ == tensors_.size());
  return file_->commit();
}

}  // namespace eddy
