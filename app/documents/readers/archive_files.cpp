#include "app/documents/readers/archive_files.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace eddy {
namespace {

constexpr int kMostEntries = 100'000;

struct Close {
  void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, Close>;

Archive open_archive(std::string_view bytes) {
  Archive zip(archive_read_new());
  archive_read_support_format_zip(zip.get());
  if (archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return nullptr;
  return zip;
}

DocumentError damaged(archive* zip) {
  const char* why = archive_error_string(zip);
  return {DocumentProblem::Damaged, std::string("[archive] ") + (why ? why : "cannot be unpacked")};
}

std::optional<DocumentError> unpack_entry(archive* zip, std::size_t most, std::size_t& total, std::string& content) {
  char buffer[65536];
  while (true) {
    const la_ssize_t count = archive_read_data(zip, buffer, sizeof buffer);
    if (count < 0) return damaged(zip);
    if (count == 0) return std::nullopt;
    total += static_cast<std::size_t>(count);
    if (total > most) {
      return DocumentError{DocumentProblem::TooLarge,
                           "[archive] unpacks to more than " + std::to_string(most >> 20) + " MB"};
    }
    content.append(buffer, static_cast<std::size_t>(count));
  }
}

}  // namespace

std::string archive_kind(std::string_view bytes) {
  const Archive zip = open_archive(bytes);
  if (!zip) return {};
  archive_entry* entry = nullptr;
  for (int i = 0; i < kMostEntries && archive_read_next_header(zip.get(), &entry) == ARCHIVE_OK; ++i) {
    const char* raw = archive_entry_pathname(entry);
    const std::string_view name = raw ? raw : "";
    if (name == "word/document.xml") return "docx";
    if (name == "ppt/presentation.xml") return "pptx";
    if (name == "META-INF/container.xml") return "epub";
    if (name == "content.xml") return "opendocument";
  }
  return {};
}

std::optional<DocumentError> unpack(std::string_view bytes, std::size_t most,
                                    const std::function<bool(std::string_view name)>& wanted, ArchiveFiles& files) {
  const Archive zip = open_archive(bytes);
  if (!zip) return DocumentError{DocumentProblem::Damaged, "[archive] is no zip archive"};
  std::size_t total = 0;
  archive_entry* entry = nullptr;
  for (int i = 0;; ++i) {
    const int code = archive_read_next_header(zip.get(), &entry);
    if (code == ARCHIVE_EOF) return std::nullopt;
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN) return damaged(zip.get());
    if (i >= kMostEntries) return DocumentError{DocumentProblem::TooLarge, "[archive] holds more than 100,000 files"};
    const char* raw = archive_entry_pathname(entry);
    const std::string_view name = raw ? raw : "";
    if (!wanted(name)) continue;
    if (archive_entry_is_encrypted(entry)) return DocumentError{DocumentProblem::Encrypted, "[archive] is locked"};
    std::string content;
    if (auto error = unpack_entry(zip.get(), most, total, content)) return error;
    files.insert_or_assign(std::string(name), std::move(content));
  }
}

}  // namespace eddy
