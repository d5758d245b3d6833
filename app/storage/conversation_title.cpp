#include "app/storage/conversation_title.h"

namespace eddy {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0'; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::string first_line(std::string_view text, std::size_t characters) {
  std::string line;
  std::size_t length = 0;          // in characters
  std::size_t last_word_end = 0;   // in bytes
  bool pending_blank = false;
  for (const char c : text) {
    if (is_blank(c)) {
      pending_blank = !line.empty();
      continue;
    }
    if (!continues_character(c)) {
      if (pending_blank) last_word_end = line.size();
      if (length + pending_blank >= characters) {
        if (!pending_blank && last_word_end > line.size() / 2) line.resize(last_word_end);
        return line + "…";
      }
      length += 1 + pending_blank;
      if (pending_blank) line += ' ';
      pending_blank = false;
    }
    line += c;
  }
  return line;
}

}  // namespace eddy
