#include "engine/model_files/zip_archive.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <set>

#include "engine/model_files/utf8.h"

// Layout, all little-endian, found from the end:
//   end record      "PK\5\6": u16 disk, directory's disk, entries here, entries; u32 directory bytes, offset; u16 comment
//   zip64 locator   "PK\6\7", just before: u32 disk; u64 offset of the zip64 end record; u32 disks
//   zip64 end       "PK\6\6": u64 record bytes; u16 made, needed; u32 disk, directory's disk; u64 entries here, entries,
//                   directory bytes, offset
//   directory entry "PK\1\2": see Entry; then name, extra fields, comment
//   local header    "PK\3\4": 26 more bytes, ending in u16 name and extra lengths; then name, extra fields, the bytes

namespace eddy {
namespace {

static_assert(std::endian::native == std::endian::little, "fields are copied as they lie");

constexpr std::size_t kEndBytes = 22, kLocatorBytes = 20, kEnd64Bytes = 56, kEntryBytes = 46, kLocalBytes = 30;
constexpr std::size_t kMaxComment = 65535;
constexpr std::uint32_t kEnd = 0x06054b50, kLocator = 0x07064b50, kEnd64 = 0x06064b50, kEntry = 0x02014b50,
                        kLocal = 0x04034b50;
constexpr std::uint32_t kElsewhere32 = 0xffffffff;  // the value is in the zip64 record
constexpr std::uint16_t kElsewhere16 = 0xffff;
constexpr std::uint16_t kEncrypted = 1 << 0 | 1 << 6 | 1 << 13;  // flags: bytes, strongly, directory
constexpr std::uint16_t kZip64Field = 1;

template <class T>
T load(const std::byte* p) {
  T v;
  std::memcpy(&v, p, sizeof v);
  return v;
}

struct Directory {
  std::uint64_t offset = 0, bytes = 0, entries = 0;
};

/// An entry as the directory tells it.
struct Entry {
  std::uint16_t flags = 0, method = 0;
  std::uint64_t packed = 0, size = 0, header = 0;  ///< bytes in the archive, unpacked, and where its local header is
  std::string name;
};

struct Range {
  std::uint64_t begin, end;
  std::size_t entry;
};

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\0') != name.npos || name.find('\\') != name.npos ||
      !is_utf8(name))
    return false;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    if (name.substr(at, end - at) == "..") return false;
    at = end + 1;
  }
  return true;
}

class Lister {
 public:
  Lister(std::span<const std::byte> file, const std::string& tag, const std::string& name)
      : file_(file), tag_(tag), name_(name) {}

  Result<std::vector<ZipEntry>> list() {
    Directory d;
    if (!find_directory(d)) return std::move(error_);
    std::uint64_t at = d.offset;
    for (std::uint64_t i = 0; i < d.entries; ++i) {
      Entry e;
      if (!read_entry(d, at, e) || !place(d, e)) return std::move(error_);
    }
    if (!check_overlap()) return std::move(error_);
    return std::move(entries_);
  }

 private:
  bool fail(ErrorCode code, const std::string& problem, const char* remedy) {
    error_ = {code, "[" + tag_ + "] " + name_ + ": " + problem + ". " + remedy, {}};
    return false;
  }
  bool corrupt(const std::string& problem) {
    return fail(ErrorCode::FileCorrupt, problem, "Download or copy the file again.");
  }
  bool unsupported(const std::string& problem) {
    return fail(ErrorCode::UnsupportedFormat, problem, "Save the model again with PyTorch, or use a safetensors file.");
  }

  bool fits(std::uint64_t offset, std::uint64_t bytes) const {
    return offset <= file_.size() && bytes <= file_.size() - offset;
  }

  // The last end record whose comment reaches exactly to the end of the file.
  std::optional<std::size_t> find_end() const {
    if (file_.size() < kEndBytes) return std::nullopt;
    const std::size_t last = file_.size() - kEndBytes;
    const std::size_t first = last > kMaxComment ? last - kMaxComment : 0;
    for (std::size_t at = last + 1; at-- > first;) {
      if (load<std::uint32_t>(&file_[at]) == kEnd && load<std::uint16_t>(&file_[at + 20]) == last - at) return at;
    }
    return std::nullopt;
  }

  bool find_directory(Directory& d) {
    const std::optional<std::size_t> found = find_end();
    if (!found) return corrupt("the file ends before the archive's directory");
    const std::byte* end = &file_[*found];
    if (load<std::uint16_t>(end + 4) != load<std::uint16_t>(end + 6) ||
        load<std::uint16_t>(end + 8) != load<std::uint16_t>(end + 10))
      return unsupported("the archive is split into several files");
    d = {load<std::uint32_t>(end + 16), load<std::uint32_t>(end + 12), load<std::uint16_t>(end + 10)};
    std::uint64_t limit = *found;
    const bool elsewhere = d.offset == kElsewhere32 || d.bytes == kElsewhere32 || d.entries == kElsewhere16;
    const bool has_locator =
        *found >= kLocatorBytes && load<std::uint32_t>(&file_[*found - kLocatorBytes]) == kLocator;
    // PyTorch writes the zip64 records whether they are needed or not.
    if ((elsewhere || has_locator) && !read_end64(*found, d, limit)) return false;
    if (d.offset > limit || d.bytes != limit - d.offset)
      return corrupt("the archive's directory is not where its end says");
    if (d.entries > d.bytes / kEntryBytes)
      return corrupt("the archive claims " + std::to_string(d.entries) + " entries, more than fit in its directory");
    return true;
  }

  bool read_end64(std::size_t end, Directory& d, std::uint64_t& limit) {
    if (end < kLocatorBytes || load<std::uint32_t>(&file_[end - kLocatorBytes]) != kLocator)
      return corrupt("the zip64 locator is missing");
    const std::uint64_t at = load<std::uint64_t>(&file_[end - kLocatorBytes] + 8);
    if (at > end - kLocatorBytes || end - kLocatorBytes - at < kEnd64Bytes ||
        load<std::uint32_t>(&file_[at]) != kEnd64)
      return corrupt("the zip64 end record is missing");
    const std::byte* record = &file_[at];
    d = {load<std::uint64_t>(record + 48), load<std::uint64_t>(record + 40), load<std::uint64_t>(record + 32)};
    limit = at;
    return true;
  }

  bool read_entry(const Directory& d, std::uint64_t& at, Entry& e) {
    const std::uint64_t left = d.offset + d.bytes - at;
    if (left < kEntryBytes || load<std::uint32_t>(&file_[at]) != kEntry)
      return corrupt("the archive's directory ends within entry " + std::to_string(entries_.size()));
    const std::byte* p = &file_[at];
    const std::size_t name = load<std::uint16_t>(p + 28), extra = load<std::uint16_t>(p + 30),
                      comment = load<std::uint16_t>(p + 32);
    if (left - kEntryBytes < name + extra + comment)
      return corrupt("the archive's directory ends within entry " + std::to_string(entries_.size()));
    e.flags = load<std::uint16_t>(p + 8);
    e.method = load<std::uint16_t>(p + 10);
    e.packed = load<std::uint32_t>(p + 20);
    e.size = load<std::uint32_t>(p + 24);
    e.header = load<std::uint32_t>(p + 42);
    e.name.assign(reinterpret_cast<const char*>(p) + kEntryBytes, name);
    if (!is_safe_name(e.name)) return corrupt("the archive holds an entry whose name is no plain path");
    at += kEntryBytes + name + extra + comment;
    return read_zip64_field(file_.subspan(std::size_t(p - file_.data()) + kEntryBytes + name, extra), e);
  }

  // Sizes and offset that do not fit 32 bits stand in an extra field, in this order, only those that do not fit.
  bool read_zip64_field(std::span<const std::byte> extra, Entry& e) {
    const bool wanted = e.size == kElsewhere32 || e.packed == kElsewhere32 || e.header == kElsewhere32;
    while (wanted && extra.size() >= 4) {
      const std::uint16_t id = load<std::uint16_t>(extra.data()), bytes = load<std::uint16_t>(extra.data() + 2);
      extra = extra.subspan(4);
      if (bytes > extra.size()) break;
      std::span<const std::byte> field = extra.first(bytes);
      extra = extra.subspan(bytes);
      if (id != kZip64Field) continue;
      for (std::uint64_t* value : {&e.size, &e.packed, &e.header}) {
        if (*value != kElsewhere32) continue;
        if (field.size() < 8) return corrupt("entry '" + e.name + "' has a cut zip64 field");
        *value = load<std::uint64_t>(field.data());
        field = field.subspan(8);
      }
      return true;
    }
    return !wanted || corrupt("entry '" + e.name + "' has no zip64 field");
  }

  bool place(const Directory& d, Entry& e) {
    const std::string what = "entry '" + e.name + "' of the archive";
    if (e.flags & kEncrypted) return unsupported(what + " is encrypted");
    if (e.method != 0) return unsupported(what + " is compressed");
    if (e.packed != e.size) return corrupt(what + " is stored but claims two sizes");
    if (!names_.insert(e.name).second) return corrupt(what + " appears twice");
    if (!fits(e.header, kLocalBytes) || load<std::uint32_t>(&file_[e.header]) != kLocal)
      return corrupt(what + " is not where the directory says");
    const std::byte* local = &file_[e.header];
    const std::uint64_t name = load<std::uint16_t>(local + 26), extra = load<std::uint16_t>(local + 28);
    const std::uint64_t begin = e.header + kLocalBytes + name + extra;
    if (load<std::uint16_t>(local + 6) & kEncrypted) return unsupported(what + " is encrypted");
    if (load<std::uint16_t>(local + 8) != 0) return unsupported(what + " is compressed");
    if (begin > d.offset || e.size > d.offset - begin)
      return corrupt(what + " should have " + std::to_string(e.size) + " bytes and reaches into the directory");
    if (name != e.name.size() || std::memcmp(local + kLocalBytes, e.name.data(), name) != 0)
      return corrupt(what + " has another name where its bytes are");
    ranges_.push_back({e.header, begin + e.size, ranges_.size()});
    placed_.push_back(e.name);
    if (e.name.back() != '/') entries_.push_back({std::move(e.name), file_.subspan(begin, e.size)});
    return true;
  }

  bool check_overlap() {
    std::sort(ranges_.begin(), ranges_.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < ranges_.size(); ++i) {
      if (ranges_[i].begin < ranges_[i - 1].end)
        return corrupt("entry '" + placed_[ranges_[i].entry] + "' of the archive overlaps entry '" +
                       placed_[ranges_[i - 1].entry] + "'");
    }
    return true;
  }

  std::span<const std::byte> file_;
  const std::string& tag_;
  const std::string& name_;
  std::vector<ZipEntry> entries_;
  std::vector<Range> ranges_;
  std::vector<std::string> placed_;  ///< names by Range::entry
  std::set<std::string> names_;
  Error error_;
};

}  // namespace

Result<std::vector<ZipEntry>> list_zip(std::span<const std::byte> file, const std::string& tag,
                                       const std::string& file_name) {
  return Lister(file, tag, file_name).list();
}

}  // namespace eddy
