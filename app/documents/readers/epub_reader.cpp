// EPUB: HTML pages in a zip archive, in the order their package file gives.
#include <map>
#include <vector>

#include "app/documents/readers/archive_files.h"
#include "app/documents/readers/html_text.h"
#include "app/documents/readers/reader.h"
#include "app/documents/readers/xml_walk.h"

namespace eddy {
namespace {

struct Package {
  std::string title;
  std::vector<std::string> pages;  // names in the archive
};

/// "OEBPS/package.opf" and "../text/a%20b.xhtml" → "text/a b.xhtml".
std::string resolve(std::string_view package, std::string_view href) {
  std::string decoded;
  for (std::size_t i = 0; i < href.size(); ++i) {
    const auto hex = [](char c) { return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; };
    if (href[i] == '#') break;
    if (href[i] == '%' && i + 2 < href.size() && hex(href[i + 1]) >= 0 && hex(href[i + 2]) >= 0) {
      decoded += static_cast<char>(hex(href[i + 1]) * 16 + hex(href[i + 2]));
      i += 2;
    } else {
      decoded += href[i];
    }
  }
  const auto slash = package.rfind('/');
  std::string folder(slash == std::string_view::npos ? std::string_view() : package.substr(0, slash + 1));
  while (decoded.starts_with("../")) {
    decoded.erase(0, 3);
    if (folder.empty()) continue;
    folder.pop_back();
    folder.erase(folder.find_last_of('/') + 1);
  }
  return folder + decoded;
}

std::string package_name(const std::string& container) {
  std::string name;
  (void)walk_xml(container, "epub", 50,
                 {[&](std::string_view element, const XmlAttributes& attributes) {
                    if (element == "rootfile" && name.empty()) name = value_of(attributes, "full-path");
                    return true;
                  },
                  [](std::string_view) { return true; }, [](std::string_view) {}});
  return name;
}

std::optional<DocumentError> read_package(const std::string& xml, const std::string& name, Package& package) {
  std::map<std::string, std::string, std::less<>> items;
  bool in_title = false;
  return walk_xml(xml, "epub", 100,
                  {[&](std::string_view element, const XmlAttributes& attributes) {
                     in_title = element == "title" && package.title.empty();
                     if (element == "item") items.emplace(value_of(attributes, "id"), value_of(attributes, "href"));
                     const auto item = items.find(value_of(attributes, "idref"));
                     if (element == "itemref" && item != items.end()) package.pages.push_back(resolve(name, item->second));
                     return true;
                   },
                   [&](std::string_view) { return in_title = false, true; },
                   [&](std::string_view text) { if (in_title) package.title += text; }});
}

}  // namespace

std::optional<DocumentError> read_epub(const DocumentSource& source, DocumentFacts& facts, PassageWriter& writer) {
  ArchiveFiles files;
  bool locked = false;
  const auto wanted = [&](std::string_view name) {
    locked = locked || name == "META-INF/rights.xml";
    const auto ends = [&](std::string_view end) { return name.size() >= end.size() && name.substr(name.size() - end.size()) == end; };
    return name == "META-INF/container.xml" || ends(".opf") || ends(".xhtml") || ends(".html") || ends(".htm") || ends(".xml");
  };
  if (auto error = unpack(source.bytes, writer.limits().unpacked_bytes, wanted, files)) return error;
  if (locked) return DocumentError{DocumentProblem::Encrypted, "[epub] is copy protected and cannot be read by other programs"};
  const std::string name = package_name(files["META-INF/container.xml"]);
  const auto package_file = files.find(name);
  if (package_file == files.end()) return DocumentError{DocumentProblem::Damaged, "[epub] names no package file that is there"};
  Package package;
  if (auto error = read_package(package_file->second, name, package)) return error;
  facts.title = collapsed(clean_utf8(package.title));
  int missing = 0;
  for (const auto& page : package.pages) {
    const auto content = files.find(page);
    missing += content == files.end();
    std::string title;
    if (content != files.end()) write_html(content->second, {}, writer, title);
    if (writer.full()) break;
  }
  if (missing > 0) writer.add_notice(std::to_string(missing) + " pages are missing in the file.");
  return std::nullopt;
}

}  // namespace eddy
