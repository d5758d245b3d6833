#include "app/documents/readers/text_encoding.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace eddy {
namespace {

constexpr std::size_t kSample = std::size_t{256} << 10;

bool starts(std::string_view bytes, std::string_view mark) { return bytes.substr(0, mark.size()) == mark; }

/// Well-formed, an incomplete character at the very end allowed.
bool is_utf8(std::string_view text) {
  int follow = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (follow > 0) {
      if ((byte & 0xC0) != 0x80) return false;
      --follow;
    } else if (byte >= 0x80) {
      follow = byte >= 0xC2 && byte < 0xE0 ? 1 : byte >= 0xE0 && byte < 0xF0 ? 2 : byte >= 0xF0 && byte < 0xF5 ? 3 : -1;
      if (follow < 0) return false;
    }
  }
  return true;
}

/// "UTF-16LE" or "UTF-16BE" when zeros stand at every other place, as in Western text; "" otherwise.
std::string utf16_by_zeros(std::string_view bytes) {
  std::size_t zeros[2] = {0, 0};
  const std::size_t size = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  for (std::size_t i = 0; i < size; ++i) zeros[i & 1] += bytes[i] == '\0';
  if (size < 4) return {};
  if (zeros[1] > size / 5 && zeros[0] < size / 50) return "UTF-16LE";
  if (zeros[0] > size / 5 && zeros[1] < size / 50) return "UTF-16BE";
  return {};
}

std::string by_statistics(std::string_view sample) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (!detector || uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

}  // namespace

std::string detect_encoding(std::string_view bytes) {
  if (starts(bytes, "\xEF\xBB\xBF")) return "UTF-8";
  if (starts(bytes, std::string_view("\xFF\xFE\0\0", 4))) return "UTF-32LE";
  if (starts(bytes, "\xFF\xFE")) return "UTF-16LE";
  if (starts(bytes, "\xFE\xFF")) return "UTF-16BE";
  const std::string_view sample = bytes.substr(0, kSample);
  if (const std::string wide = utf16_by_zeros(sample); !wide.empty()) return wide;
  if (is_utf8(sample)) return "UTF-8";
  const std::string guess = by_statistics(sample);
  return guess.empty() || guess == "ASCII" ? "WINDOWS-1252" : guess;
}

std::string to_utf8(std::string_view bytes, const std::string& encoding) {
  if (starts(bytes, "\xEF\xBB\xBF")) return std::string(bytes.substr(3));
  if (encoding == "UTF-8" || encoding == "ASCII") return std::string(bytes);
  iconv_t converter = iconv_open("UTF-8", encoding.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) converter = iconv_open("UTF-8", "WINDOWS-1252");
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::string(bytes);
  std::string out;
  char buffer[8192];
  char* in = const_cast<char*>(bytes.data());  // iconv does not write there
  std::size_t left = bytes.size();
  while (left > 0) {
    char* to = buffer;
    std::size_t room = sizeof buffer;
    const std::size_t done = iconv(converter, &in, &left, &to, &room);
    out.append(buffer, sizeof buffer - room);
    if (done != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
    if (left == 0) break;
    out += "\xEF\xBF\xBD";
    ++in;
    --left;
  }
  iconv_close(converter);
  return starts(out, "\xEF\xBB\xBF") ? out.substr(3) : out;
}

bool looks_binary(std::string_view bytes) {
  if (starts(bytes, "\xFF\xFE") || starts(bytes, "\xFE\xFF")) return false;
  const std::string_view sample = bytes.substr(0, 65536);
  if (!utf16_by_zeros(sample).empty()) return false;
  std::size_t odd = 0;
  for (const char c : sample) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0) return true;
    odd += byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != 0x1B && byte != '\v';
  }
  return odd * 20 > sample.size();
}

}  // namespace eddy
