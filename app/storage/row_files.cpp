#include "app/storage/row_files.h"

#include <algorithm>
#include <functional>
#include <memory>

#include "app/storage/file_cipher.h"
#include "app/storage/files.h"
#include "app/storage/state_checksum.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

/// Blocks that are there, by size (largest first) and checksum: where to look for the beginning of a new one.
using Beginnings = std::map<std::int64_t, std::map<std::uint64_t, std::string>, std::greater<>>;

std::string beginning_of(const SnapshotBlock& block, const Beginnings& beginnings) {
  const auto size = static_cast<std::int64_t>(block.bytes.size());
  for (auto shorter = beginnings.upper_bound(size); shorter != beginnings.end(); ++shorter) {
    const auto found = shorter->second.find(checksum(block.bytes.first(static_cast<std::size_t>(shorter->first))));
    if (found != shorter->second.end()) return found->second;
  }
  return {};
}

struct Piece {
  std::string base;
  std::span<const std::byte> bytes;
};

/// Files in memory and what lies where in them.
struct LoadedRows {
  std::map<std::int64_t, SharedBytes> files;
  std::map<std::string, Piece> pieces;

  std::optional<std::vector<std::byte>> find(const std::string& hash) const {
    std::vector<std::span<const std::byte>> chain;
    for (std::string name = hash; !name.empty();) {
      const auto piece = pieces.find(name);
      if (piece == pieces.end() || chain.size() > pieces.size()) return std::nullopt;
      chain.push_back(piece->second.bytes);
      name = piece->second.base;
    }
    std::vector<std::byte> block;
    for (auto part = chain.rbegin(); part != chain.rend(); ++part) block.insert(block.end(), part->begin(), part->end());
    return block;
  }
};

Error damaged_file(const fs::path& file, std::string why) {
  return {ErrorCode::FileCorrupt, "[storage] the saved rows " + path_text(file) + " are damaged or missing", std::move(why)};
}

}  // namespace

Result<RowFiles::KnownBlocks> RowFiles::known_in(ConversationId conversation) const {
  KnownBlocks known;
  Rows rows = index_->query(
      "SELECT hash, base, row_file_id, bytes, checksum FROM blocks WHERE row_file_id IN (SELECT row_file_id FROM snapshot_files "
      "WHERE snapshot_id IN (SELECT id FROM snapshots WHERE conversation_id = ?))",
      conversation);
  while (rows.next()) {
    known[rows.text(0)] = {rows.text(1), rows.integer(2), rows.integer(3), static_cast<std::uint64_t>(rows.integer(4))};
  }
  if (rows.failed()) return rows.error();
  return known;
}

/// Also of other conversations: a chat that began with a document's state.
Result<bool> RowFiles::learn(const std::string& hash, KnownBlocks& known) const {
  if (known.contains(hash)) return true;
  Rows rows = index_->query("SELECT base, row_file_id, bytes, checksum FROM blocks WHERE hash = ?", hash);
  if (rows.next()) known[hash] = {rows.text(0), rows.integer(1), rows.integer(2), static_cast<std::uint64_t>(rows.integer(3))};
  if (rows.failed()) return rows.error();
  return known.contains(hash);
}

Result<RowPlan> RowFiles::plan(std::span<const SnapshotBlock> blocks, ConversationId conversation) const {
  RowPlan plan;
  if (blocks.empty()) return plan;
  Result<KnownBlocks> known = known_in(conversation);
  if (!known) return known.error();
  Beginnings beginnings;
  for (const auto& [hash, block] : *known) beginnings[block.bytes][block.checksum] = hash;
  const auto use = [&](std::string hash) -> Result<bool> {  // and what it is based on
    while (!hash.empty()) {
      const Result<bool> there = learn(hash, *known);
      if (!there || !*there) return there;
      const Known& block = (*known)[hash];
      if (block.file != 0) plan.files.insert(block.file);
      hash = block.base;
    }
    return true;
  };
  for (const SnapshotBlock& block : blocks) {
    const Result<bool> there = use(block.hash);
    if (!there) return there.error();
    if (*there) continue;
    RowPlan::Added added{.hash = block.hash, .base = beginning_of(block, beginnings),
                         .bytes = static_cast<std::int64_t>(block.bytes.size()), .checksum = checksum(block.bytes),
                         .offset = static_cast<std::int64_t>(plan.bytes.size())};
    const Result<bool> based = use(added.base);
    if (!based) return based.error();
    if (!*based) added.base.clear();
    const auto begin = added.base.empty() ? 0 : static_cast<std::size_t>((*known)[added.base].bytes);
    plan.bytes.insert(plan.bytes.end(), block.bytes.begin() + static_cast<std::ptrdiff_t>(begin), block.bytes.end());
    (*known)[added.hash] = {added.base, 0, added.bytes, added.checksum};
    plan.added.push_back(std::move(added));
  }
  return plan;
}

Result<void> RowFiles::enter(const RowPlan& plan, const std::string& file_name, std::int64_t snapshot) {
  std::set<std::int64_t> files = plan.files;
  if (!plan.added.empty()) {
    Result<void> made = index_->run("INSERT INTO row_files(bytes, checksum, file_name) VALUES (?, ?, ?)", plan.bytes.size(),
                                    state_checksum(plan.bytes), file_name);
    if (!made) return made;
    const std::int64_t file = index_->last_insert_id();
    files.insert(file);
    for (const RowPlan::Added& block : plan.added) {
      Result<void> added = index_->run(
          "INSERT INTO blocks(hash, row_file_id, bytes, checksum, base, file_offset) VALUES (?, ?, ?, ?, ?, ?)",
          std::string_view(block.hash), file, block.bytes, block.checksum, std::string_view(block.base), block.offset);
      if (!added) return added;
    }
  }
  for (const std::int64_t file : files) {
    Result<void> used = index_->run("INSERT OR IGNORE INTO snapshot_files(snapshot_id, row_file_id) VALUES (?, ?)", snapshot, file);
    if (!used) return used;
  }
  return {};
}

Result<FindBlock> RowFiles::load(std::int64_t snapshot, std::int64_t& damaged) const {
  auto loaded = std::make_shared<LoadedRows>();
  Rows files = index_->query(
      "SELECT id, bytes, checksum, file_name FROM row_files WHERE id IN (SELECT row_file_id FROM snapshot_files WHERE snapshot_id = ?)",
      snapshot);
  while (files.next()) {
    const fs::path path = folder_ / files.text(3);
    Result<SharedBytes> bytes = FileCipher(index_->key().key, KeyUse::StateFiles).read(path);
    const bool lost = !bytes && (bytes.error().code == ErrorCode::FileNotFound || bytes.error().code == ErrorCode::FileCorrupt);
    if (!bytes && !lost) return bytes.error();
    if (!bytes || static_cast<std::int64_t>(bytes->size()) != files.integer(1) ||
        !has_state_checksum(*bytes, static_cast<std::uint64_t>(files.integer(2)))) {
      damaged = files.integer(0);
      return damaged_file(path, bytes ? "size or checksum differ" : bytes.error().message);
    }
    loaded->files.emplace(files.integer(0), *std::move(bytes));
  }
  if (files.failed()) return files.error();
  if (loaded->files.empty()) return FindBlock();
  Rows rows = index_->query(
      "SELECT b.hash, b.base, b.row_file_id, b.file_offset, b.bytes - ifnull((SELECT bytes FROM blocks WHERE hash = b.base), 0) "
      "FROM blocks b WHERE b.row_file_id IN (SELECT row_file_id FROM snapshot_files WHERE snapshot_id = ?)",
      snapshot);
  while (rows.next()) {
    const std::span<const std::byte> file = loaded->files.at(rows.integer(2));
    const auto offset = static_cast<std::size_t>(rows.integer(3)), size = static_cast<std::size_t>(rows.integer(4));
    if (offset > file.size() || size > file.size() - offset) continue;  // an index that lies: the block is missing
    loaded->pieces[rows.text(0)] = {rows.text(1), file.subspan(offset, size)};
  }
  if (rows.failed()) return rows.error();
  return FindBlock([loaded](const std::string& hash) { return loaded->find(hash); });
}

Result<std::vector<fs::path>> RowFiles::release() {
  std::vector<fs::path> files;
  Rows gone = index_->query(
      "DELETE FROM row_files WHERE id NOT IN (SELECT row_file_id FROM snapshot_files) RETURNING file_name");
  while (gone.next()) files.push_back(folder_ / gone.text(0));
  if (gone.failed()) return gone.error();
  // A block in a file that stays may have been based on one that went: whoever used it is gone too.
  for (std::int64_t changed = files.empty() ? 0 : 1; changed > 0;) {
    Result<void> orphaned = index_->run("DELETE FROM blocks WHERE base <> '' AND base NOT IN (SELECT hash FROM blocks)");
    if (!orphaned) return orphaned.error();
    changed = index_->changes();
  }
  return files;
}

}  // namespace eddy
