// Sequences of a network with attention layers: frozen, revived and branched, they go on with the same bits.
#include <QTemporaryDir>
#include <QTest>
#include <map>

#include "engine/sequence/make_forward_pass.h"
#include "engine/sequence/recurrent_sequence.h"
#include "tests/support/engine/fake_tokenizer.h"
#include "tests/support/engine/tiny_transformer.h"

using namespace eddy;
using namespace eddy::test;

namespace {

using Snapshot = std::shared_ptr<const StateSnapshot>;

std::vector<TokenId> text(int count, int seed = 1) {
  std::vector<TokenId> tokens;
  for (int i = 0; i < count; ++i) tokens.push_back((i * 29 + i * i * 7 * seed + seed) % 256);
  return tokens;
}

std::vector<float> read(Sequence& sequence, std::span<const TokenId> tokens) {
  return *sequence.logits(tokens, 0, false, {});
}

/// The blocks of a snapshot as whoever stores them sees them.
std::map<std::string, std::vector<std::byte>> stored_blocks(const StateSnapshot& snapshot) {
  std::map<std::string, std::vector<std::byte>> all;
  for (const auto& block : snapshot.blocks()) all[block.hash] = {block.bytes.begin(), block.bytes.end()};
  return all;
}

FindBlock finder(const std::map<std::string, std::vector<std::byte>>& blocks) {
  return [&blocks](const std::string& hash) -> std::optional<std::vector<std::byte>> {
    const auto found = blocks.find(hash);
    return found == blocks.end() ? std::nullopt : std::optional(found->second);
  };
}

const SnapshotContent& content_of(const Snapshot& snapshot) {
  return dynamic_cast<const StoredSnapshot&>(*snapshot).content();
}

}  // namespace

class AttentionResumeTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    TinyTransformer c;
    c.layers = 1;
    c.vocabulary = FakeTokenizer().vocabulary();
    model_ = load(c);
    c.window = 100;
    windowed_ = load(c);
    c.window = 0;
    c.layers = 2;
    longer_ = load(c);
  }

  void a_revived_sequence_continues_identically_data() {
    QTest::addColumn<int>("tokens");
    QTest::addColumn<bool>("windowed");
    for (int tokens : {0, 1, 255, 256, 257, 700}) {
      for (bool windowed : {false, true})
        QTest::addRow("%d%s", tokens, windowed ? ", window" : "") << tokens << windowed;
    }
  }

  void a_revived_sequence_continues_identically() {
    QFETCH(int, tokens);
    QFETCH(bool, windowed);
    const auto& model = windowed ? windowed_ : model_;
    auto sequence = *RecurrentSequence::create(model);
    if (tokens > 0) read(*sequence, text(tokens));
    const Snapshot snapshot = *sequence->snapshot();
    const auto expected = read(*sequence, text(40, 3));

    auto straight = *RecurrentSequence::create(model);
    read(*straight, text(9, 5));
    QVERIFY(straight->restore(*snapshot).has_value());
    QVERIFY(read(*straight, text(40, 3)) == expected);

    const auto bytes = snapshot->serialise();
    QCOMPARE(bytes.size(), snapshot->byte_size());
    auto from_bytes = *RecurrentSequence::create(model);
    QVERIFY(from_bytes->restore(**parse_snapshot(bytes)).has_value());
    QVERIFY(read(*from_bytes, text(40, 3)) == expected);

    const auto blocks = stored_blocks(*snapshot);
    const auto header = snapshot->serialise_without_blocks();
    QVERIFY(tokens == 0 || header.size() < bytes.size());
    auto from_blocks = *RecurrentSequence::create(model);
    QVERIFY(from_blocks->restore(**parse_snapshot_with_blocks(header, finder(blocks))).has_value());
    QVERIFY(read(*from_blocks, text(40, 3)) == expected);
    QVERIFY((*from_blocks->snapshot())->blocks().size() == (*sequence->snapshot())->blocks().size());
  }

  void chunks_and_single_tokens_leave_the_same_snapshot() {
    auto whole = *RecurrentSequence::create(model_), single = *RecurrentSequence::create(model_);
    read(*whole, text(300));
    QVERIFY(single->logits(text(300), 1, true, {}).has_value());
    const auto a = *whole->snapshot(), b = *single->snapshot();
    QVERIFY(stored_blocks(*a) == stored_blocks(*b));
  }

  void branches_share_blocks_and_leave_each_other_alone() {
    auto trunk = *RecurrentSequence::create(model_);
    read(*trunk, text(600));
    const Snapshot fork = *trunk->snapshot();
    auto branch = *RecurrentSequence::create(model_);
    QVERIFY(branch->restore(*fork).has_value());
    const auto left = read(*trunk, text(200, 3));
    const auto right = read(*branch, text(200, 4));
    QVERIFY(left != right);
    const Snapshot a = *trunk->snapshot(), b = *branch->snapshot();
    // Two slots; of the blocks of 256 tokens the first two of each are those of the fork.
    for (std::size_t slot = 0; slot < 2; ++slot) {
      const auto blocks = [&](const Snapshot& s) { return content_of(s).rows.slots[slot].blocks; };
      for (std::size_t i = 0; i < 2; ++i) {
        QVERIFY(blocks(a)[i] == blocks(fork)[i] && blocks(b)[i] == blocks(fork)[i]);
      }
      QVERIFY(blocks(a)[2]->hash() != blocks(b)[2]->hash());
    }
    // The fork is what it was: both branches can be taken again.
    auto again = *RecurrentSequence::create(model_);
    QVERIFY(again->restore(*fork).has_value());
    QVERIFY(read(*again, text(200, 3)) == left);
    QVERIFY(again->restore(*fork).has_value());
    QVERIFY(read(*again, text(200, 4)) == right);
  }

  void a_window_keeps_no_rows_that_nobody_sees() {
    auto sequence = *RecurrentSequence::create(windowed_);
    read(*sequence, text(1500));
    const Snapshot snapshot = *sequence->snapshot();
    for (const auto& slot : content_of(snapshot).rows.slots) {
      QCOMPARE(slot.first_block, std::int64_t{(1500 - 99) / 256});
      QCOMPARE(slot.blocks.size(), std::size_t{1});
    }
  }

  void a_missing_or_damaged_block_is_refused() {
    auto sequence = *RecurrentSequence::create(model_);
    read(*sequence, text(300));
    const Snapshot snapshot = *sequence->snapshot();
    const auto header = snapshot->serialise_without_blocks();
    auto blocks = stored_blocks(*snapshot);
    const std::string name = blocks.begin()->first;
    QCOMPARE(name.size(), std::size_t{32});

    blocks.begin()->second[5] ^= std::byte{1};
    expect_refusal(header, finder(blocks), "its block " + name + " was damaged");
    blocks.begin()->second.pop_back();
    expect_refusal(header, finder(blocks), "its block " + name + " was damaged");
    blocks.erase(name);
    expect_refusal(header, finder(blocks), "its block " + name + " is missing");
    expect_refusal(header, {}, "is missing");
  }

  void damage_anywhere_is_noticed() {
    auto sequence = *RecurrentSequence::create(model_);
    read(*sequence, text(20));
    auto bytes = (*sequence->snapshot())->serialise();
    for (std::size_t i = 0; i < bytes.size(); i += 7) {
      bytes[i] ^= std::byte{4};
      const auto parsed = parse_snapshot(bytes);
      QVERIFY2(!parsed && parsed.error().code == ErrorCode::FileCorrupt, qPrintable(QString::number(i)));
      bytes[i] ^= std::byte{4};
    }
    for (std::size_t size : {bytes.size() - 1, bytes.size() / 2}) {
      QVERIFY(!parse_snapshot(std::span(bytes).first(size)));
    }
  }

  void snapshots_that_do_not_fit_are_refused_and_nothing_changes() {
    auto other = *RecurrentSequence::create(longer_);
    read(*other, text(300));
    auto sequence = *RecurrentSequence::create(model_);
    read(*sequence, text(30));
    const auto before = sequence->key();
    const auto refused = sequence->restore(**other->snapshot());
    QVERIFY(!refused && refused.error().code == ErrorCode::StateMismatch);

    auto source = *RecurrentSequence::create(model_);
    read(*source, text(300));
    const SnapshotContent good = content_of(*source->snapshot());
    const auto refuses = [&](const auto& change) {
      SnapshotContent content = good;
      change(content.rows);
      const auto restored = sequence->restore(StoredSnapshot(content));
      return !restored && restored.error().code == ErrorCode::StateMismatch;
    };
    QVERIFY(refuses([](TokenRowsCopy& rows) { rows.tokens = 299; }));
    QVERIFY(refuses([](TokenRowsCopy& rows) { rows.slots.pop_back(); }));
    QVERIFY(refuses([](TokenRowsCopy& rows) { rows.slots.push_back(rows.slots[0]); }));
    QVERIFY(refuses([](TokenRowsCopy& rows) { rows.slots[1].blocks.pop_back(); }));
    QVERIFY(refuses([](TokenRowsCopy& rows) { rows.slots[1].first_block = 1; }));
    QVERIFY(refuses([](TokenRowsCopy& rows) { std::swap(rows.slots[0].blocks[0], rows.slots[0].blocks[1]); }));
    QVERIFY(sequence->key() == before);
    QVERIFY(sequence->restore(StoredSnapshot(good)).has_value());
  }

  void answers_go_on_after_a_revival() {
    GenerationParams params;
    params.sampler.temperature = 0;
    const auto answer = [&](Sequence& sequence, int tokens) {
      params.max_tokens = tokens;
      std::string out;
      const auto done = sequence.generate(params, {}, [&](std::string_view piece) { out += piece; });
      return done ? out : done.error().message;
    };
    auto straight = *RecurrentSequence::create(model_), cut = *RecurrentSequence::create(model_);
    QVERIFY(straight->prefill(text(250), {}, {}).has_value() && cut->prefill(text(250), {}, {}).has_value());
    const std::string whole = answer(*straight, 20);
    std::string parts = answer(*cut, 9);  // across the border of two blocks
    auto revived = *RecurrentSequence::create(model_);
    QVERIFY(revived->restore(**parse_snapshot((*cut->snapshot())->serialise())).has_value());
    parts += answer(*revived, 11);
    QCOMPARE(parts, whole);
  }

 private:
  static void expect_refusal(std::span<const std::byte> header, const FindBlock& find, const std::string& message) {
    const auto parsed = parse_snapshot_with_blocks(header, find);
    QVERIFY(!parsed);
    QVERIFY(parsed.error().code == ErrorCode::FileCorrupt);
    QVERIFY2(parsed.error().message.find(message) != std::string::npos, parsed.error().message.c_str());
  }

  std::shared_ptr<const SequenceModel> load(const TinyTransformer& c) {
    const std::filesystem::path folder = folder_.path().toStdString();
    c.write(c.make(), folder);
    auto file = open_model_file(folder / "model.safetensors");
    auto model = std::make_shared<SequenceModel>();
    model->pass = *make_forward_pass(*file);
    model->tokenizer = std::make_shared<FakeTokenizer>();
    model->architecture = "llama";
    model->fingerprint = std::to_string(c.layers) + "/" + std::to_string(c.window);
    return model;
  }

  QTemporaryDir folder_;
  std::shared_ptr<const SequenceModel> model_, windowed_, longer_;
};

QTEST_APPLESS_MAIN(AttentionResumeTest)
#include "attention_resume_test.moc"
