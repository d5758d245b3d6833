// Pictures that go with the messages of eddy.db. One thread at a time; the Database must outlive the store.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/storage/messages.h"
#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

enum class PictureId : std::int64_t {};

inline constexpr std::size_t kLargestPicture = std::size_t{20} << 20;  ///< bytes of its file
inline constexpr int kWidestPicture = 20'000;                          ///< pixels of a side
inline constexpr std::int64_t kMostPixels = 64'000'000;
inline constexpr int kMostPictures = 10;                               ///< of one message

/// The kinds that are kept: "image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp".
bool is_picture_type(std::string_view media_type);

/// What travels with a chat: no id of a database in it but that of its message in the same file.
struct Picture {
  std::optional<MessageId> message;  ///< nothing: of the message that is being written
  std::string name;                  ///< of its file, without the folder
  std::string media_type;
  int width = 0;                     ///< in pixels, as it is to be looked at
  int height = 0;
  std::vector<std::byte> content;    ///< the file's bytes
};

/// What is wrong with it, for a person ("is too large"); nothing when it can be kept. Its pixels are not looked at.
const char* fault_in(const Picture& picture);

struct PictureFacts {
  PictureId id{};
  std::optional<MessageId> message;
  std::string name;
  int width = 0;
  int height = 0;
};

class PictureStore {
 public:
  explicit PictureStore(Database& conversations) : database_(&conversations) {}

  /// Goes with `message`, or with the next one. InvalidArgument: it is too large, of another kind, or one too many.
  Result<PictureId> add(ConversationId conversation, const Picture& picture);
  /// Of a conversation, in the order they came, without their content.
  Result<std::vector<PictureFacts>> facts(ConversationId conversation) const;
  /// With their content, as they travel; without those of the message that is being written.
  Result<std::vector<Picture>> all(ConversationId conversation) const;
  /// FileNotFound when it is not there any more.
  Result<std::vector<std::byte>> content(PictureId id) const;
  /// The one of that name that came last, with its message or before it.
  Result<std::optional<PictureId>> named(ConversationId conversation, std::string_view name) const;
  /// Only one of the message that is being written; any other stays.
  Result<void> remove(PictureId id);
  /// Those of the message that is being written are `message`'s from now on. Within the transaction that adds it.
  Result<void> give_to(ConversationId conversation, MessageId message);
  /// The same pictures for a message that takes another's place, or is its copy.
  Result<void> copy(MessageId from, ConversationId conversation, MessageId to);

 private:
  Database* database_;
};

}  // namespace eddy
