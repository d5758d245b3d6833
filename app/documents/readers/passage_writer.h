// Gathers the paragraphs a reader finds into passages of even size and keeps count of what is allowed.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "app/documents/passage.h"

namespace eddy {

struct ReadingLimits {
  std::size_t text_bytes = std::size_t{64} << 20;     ///< of all passages together
  std::size_t unpacked_bytes = std::size_t{256} << 20;  ///< of what is unpacked from one archive
  std::int32_t pages = 20'000;
  int depth = 200;                                    ///< of nested elements, groups, parts
};

/// One per document. Every function returns false when nothing more is wanted: the text is full. The reader then ends
/// without an error, and notice() says what was left out.
class PassageWriter {
 public:
  using Sink = std::function<void(Passage)>;
  PassageWriter(ReadingLimits limits, Sink sink) : limits_(limits), sink_(std::move(sink)) {}

  bool begin_page(std::int32_t page);
  /// Ends the passage under way: what follows stands under this heading.
  bool heading(std::string_view text);
  /// Blank ends are trimmed; an empty one is ignored. Lines inside stay.
  bool paragraph(std::string_view text);
  bool table_row(std::string_view text);
  bool code(std::string_view text);
  /// Anchors without a line of their own: "line 120".
  void set_place(std::string_view heading);
  void finish();

  bool full() const { return full_; }
  std::size_t written() const { return bytes_; }
  std::int32_t page() const { return page_; }
  const std::string& notice() const { return notice_; }
  void add_notice(std::string_view sentence);
  const ReadingLimits& limits() const { return limits_; }

 private:
  bool add(PassageKind kind, std::string_view text);
  void add_long(PassageKind kind, std::string_view text);
  void flush();

  ReadingLimits limits_;
  Sink sink_;
  std::string heading_;
  std::string text_;
  PassageKind kind_ = PassageKind::Text;
  std::int32_t page_ = 0;
  std::size_t bytes_ = 0;
  bool only_heading_ = false;
  bool full_ = false;
  std::string notice_;
};

/// `text` with every byte that is no UTF-8 replaced by U+FFFD, and control characters but tab and newline left out.
std::string clean_utf8(std::string_view text);
std::string_view trimmed(std::string_view text);
/// Runs of blanks, newlines included, become one blank; ends are trimmed.
std::string collapsed(std::string_view text);

}  // namespace eddy
