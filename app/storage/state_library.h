// Saved states with a name: an index in eddy.db and one file each in library/. No budget ever drops them. One thread at a
// time; the Database must outlive the library. Errors as those of ConversationStore, and what each function says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/storage/file_cipher.h"
#include "app/storage/messages.h"
#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

enum class LibraryStateId : std::int64_t {};

/// The values are written to disk: add at the end, never renumber.
enum class StateKind { Persona = 0, Document = 1, Tuned = 2, Point = 3 };

struct LibraryState {
  LibraryStateId id{};
  StateKind kind = StateKind::Point;
  std::int64_t created_at = 0;
  bool removed = false;           ///< not listed; conversations begin with it
  std::uint64_t token_hash = 0;
  std::int64_t token_count = 0;   ///< 0: tuned, it has read nothing
  std::int64_t bytes = 0;
  std::string name;
  std::string note;
  std::string architecture;
  std::string model_fingerprint;
  std::string model_name;
  std::string reading;            ///< Segment::reading of `tokens`
  std::string text;               ///< what it has read, for people
  std::vector<std::int32_t> tokens;  ///< exactly what it has read; empty when not known (and in list())
  bool replayable = false;        ///< the tokens are known: it can be made again
  std::int64_t conversations = 0; ///< that begin with it
};

/// The place before the first message of a conversation that begins with a state, where messages' ids are expected.
inline constexpr std::int64_t kFirstLibraryPlace = std::int64_t{1} << 60;
inline std::int64_t place_of(LibraryStateId id) { return -kFirstLibraryPlace - static_cast<std::int64_t>(id); }
inline std::optional<LibraryStateId> library_state_at(std::int64_t place) {
  if (place >= -kFirstLibraryPlace) return std::nullopt;
  return LibraryStateId{-kFirstLibraryPlace - place};
}

class StateLibrary {
 public:
  using Clock = std::function<std::int64_t()>;  ///< milliseconds since 1970, UTC
  /// Without a folder the bytes stay in memory.
  StateLibrary(Database& database, std::filesystem::path folder);
  StateLibrary(Database& database, std::filesystem::path folder, Clock clock);

  /// The file first, then the row. id, created_at and bytes are set here. A `removed` one is not listed: it is there for
  /// conversations alone.
  Result<LibraryStateId> add(LibraryState state, std::span<const std::byte> bytes);
  /// Newest first, removed ones left out, without tokens.
  Result<std::vector<LibraryState>> list() const;
  /// InvalidArgument when there is none. Removed ones too.
  Result<LibraryState> state(LibraryStateId id) const;
  /// The serialised snapshot. FileCorrupt when its file is damaged or gone.
  Result<SharedBytes> bytes(LibraryStateId id) const;
  /// One with the same key, whose bytes are these or, where there are none, whose tokens are known.
  Result<std::optional<LibraryStateId>> find_same(const LibraryState& state, std::span<const std::byte> bytes) const;
  Result<void> rename(LibraryStateId id, std::string_view name, std::string_view note);
  /// Takes it off the list. Its row and, where it cannot be made again from its tokens, its file stay as long as
  /// conversations begin with it.
  Result<void> remove(LibraryStateId id);
  Result<std::int64_t> used_bytes() const;

  /// The conversation has no message yet. StateMismatch otherwise.
  Result<void> begin_with(ConversationId conversation, LibraryStateId id);
  Result<std::optional<LibraryStateId>> origin_of(ConversationId conversation) const;

  /// At start-up: removed states that no conversation needs any more go for good.
  Result<void> clean_up();

 private:
  Result<void> write_bytes(const std::string& name, std::span<const std::byte> bytes);
  Result<SharedBytes> read_bytes(const std::string& name) const;
  void drop_bytes(const std::string& name);
  std::filesystem::path file_path(std::string_view name) const;
  Result<std::string> file_name(LibraryStateId id) const;
  FileCipher cipher() const { return {database_.key().key, KeyUse::LibraryFiles}; }

  Database& database_;
  std::filesystem::path folder_;
  Clock clock_;
  std::map<std::string, SharedBytes> in_memory_;  // by file name, when there is no folder
};

}  // namespace eddy
