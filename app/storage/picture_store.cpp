#include "app/storage/picture_store.h"

#include <algorithm>
#include <array>

#include "app/storage/utf8.h"

namespace eddy {
namespace {

constexpr std::array<std::string_view, 5> kTypes = {"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"};
constexpr std::size_t kLongestName = 400;  // bytes

std::optional<MessageId> message_in(const Rows& rows, int column) {
  if (rows.is_null(column)) return std::nullopt;
  return MessageId{rows.integer(column)};
}

}  // namespace

bool is_picture_type(std::string_view media_type) { return std::ranges::find(kTypes, media_type) != kTypes.end(); }

const char* fault_in(const Picture& picture) {
  if (!is_picture_type(picture.media_type)) return "is of a kind that is not kept";
  if (picture.content.empty()) return "is empty";
  if (picture.content.size() > kLargestPicture) return "is larger than 20 MB";
  if (picture.name.empty() || picture.name.size() > kLongestName || !is_valid_utf8(picture.name)) return "has no name that can be shown";
  const bool sides = picture.width >= 1 && picture.height >= 1 && picture.width <= kWidestPicture && picture.height <= kWidestPicture;
  if (!sides || std::int64_t{picture.width} * picture.height > kMostPixels) return "has too many pixels";
  return nullptr;
}

Result<PictureId> PictureStore::add(ConversationId conversation, const Picture& picture) {
  if (const char* fault = fault_in(picture)) return Error{ErrorCode::InvalidArgument, "[storage] the picture " + picture.name + " " + fault, {}};
  return in_transaction(*database_, [&]() -> Result<PictureId> {
    const auto count = database_->integer("SELECT count(*) FROM pictures WHERE conversation_id = ? AND message_id IS ?", conversation, picture.message);
    if (!count) return count.error();
    if (count->value_or(0) >= kMostPictures) return Error{ErrorCode::InvalidArgument, "[storage] one message holds at most ten pictures", {}};
    const auto added = database_->run("INSERT INTO pictures(conversation_id, message_id, name, media_type, width, height, content) VALUES (?, ?, ?, ?, ?, ?, ?)",
                                      conversation, picture.message, picture.name, picture.media_type, picture.width, picture.height,
                                      std::span<const std::byte>(picture.content));
    if (!added) return added.error();
    return PictureId{database_->last_insert_id()};
  });
}

Result<std::vector<PictureFacts>> PictureStore::facts(ConversationId conversation) const {
  Rows rows = database_->query("SELECT id, message_id, name, width, height FROM pictures WHERE conversation_id = ? ORDER BY id", conversation);
  std::vector<PictureFacts> all;
  while (rows.next()) {
    all.push_back({PictureId{rows.integer(0)}, message_in(rows, 1), rows.text(2), static_cast<int>(rows.integer(3)), static_cast<int>(rows.integer(4))});
  }
  if (rows.failed()) return rows.error();
  return all;
}

Result<std::vector<Picture>> PictureStore::all(ConversationId conversation) const {
  Rows rows = database_->query(
      "SELECT message_id, name, media_type, width, height, content FROM pictures WHERE conversation_id = ? AND message_id IS NOT NULL ORDER BY id", conversation);
  std::vector<Picture> all;
  while (rows.next()) {
    const auto bytes = rows.blob(5);
    all.push_back({message_in(rows, 0), rows.text(1), rows.text(2), static_cast<int>(rows.integer(3)), static_cast<int>(rows.integer(4)), {bytes.begin(), bytes.end()}});
  }
  if (rows.failed()) return rows.error();
  return all;
}

Result<std::vector<std::byte>> PictureStore::content(PictureId id) const {
  Rows rows = database_->query("SELECT content FROM pictures WHERE id = ?", id);
  if (!rows.next()) return rows.failed() ? rows.error() : Error{ErrorCode::FileNotFound, "[storage] the picture is not there any more", {}};
  const auto bytes = rows.blob(0);
  return std::vector<std::byte>(bytes.begin(), bytes.end());
}

Result<std::optional<PictureId>> PictureStore::named(ConversationId conversation, std::string_view name) const {
  const auto id = database_->integer("SELECT max(id) FROM pictures WHERE conversation_id = ? AND name = ?", conversation, name);
  if (!id) return id.error();
  return *id ? std::optional(PictureId{**id}) : std::nullopt;
}

Result<void> PictureStore::remove(PictureId id) { return database_->run("DELETE FROM pictures WHERE id = ? AND message_id IS NULL", id); }

Result<void> PictureStore::give_to(ConversationId conversation, MessageId message) {
  return database_->run("UPDATE pictures SET message_id = ? WHERE conversation_id = ? AND message_id IS NULL", message, conversation);
}

Result<void> PictureStore::copy(MessageId from, ConversationId conversation, MessageId to) {
  return database_->run("INSERT INTO pictures(conversation_id, message_id, name, media_type, width, height, content) "
                        "SELECT ?1, ?2, name, media_type, width, height, content FROM pictures WHERE message_id = ?3 ORDER BY id", conversation, to, from);
}

}  // namespace eddy
