// The list of document formats, and which one a file is.
#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "app/documents/readers/archive_files.h"
#include "app/documents/readers/reader.h"
#include "app/documents/readers/text_encoding.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLargestFile = std::size_t{512} << 20;  // PDFs and archives, pictures included
constexpr std::size_t kLargestText = std::size_t{80} << 20;   // of a text file; a little over the limit of its text

constexpr DocumentReader kPdf{"PDF", " pdf ", read_pdf};
constexpr DocumentReader kDocx{"Word document", " docx docm ", read_docx};
constexpr DocumentReader kOpenDocument{"OpenDocument", " odt ott odp ods ", read_open_document};
constexpr DocumentReader kPptx{"PowerPoint presentation", " pptx pptm ", read_pptx};
constexpr DocumentReader kEpub{"EPUB", " epub ", read_epub};
constexpr DocumentReader kHtml{"HTML", " html htm xhtml ", read_html};
constexpr DocumentReader kRtf{"Rich text", " rtf ", read_rtf};
constexpr DocumentReader kMail{"Mail", " eml ", read_mail};
constexpr DocumentReader kMarkdown{"Markdown", " md markdown mkd ", read_markdown};
constexpr DocumentReader kSeparated{"Table", " csv tsv tab ", read_separated};
constexpr DocumentReader kCode{"Source code",
                               " c h cc cpp cxx hpp hh cs java kt kts js mjs ts tsx jsx py rb go rs swift php pl pm sh bash zsh "
                               "sql r jl lua hs ml scala clj ex exs erl dart m mm asm s f90 pas vb ps1 bat cmake mk toml yaml "
                               "yml json xml ini cfg conf qml css scss glsl comp frag vert cu cl diff patch tex bib proto ",
                               read_code};
constexpr DocumentReader kText{"Text", " txt text log rst adoc asc srt ", read_text};

constexpr const DocumentReader* kByName[] = {&kMail, &kMarkdown, &kSeparated, &kHtml, &kCode, &kText};

bool has(std::string_view list, std::string_view extension) {
  return !extension.empty() && list.find(" " + std::string(extension) + " ") != std::string_view::npos;
}

bool starts_like(std::string_view bytes, std::string_view word) {
  return bytes.size() >= word.size() && std::equal(word.begin(), word.end(), bytes.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
         });
}

const DocumentReader* by_archive(const DocumentSource& source) {
  const std::string kind = archive_kind(source.bytes);
  if (kind == "docx") return &kDocx;
  if (kind == "pptx") return &kPptx;
  if (kind == "epub") return &kEpub;
  if (kind == "opendocument") return &kOpenDocument;
  return nullptr;
}

/// Its name says a format that is known by its first bytes.
bool is_container_name(std::string_view extension) {
  return std::ranges::any_of(std::array{&kPdf, &kDocx, &kOpenDocument, &kPptx, &kEpub},
                             [&](const DocumentReader* reader) { return has(reader->extensions, extension); });
}

DocumentError from_errno(const fs::path& path, int why) {
  const bool gone = why == ENOENT || why == ENOTDIR;
  return {gone ? DocumentProblem::NotFound : DocumentProblem::Unreadable,
          "[reader] cannot read " + path.string() + ": " + std::strerror(why)};
}

/// At most `most` bytes and one more, which tells that there are more.
std::optional<DocumentError> read_bytes(const fs::path& path, std::size_t most, std::string& bytes) {
  std::error_code ignored;
  if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored)) {
    return DocumentError{DocumentProblem::Unsupported, "[reader] " + path.string() + " is not a file"};
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return from_errno(path, errno);
  char buffer[65536];
  while (bytes.size() <= most) {
    errno = 0;
    const std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get());
    bytes.append(buffer, count);
    if (count == sizeof buffer) continue;
    if (std::ferror(file.get())) return from_errno(path, errno);
    break;
  }
  return std::nullopt;
}

bool is_container(std::string_view head) {
  return head.substr(0, 1024).find("%PDF-") != std::string_view::npos || head.starts_with("PK\x03\x04");
}

}  // namespace

const DocumentReader* choose_reader(const DocumentSource& source) {
  const std::string_view bytes = source.bytes;
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return &kPdf;
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return by_archive(source);
  if (bytes.starts_with("{\\rtf")) return &kRtf;
  if (looks_binary(bytes) || is_container_name(source.extension)) return nullptr;
  for (const auto* reader : kByName) {
    if (has(reader->extensions, source.extension)) return reader;
  }
  const std::string_view text = trimmed(bytes.substr(0, 512));
  if (starts_like(text, "<!doctype html") || starts_like(text, "<html")) return &kHtml;
  if (starts_like(text, "return-path:") || starts_like(text, "received:") || starts_like(text, "mime-version:")) return &kMail;
  if (text.starts_with("#!")) return &kCode;
  return &kText;
}

std::optional<DocumentError> read_source(DocumentSource& source) {
  std::string head;
  if (auto error = read_bytes(source.path, 4096, head)) return error;
  const bool container = is_container(head);
  if (auto error = read_bytes(source.path, container ? kLargestFile : kLargestText, source.bytes)) return error;
  if (source.bytes.empty()) return DocumentError{DocumentProblem::Empty, "[reader] " + source.path.string() + " has no bytes"};
  if (container && source.bytes.size() > kLargestFile) {
    return DocumentError{DocumentProblem::TooLarge, "[reader] " + source.path.string() + " is larger than 512 MB"};
  }
  return std::nullopt;
}

std::optional<DocumentError> read_document(DocumentSource source, DocumentFacts& facts, PassageWriter& writer) {
  source.extension = source.path.extension().string();
  source.extension.erase(0, 1);
  std::transform(source.extension.begin(), source.extension.end(), source.extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (auto error = read_source(source)) return error;
  const DocumentReader* reader = choose_reader(source);
  if (!reader && is_container_name(source.extension)) {
    return DocumentError{DocumentProblem::Damaged, "[reader] " + source.path.string() + " is called ." + source.extension + ", but something else is in it"};
  }
  if (!reader) {
    const bool text_name = has(kText.extensions, source.extension) || has(kCode.extensions, source.extension) ||
                           has(kMarkdown.extensions, source.extension) || has(kSeparated.extensions, source.extension);
    return DocumentError{text_name ? DocumentProblem::Binary : DocumentProblem::Unsupported,
                         "[reader] " + source.path.string() + " is none of the formats Eddy reads"};
  }
  if (!is_container(std::string_view(source.bytes).substr(0, 4096)) && source.bytes.size() > kLargestText) {
    writer.add_notice("The file is larger than 80 MB; only its beginning was taken.");
    source.bytes.resize(kLargestText);
  }
  facts.format = reader->format;
  auto error = reader->read(source, facts, writer);
  writer.finish();
  facts.notice = writer.notice();
  if (error) return error;
  if (writer.written() == 0) return DocumentError{DocumentProblem::Empty, "[reader] " + source.path.string() + " has no text"};
  return std::nullopt;
}

}  // namespace eddy
