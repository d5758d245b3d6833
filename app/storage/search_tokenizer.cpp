#include "app/storage/search_tokenizer.h"

#include <sqlite3.h>

#include <memory>
#include <string_view>

#include "app/storage/scripts.h"

namespace eddy {
namespace {

using Sink = int (*)(void*, int, const char*, int, int, int);

/// Blanks and marks of East Asian text, which separate words like any other punctuation.
bool is_mark(unsigned code) {
  return (code >= 0x3000 && code <= 0x3004) || (code >= 0x3008 && code <= 0x3020) || code == 0x3030 || code == 0x303D ||
         code == 0x30FB;
}

/// SQLite's own tokenizer, kept with the instance of ours that uses it.
struct Words {
  fts5_tokenizer blanks{};
  Fts5Tokenizer* instance = nullptr;
};

/// Hands tokens of a piece on, moved to where the piece stands in the text.
struct Moved {
  void* context;
  Sink sink;
  int by;
};

int hand_on(void* context, int flags, const char* token, int size, int start, int end) {
  const auto& moved = *static_cast<Moved*>(context);
  return moved.sink(moved.context, flags, token, size, start + moved.by, end + moved.by);
}

int create(void* user, const char**, int, Fts5Tokenizer** out) {
  auto* api = static_cast<fts5_api*>(user);
  auto words = std::make_unique<Words>();
  void* unicode = nullptr;
  if (const int code = api->xFindTokenizer(api, "unicode61", &unicode, &words->blanks); code != SQLITE_OK) return code;
  const char* arguments[] = {"remove_diacritics", "2"};
  if (const int code = words->blanks.xCreate(unicode, arguments, 2, &words->instance); code != SQLITE_OK) return code;
  *out = reinterpret_cast<Fts5Tokenizer*>(words.release());
  return SQLITE_OK;
}

void destroy(Fts5Tokenizer* tokenizer) {
  const std::unique_ptr<Words> words(reinterpret_cast<Words*>(tokenizer));
  if (words->instance) words->blanks.xDelete(words->instance);
}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* data, int size, Sink sink) {
  auto& words = *reinterpret_cast<Words*>(tokenizer);
  const std::string_view text(data, static_cast<std::size_t>(size));
  std::size_t begun = 0;  // of the piece that unicode61 cuts
  const auto cut = [&](std::size_t end) {
    if (begun == end) return SQLITE_OK;
    Moved moved{context, sink, static_cast<int>(begun)};
    return words.blanks.xTokenize(words.instance, &moved, flags, data + begun, static_cast<int>(end - begun), hand_on);
  };
  for (std::size_t i = 0, length = 0; i < text.size(); i += length) {
    const unsigned code = static_cast<unsigned char>(text[i]) < 0xE0 ? (length = 1, 0u) : character(text, i, length);
    if (!stands_alone(code)) continue;
    if (const int result = cut(i); result != SQLITE_OK) return result;
    begun = i + length;
    if (is_mark(code)) continue;
    const int result =
        sink(context, 0, data + i, static_cast<int>(length), static_cast<int>(i), static_cast<int>(i + length));
    if (result != SQLITE_OK) return result;
  }
  return cut(text.size());
}

fts5_api* api_of(sqlite3* database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

}  // namespace

int register_search_tokenizer(sqlite3* database) {
  fts5_api* api = api_of(database);
  if (!api) return SQLITE_ERROR;
  fts5_tokenizer ours{create, destroy, tokenize};
  return api->xCreateTokenizer(api, "eddy_words", api, &ours, nullptr);
}

}  // namespace eddy
