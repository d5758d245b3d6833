#include "engine/api/state_snapshot.h"

#include <QTest>
#include <random>

#include "engine/core/hash.h"
#include "engine/state/byte_stream.h"
#include "engine/state/stored_snapshot.h"

using namespace eddy;

namespace {

std::vector<std::byte> bytes_of_text(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
  return {bytes.begin(), bytes.end()};
}

SnapshotContent full_content() {
  SnapshotContent content;
  content.architecture = "rwkv7";
  content.key = {"00ff00ff", hash_tokens(0, std::vector<TokenId>{5, 6, 7}), 3};
  content.layout_hash = 42;
  content.pending = {7};
  content.tail = "User: hi\n\nAssistant:";
  content.held_bytes = "\xE2\x82";
  content.held_text = "\nUs";
  content.sampler = bytes_of_text("sampler");
  content.generation = StoredGeneration{512, true, {"\n\n", "User:"}, {0, 3}, StopReason::MaxTokens};
  content.logits = {1.5f, -2.0f, 0.0f};
  content.state = bytes_of_text("0123456789abcdef0123456789abcdef");
  return content;
}

// Puts a right checksum on changed bytes, as a newer or a malicious writer would.
std::vector<std::byte> sealed(std::vector<std::byte> bytes) {
  const std::uint64_t sum = hash64(std::span<const std::byte>(bytes).first(bytes.size() - 8));
  std::memcpy(bytes.data() + bytes.size() - 8, &sum, 8);
  return bytes;
}

ErrorCode parse_code(std::span<const std::byte> bytes) {
  auto parsed = parse_snapshot(bytes);
  return parsed ? ErrorCode::Internal : parsed.error().code;
}

}  // namespace

class StateSnapshotTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void every_field_survives_the_way_through_bytes() {
    const StoredSnapshot snapshot(full_content());
    const auto bytes = snapshot.serialise();
    QCOMPARE(bytes.size(), snapshot.byte_size());
    auto parsed = parse_snapshot(bytes);
    QVERIFY(parsed.has_value());
    QVERIFY((*parsed)->key() == snapshot.key());
    QCOMPARE((*parsed)->architecture(), std::string("rwkv7"));
    QCOMPARE((*parsed)->pending().size(), std::size_t(1));
    QVERIFY((*parsed)->serialise() == bytes);
    const auto& content = dynamic_cast<const StoredSnapshot&>(**parsed).content();
    QCOMPARE(content.held_text, std::string("\nUs"));
    QCOMPARE(content.generation->stop_strings.size(), std::size_t(2));
    QVERIFY(content.generation->ended == StopReason::MaxTokens);
    QVERIFY(content.logits == full_content().logits);
  }

  void an_empty_sequence_survives_too() {
    const StoredSnapshot snapshot(SnapshotContent{});
    const auto bytes = snapshot.serialise();
    auto parsed = parse_snapshot(bytes);
    QVERIFY(parsed.has_value());
    QVERIFY((*parsed)->serialise() == bytes);
  }

  void every_truncation_is_refused() {
    const auto bytes = StoredSnapshot(full_content()).serialise();
    for (std::size_t n = 0; n < bytes.size(); ++n) {
      QVERIFY2(parse_code(std::span(bytes).first(n)) == ErrorCode::FileCorrupt, qPrintable(QString::number(n)));
    }
  }

  void trailing_bytes_are_refused() {
    auto bytes = StoredSnapshot(full_content()).serialise();
    bytes.push_back(std::byte{0});
    QVERIFY(parse_code(bytes) == ErrorCode::FileCorrupt);
  }

  void every_flipped_bit_is_refused() {
    auto bytes = StoredSnapshot(full_content()).serialise();
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      bytes[bit / 8] ^= std::byte(1 << (bit % 8));
      QVERIFY2(parse_code(bytes) == ErrorCode::FileCorrupt, qPrintable(QString::number(bit)));
      bytes[bit / 8] ^= std::byte(1 << (bit % 8));
    }
  }

  void parts_are_the_same_bytes_and_the_state_is_not_copied() {
    const StoredSnapshot snapshot(full_content());
    const SnapshotParts parts = snapshot.parts_without_blocks();
    std::vector<std::byte> joined;
    for (const SharedBytes* part : {&parts.before, &parts.state, &parts.after}) joined.insert(joined.end(), part->begin(), part->end());
    QVERIFY(joined == snapshot.serialise_without_blocks());
    QCOMPARE(parts.size(), joined.size());
    QCOMPARE(parts.hash, hash64(std::span<const std::byte>(joined)));
    QVERIFY(parts.state.data() == snapshot.content().state.data());

    const SnapshotPieces pieces{joined, {}};
    const auto parsed = parse_pieces(pieces);
    QVERIFY(parsed.has_value());
    QVERIFY((*parsed)->serialise() == snapshot.serialise());
    const SharedBytes& state = static_cast<const StoredSnapshot&>(**parsed).content().state;
    QVERIFY(state.data() > pieces.bytes.data() && state.data() < pieces.bytes.data() + pieces.bytes.size());
  }

  void the_checksum_is_left_to_whoever_has_checked_the_bytes() {
    auto bytes = StoredSnapshot(full_content()).serialise();
    bytes.back() ^= std::byte{1};
    QVERIFY(!parse_pieces({bytes, {}}).has_value());
    QVERIFY(parse_pieces({bytes, {}, true}).has_value());
  }

  void flipped_bits_of_a_large_snapshot_are_refused() {
    auto content = full_content();
    content.state = std::vector<std::byte>(200'000);
    auto bytes = StoredSnapshot(content).serialise();
    std::mt19937_64 random(7);
    for (int i = 0; i < 1000; ++i) {
      const std::size_t bit = random() % (bytes.size() * 8);
      bytes[bit / 8] ^= std::byte(1 << (bit % 8));
      QVERIFY2(parse_code(bytes) == ErrorCode::FileCorrupt, qPrintable(QString::number(bit)));
      bytes[bit / 8] ^= std::byte(1 << (bit % 8));
    }
  }

  void a_newer_version_says_so() {
    auto bytes = StoredSnapshot(full_content()).serialise();
    bytes[8] = std::byte{3};
    auto parsed = parse_snapshot(sealed(bytes));
    QVERIFY(!parsed);
    QVERIFY(parsed.error().code == ErrorCode::FileTooNew);
    QVERIFY(parsed.error().message.find("version is 3") != std::string::npos);
    QVERIFY(parsed.error().message.find("update Eddy") != std::string::npos);
  }

  void another_kind_of_file_is_refused() {
    const auto bytes = bytes_of_text("SQLite format 3, and much more text than a header needs");
    QVERIFY(parse_code(bytes) == ErrorCode::FileCorrupt);
  }

  // A right checksum does not make the fields right: whatever they say must neither crash nor allocate beyond the
  // input.
  void wrong_fields_under_a_right_checksum_are_refused_or_read() {
    const auto good = StoredSnapshot(full_content()).serialise();
    std::mt19937_64 random(11);
    int refused = 0;
    for (int i = 0; i < 5000; ++i) {
      auto bytes = good;
      const std::size_t at = 20 + random() % (bytes.size() - 28);
      bytes[at] = std::byte(random());
      if (i % 2) bytes[at + 1] = std::byte(0xFF);
      refused += parse_snapshot(sealed(bytes)) ? 0 : 1;
    }
    QVERIFY(refused > 0);
  }

  void an_unknown_ending_is_refused() {
    auto content = full_content();
    content.generation->ended = static_cast<StopReason>(9);
    QVERIFY(parse_code(StoredSnapshot(content).serialise()) == ErrorCode::FileCorrupt);
  }

  void more_pending_tokens_than_tokens_are_refused() {
    auto content = full_content();
    content.key.tokens = 0;
    QVERIFY(parse_code(StoredSnapshot(content).serialise()) == ErrorCode::FileCorrupt);
  }

  void token_hash_runs_on() {
    const std::vector<TokenId> a{1, 2, 3}, b{4, 5}, all{1, 2, 3, 4, 5};
    QCOMPARE(hash_tokens(hash_tokens(0, a), b), hash_tokens(0, all));
    QVERIFY(hash_tokens(0, a) != hash_tokens(0, b));
    QVERIFY(hash_tokens(0, std::vector<TokenId>{0}) != hash_tokens(0, std::vector<TokenId>{0, 0}));
    QCOMPARE(hash_tokens(7, {}), std::uint64_t(7));
  }

  void layout_hash_tells_every_field() {
    const StateLayout layout{.version = 1, .slots = {{"blk.0.wkv", 0, SlotKind::Fixed, {2, 3}}}};
    auto version = layout, name = layout, kind = layout, shape = layout;
    version.version = 2;
    name.slots[0].name = "blk.1.wkv";
    kind.slots[0].kind = SlotKind::PerToken;
    shape.slots[0].shape = {3, 2};
    for (const auto& other : {version, name, kind, shape}) QVERIFY(hash_layout(other) != hash_layout(layout));
    QCOMPARE(hash_layout(StateLayout(layout)), hash_layout(layout));
  }
};

QTEST_APPLESS_MAIN(StateSnapshotTest)
#include "state_snapshot_test.moc"
