// A snapshot in bytes. All numbers are little-endian; there is no padding.
//
//   offset  size  field
//        0     8  magic "EDDYSNAP"
//        8     4  u32 format version: 1, or 2 with the rows of attention layers
//       12     8  u64 bytes of the whole snapshot, checksum included
//       20        the fields below, in this order
//     text        architecture ("rwkv7")
//     text        model fingerprint, hex
//        8        u64 layout hash: hash_layout() of the slots that `state` holds
//        8        u64 token hash: hash_tokens() over all tokens of the sequence, pending ones included
//        8        i64 how many those are
//   array i32     pending tokens: the last of the sequence, sampled but not yet read by the network
//     text        end of the sequence's text, at most 256 bytes
//     text        bytes of an incomplete UTF-8 character that the detokenizer holds
//     text        text held back because it could become a stop string
//   array u8      sampler: parameters, seed, random state, penalty counts (layout in
//   engine/sampling/sampler_state.cpp);
//                 empty before the first generation
//        1        u8 1 when a generation follows, else 0 and the next six fields are absent
//        4          i32 max_tokens of the last generation
//        1          u8 its keep_open
//        1          u8 how it ended: 0 stop token, 1 stop string, 2 max_tokens, 3 cancelled, 255 = went on since
//        4          u32 number of stop strings
//     text ...      each stop string
//   array i32       stop tokens
//   array f32     logits of the last token: V of them when no token is pending, else none
//   array u8      state: fixed slots in layout order, row-major, float32
//                 version 2 goes on:
//        8        i64 tokens whose rows are there: all but the pending ones
//        4        u32 number of per-token slots, in layout order, and of each
//        8          u64 first block that is kept; a block holds 256 tokens, the last one what is left
//        4          u32 number of blocks, and of each
//        8            u64 lower half of its hash: XXH3 (128 bits) of its bytes
//        8            u64 upper half
//        8            u64 its size
//        1        u8 1 when the blocks' bytes follow in the same order, 0 when they are kept elsewhere under their
//        hashes
//       ...       the blocks: rows of float32
//        8        u64 checksum: XXH3 (64 bits) of every byte before it
//
//   text  = u32 length, bytes.   array = u64 count, elements.
//
// The checksum stands last in every version, so damage is told from a newer version. A reader allocates no more than
// the input's size: counts are checked against the bytes that are left first.
#include <algorithm>
#include <cstring>
#include <string_view>

#include "engine/core/assert.h"
#include "engine/core/hash.h"
#include "engine/api/large_memory.h"
#include "engine/state/byte_stream.h"
#include "engine/state/stored_snapshot.h"

namespace eddy {
namespace {

constexpr std::string_view kMagic = "EDDYSNAP";
constexpr std::uint32_t kVersion = 1, kVersionWithRows = 2;
constexpr std::size_t kBlockEntryBytes = 24;
constexpr std::size_t kHeaderBytes = 20;
constexpr std::size_t kChecksumBytes = 8;
constexpr std::uint8_t kWentOn = 255;

Error corrupt(std::string what) {
  return {ErrorCode::FileCorrupt, "[snapshot] " + std::move(what)};
}

void write_generation(ByteWriter& out, const StoredGeneration& generation) {
  out.number(static_cast<std::int32_t>(generation.max_tokens));
  out.number(static_cast<std::uint8_t>(generation.keep_open));
  out.number(generation.ended ? static_cast<std::uint8_t>(*generation.ended) : kWentOn);
  out.number(static_cast<std::uint32_t>(generation.stop_strings.size()));
  for (const auto& stop : generation.stop_strings) out.text(stop);
  out.array(std::span<const TokenId>(generation.stop_tokens));
}

/// Nothing when the ending is none we know.
std::optional<StoredGeneration> read_generation(ByteReader& in) {
  StoredGeneration generation;
  generation.max_tokens = in.number<std::int32_t>();
  generation.keep_open = in.number<std::uint8_t>() != 0;
  const auto ended = in.number<std::uint8_t>();
  if (ended != kWentOn) {
    if (ended > static_cast<std::uint8_t>(StopReason::Cancelled)) return std::nullopt;
    generation.ended = static_cast<StopReason>(ended);
  }
  // Each stop string takes at least its four length bytes: a wrong count ends the loop at the end of the input.
  const auto count = in.number<std::uint32_t>();
  for (std::uint32_t i = 0; i < count && in.ok(); ++i) generation.stop_strings.push_back(in.text());
  generation.stop_tokens = in.array<TokenId>();
  return generation;
}

void write_content(ByteWriter& out, const SnapshotContent& content) {
  out.text(content.architecture);
  out.text(content.key.model_fingerprint);
  out.number(content.layout_hash);
  out.number(content.key.token_hash);
  out.number(content.key.tokens);
  out.array(std::span<const TokenId>(content.pending));
  out.text(content.tail);
  out.text(content.held_bytes);
  out.text(content.held_text);
  out.array(std::span<const std::byte>(content.sampler));
  out.number(static_cast<std::uint8_t>(content.generation.has_value()));
  if (content.generation) write_generation(out, *content.generation);
  out.array(std::span<const float>(content.logits));
  out.number(static_cast<std::uint64_t>(content.state.size()));  // and the state itself
}

void write_rows(ByteWriter& out, const TokenRowsCopy& rows, bool with_blocks) {
  out.number(rows.tokens);
  out.number(static_cast<std::uint32_t>(rows.slots.size()));
  for (const auto& slot : rows.slots) {
    out.number(static_cast<std::uint64_t>(slot.first_block));
    out.number(static_cast<std::uint32_t>(slot.blocks.size()));
    for (const auto& block : slot.blocks) {
      out.number(block->hash().low);
      out.number(block->hash().high);
      out.number(static_cast<std::uint64_t>(block->bytes().size()));
    }
  }
  out.number(static_cast<std::uint8_t>(with_blocks));
  if (!with_blocks) return;
  for (const auto& slot : rows.slots) {
    for (const auto& block : slot.blocks) out.raw(block->bytes());
  }
}

std::vector<std::byte> joined(const SnapshotParts& parts) {
  std::vector<std::byte> bytes;
  bytes.reserve(parts.size());
  expect_writing(bytes.data(), parts.size());
  for (const SharedBytes* part : {&parts.before, &parts.state, &parts.after}) bytes.insert(bytes.end(), part->begin(), part->end());
  return bytes;
}

std::string hex(const ContentHash& hash) {
  std::string text;
  for (int shift = 124; shift >= 0; shift -= 4) {
    text += "0123456789abcdef"[(shift >= 64 ? hash.high >> (shift - 64) : hash.low >> shift) & 15];
  }
  return text;
}

struct NamedBlock {
  ContentHash hash;
  std::uint64_t size = 0;
};

Result<SharedBlock> make_block(const NamedBlock& name, std::span<const std::byte> bytes) {
  auto block = TokenBlock::allocate(bytes.size());
  if (!block) return std::move(block).error();
  if (!bytes.empty()) std::memcpy((*block)->bytes().data(), bytes.data(), bytes.size());
  (*block)->seal();
  if (bytes.size() != name.size || (*block)->hash() != name.hash) {
    return corrupt("its block " + hex(name.hash) + " was damaged; delete it");
  }
  return SharedBlock(*std::move(block));
}

Result<SharedBlock> find_block(const NamedBlock& name, const FindBlock& find) {
  const auto bytes = find ? find(hex(name.hash)) : std::nullopt;
  if (!bytes) return corrupt("its block " + hex(name.hash) + " is missing; delete it");
  return make_block(name, *bytes);
}

Result<void> read_rows(ByteReader& in, const FindBlock& find, TokenRowsCopy& rows) {
  rows.tokens = in.number<std::int64_t>();
  const auto slots = in.number<std::uint32_t>();
  std::vector<std::vector<NamedBlock>> names;
  // Each slot and each block takes some bytes: a wrong count ends the loops at the end of the input.
  for (std::uint32_t i = 0; i < slots && in.ok(); ++i) {
    rows.slots.push_back({.first_block = static_cast<std::int64_t>(in.number<std::uint64_t>())});
    const auto count = in.number<std::uint32_t>();
    auto& blocks = names.emplace_back();
    for (std::uint32_t b = 0; b < count && in.ok(); ++b) {
      const auto low = in.number<std::uint64_t>(), high = in.number<std::uint64_t>();
      blocks.push_back({{low, high}, in.number<std::uint64_t>()});
    }
  }
  const bool inline_blocks = in.number<std::uint8_t>() != 0;
  for (std::size_t i = 0; i < names.size() && in.ok(); ++i) {
    for (const NamedBlock& name : names[i]) {
      auto block = inline_blocks ? make_block(name, in.raw(name.size)) : find_block(name, find);
      if (!in.ok()) break;
      if (!block) return std::move(block).error();
      rows.slots[i].blocks.push_back(*std::move(block));
    }
  }
  return {};
}

/// The state in `whole`'s memory, or a copy where `whole` keeps none.
SharedBytes read_state(ByteReader& in, const SharedBytes& whole) {
  const auto size = in.number<std::uint64_t>();
  const auto state = in.raw(size);
  if (!whole.empty() || state.empty()) return whole.part(state);
  BytesToFill copy(state.size());
  std::ranges::copy(state, copy.bytes().begin());
  return std::move(copy).shared();
}

/// `whole`: what `in` reads, if its memory may be shared; else empty.
Result<SnapshotContent> read_content(ByteReader& in, std::uint32_t version, const FindBlock& find, const SharedBytes& whole) {
  SnapshotContent content;
  content.architecture = in.text();
  content.key.model_fingerprint = in.text();
  content.layout_hash = in.number<std::uint64_t>();
  content.key.token_hash = in.number<std::uint64_t>();
  content.key.tokens = in.number<std::int64_t>();
  content.pending = in.array<TokenId>();
  content.tail = in.text();
  content.held_bytes = in.text();
  content.held_text = in.text();
  content.sampler = in.array<std::byte>();
  if (in.number<std::uint8_t>() != 0) {
    content.generation = read_generation(in);
    if (!content.generation) return corrupt("its generation ended in an unknown way; delete it");
  }
  content.logits = in.array<float>();
  content.state = read_state(in, whole);
  if (version == kVersionWithRows) {
    if (auto read = read_rows(in, find, content.rows); !read) return std::move(read).error();
  }
  if (!in.ok() || !in.at_end()) return corrupt("its fields contradict its length; delete it");
  if (content.key.tokens < static_cast<std::int64_t>(content.pending.size())) {
    return corrupt("it has more pending tokens than tokens; delete it");
  }
  return content;
}

}  // namespace

SnapshotParts StateSnapshot::parts_without_blocks() const {
  SnapshotParts parts{.before = serialise_without_blocks()};
  parts.hash = hash64(parts.before.view());
  return parts;
}

std::vector<std::byte> StoredSnapshot::serialise() const {
  return joined(parts(true));
}

std::vector<std::byte> StoredSnapshot::serialise_without_blocks() const {
  return joined(parts(false));
}

SnapshotParts StoredSnapshot::parts_without_blocks() const {
  return parts(false);
}

std::size_t StoredSnapshot::byte_size() const {
  return byte_size(true);
}

SnapshotParts StoredSnapshot::parts(bool with_blocks) const {
  ByteWriter before, after;
  const bool has_rows = !content_.rows.slots.empty();
  for (char c : kMagic) before.number(c);
  before.number(has_rows ? kVersionWithRows : kVersion);
  before.number(static_cast<std::uint64_t>(byte_size(with_blocks)));
  write_content(before, content_);
  if (has_rows) write_rows(after, content_.rows, with_blocks);
  Hash64 hash;  // one pass over megabytes serves for the checksum inside and for that of the whole
  hash.add(before.bytes()).add(content_.state).add(after.bytes());
  ByteWriter checksum;
  checksum.number(hash.value());
  hash.add(checksum.bytes());
  after.raw(checksum.bytes());
  SnapshotParts parts{std::move(before.bytes()), content_.state, std::move(after.bytes()), hash.value()};
  EDDY_ASSERT(parts.size() == byte_size(with_blocks));
  return parts;
}

std::vector<SnapshotBlock> StoredSnapshot::blocks() const {
  std::vector<SnapshotBlock> all;
  for (const auto& slot : content_.rows.slots) {
    for (const auto& block : slot.blocks) all.push_back({hex(block->hash()), block->bytes()});
  }
  return all;
}

std::size_t StoredSnapshot::byte_size(bool with_blocks) const {
  const auto& c = content_;
  std::size_t bytes = kHeaderBytes + kChecksumBytes;
  bytes += 5 * 4 + c.architecture.size() + c.key.model_fingerprint.size() + c.tail.size() + c.held_bytes.size() +
           c.held_text.size();
  bytes += 3 * 8 + 1;
  bytes += 4 * 8 + 4 * c.pending.size() + c.sampler.size() + 4 * c.logits.size() + c.state.size();
  if (c.generation) {
    bytes += 4 + 1 + 1 + 4 + 8 + 4 * c.generation->stop_tokens.size();
    for (const auto& stop : c.generation->stop_strings) bytes += 4 + stop.size();
  }
  if (!c.rows.slots.empty()) bytes += 8 + 4 + 1;
  for (const auto& slot : c.rows.slots) {
    bytes += 8 + 4 + kBlockEntryBytes * slot.blocks.size();
    for (const auto& block : slot.blocks) bytes += with_blocks ? block->bytes().size() : 0;
  }
  return bytes;
}

namespace {

/// `whole`: `bytes`, if their memory may be shared; else empty. `checked`: the checksum is known to be right.
Result<std::shared_ptr<const StateSnapshot>> parse(std::span<const std::byte> bytes, const FindBlock& find,
                                                   const SharedBytes& whole, bool checked) {
  if (bytes.size() < kHeaderBytes + kChecksumBytes) return corrupt("it is too short to be one; delete it");
  if (std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) return corrupt("this is no Eddy snapshot");
  ByteReader header(bytes.subspan(kMagic.size()));
  const auto version = header.number<std::uint32_t>();
  const auto size = header.number<std::uint64_t>();
  if (size != bytes.size()) {
    return corrupt("it should have " + std::to_string(size) + " bytes but has " + std::to_string(bytes.size()) +
                   "; delete it");
  }
  const auto body = bytes.first(bytes.size() - kChecksumBytes);
  if (!checked && ByteReader(bytes.last(kChecksumBytes)).number<std::uint64_t>() != hash64(body)) {
    return corrupt("its checksum is wrong: it was damaged on the disk or on the way; delete it");
  }
  if (version != kVersion && version != kVersionWithRows) {
    return Error{ErrorCode::FileTooNew, "[snapshot] its format version is " + std::to_string(version) +
                                            ", this program reads versions up to " + std::to_string(kVersionWithRows) +
                                            ": update Eddy, or delete the snapshot"};
  }
  ByteReader in(body.subspan(kHeaderBytes));
  auto content = read_content(in, version, find, whole);
  if (!content) return std::move(content).error();
  return std::shared_ptr<const StateSnapshot>(std::make_shared<StoredSnapshot>(*std::move(content)));
}

}  // namespace

Result<std::shared_ptr<const StateSnapshot>> parse_snapshot(std::span<const std::byte> bytes) {
  return parse(bytes, {}, {}, false);
}

Result<std::shared_ptr<const StateSnapshot>> parse_snapshot_with_blocks(std::span<const std::byte> bytes,
                                                                        const FindBlock& find) {
  return parse(bytes, find, {}, false);
}

Result<std::shared_ptr<const StateSnapshot>> parse_pieces(const SnapshotPieces& pieces) {
  return parse(pieces.bytes, pieces.find, pieces.bytes, pieces.checked);
}

std::uint64_t hash_tokens(std::uint64_t seed, std::span<const TokenId> tokens) {
  // One splitmix64 step a token; each step is a bijection of the seed, so lists that differ in one token never collide.
  for (TokenId token : tokens) {
    seed += 0x9E3779B97F4A7C15u + static_cast<std::uint32_t>(token) * 0xD1B54A32D192ED03u;
    seed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9u;
    seed = (seed ^ (seed >> 27)) * 0x94D049BB133111EBu;
    seed ^= seed >> 31;
  }
  return seed;
}

std::uint64_t hash_layout(const StateLayout& layout) {
  ByteWriter fields;
  fields.number(static_cast<std::int32_t>(layout.version));
  for (const auto& slot : layout.slots) {
    fields.text(slot.name);
    fields.number(static_cast<std::uint8_t>(slot.kind));
    fields.array(std::span<const std::int64_t>(slot.shape));
    if (slot.kind == SlotKind::PerToken) fields.number(slot.window);
  }
  return hash64(std::span<const std::byte>(fields.bytes()));
}

}  // namespace eddy
