#include <QElapsedTimer>
#include <QFile>
#include <QtTest>

#include "engine/tokenizers/tokenizer_json.h"

using namespace eddy;

namespace {

QByteArray tiny() {
  QFile file(EDDY_TEST_DATA "/tokenizers/tiny_bpe.json");
  if (!file.open(QIODevice::ReadOnly)) qFatal("no fixture");
  return file.readAll();
}

Result<std::shared_ptr<const Tokenizer>> parse(const QByteArray& text) { return parse_tokenizer_json(text.toStdString(), "t.json"); }

QVector<int> ids_of(const QByteArray& json, const QByteArray& text, bool parse_special = false) {
  const auto ids = (*parse(json))->encode(text.toStdString(), parse_special);
  return QVector<int>(ids.begin(), ids.end());
}

/// JSON with its quotes written as '.
QByteArray quoted(const char* text) { return QByteArray(text).replace('\'', '"'); }

const QByteArray kSplitDigits = quoted("{'type':'Digits','individual_digits':true}");
const QByteArray kByteLevel = quoted("{'type':'ByteLevel','add_prefix_space':false,'trim_offsets':true,'use_regex':true}]}");

}  // namespace

class ByteLevelBpeTest : public QObject {
  Q_OBJECT

 private slots:
  void text_becomes_the_ids_of_its_merged_words_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QVector<int>>("ids");
    QTest::newRow("nothing") << QByteArray() << QVector<int>{};
    QTest::newRow("merged") << QByteArray("hello wo") << QVector<int>{261, 262};
    QTest::newRow("merges stay inside words") << QByteArray("hell o") << QVector<int>{260, 33, 112};
    QTest::newRow("digits are cut before merging") << QByteArray("12") << QVector<int>{50, 51};
    QTest::newRow("leftmost first") << QByteArray("aaa") << QVector<int>{264, 98};
    QTest::newRow("five") << QByteArray("aaaaa") << QVector<int>{265, 98};
    QTest::newRow("bytes of a character merge") << QByteArray("\xC3\xA9") << QVector<int>{266};
    QTest::newRow("composed first") << QByteArray("e\xCC\x81") << QVector<int>{266};
    QTest::newRow("plain bytes") << QByteArray("\n\0", 2) << QVector<int>{11, 1};
    QTest::newRow("no UTF-8") << QByteArray("\xFF\x80") << QVector<int>{256, 129};
    QTest::newRow("special text is text") << QByteArray("<r>") << QVector<int>{61, 115, 63};
    QTest::newRow("run of spaces") << QByteArray("a    b") << QVector<int>{98, 269, 33, 99};
    QTest::newRow("single word") << QByteArray("word sword word") << QVector<int>{270, 33, 116, 120, 112, 115, 101, 33, 270};
    QTest::newRow("single word beside a letter") << QByteArray("\xC3\xA9word") << QVector<int>{266, 120, 112, 115, 101};
  }
  void text_becomes_the_ids_of_its_merged_words() {
    QFETCH(QByteArray, text);
    QFETCH(QVector<int>, ids);
    QCOMPARE(ids_of(tiny(), text), ids);
  }

  void special_tokens_are_found_only_on_request() {
    const auto tokenizer = *parse(tiny());
    QCOMPARE(tokenizer->kind(), std::string_view("byte-level BPE"));
    QCOMPARE(tokenizer->vocabulary(), 271);
    QCOMPARE(tokenizer->encode("a \n<|user|> <r> \tb", true), (std::vector<TokenId>{98, 267, 33, 268, 99}));
    QCOMPARE(tokenizer->encode("<|endoftext|>", true), std::vector<TokenId>{0});
    for (TokenId id : tokenizer->encode("x<|endoftext|><|user|><r>")) QVERIFY(id != 0 && id != 267 && id != 268);
    QCOMPARE(*tokenizer->special("<|user|>"), 267);
    QVERIFY(!tokenizer->special("hello"));
    const TokenId ids[] = {98, 267, 99, 4000, -1};
    QCOMPARE(tokenizer->decode(ids), std::string("ab"));
    QCOMPARE(tokenizer->decode(ids, true), std::string("a<|user|>b"));
  }

  void any_bytes_survive_the_round_trip() {
    const auto tokenizer = *parse(tiny().replace("{\"type\":\"NFC\"}", "null"));
    std::string bytes;
    for (std::uint32_t i = 0, x = 3; i < 50'000; ++i) {
      x = x * 1664525u + 1013904223u;
      bytes += static_cast<char>(x >> 24);
    }
    QCOMPARE(tokenizer->decode(tokenizer->encode(bytes)), bytes);
  }

  void whole_words_may_skip_their_merges() {
    const QByteArray json = tiny().replace("\"ignore_merges\":false", "\"ignore_merges\":true").replace("[\"hell\",\"o\"],", "");
    QCOMPARE(ids_of(json, "hello"), QVector<int>{261});
    QCOMPARE(ids_of(json, "hellohello"), (QVector<int>{260, 112, 260, 112}));
  }

  void a_special_token_is_no_word_even_when_merges_are_ignored() {
    const QByteArray json = tiny().replace("\"ignore_merges\":false", "\"ignore_merges\":true")
                                .replace("\"content\":\"<r>\"", "\"content\":\"hello\"").replace("{\"id\":268", "{\"id\":261");
    const auto ids = ids_of(json, "hello");
    QVERIFY2(!ids.contains(261), "user text became a special token");
  }

  void both_spellings_of_merges_are_the_same() {
    QByteArray json = tiny();
    json.replace("[\"\xC4\xA0\",\"w\"]", "\"\xC4\xA0 w\"").replace("[\"h\",\"e\"]", "\"h e\"");
    QCOMPARE((*parse(json))->fingerprint(), (*parse(tiny()))->fingerprint());
  }

  void the_fingerprint_follows_what_decides_ids_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("normalizer") << QByteArray("{\"type\":\"NFC\"}") << QByteArray("null");
    QTest::newRow("merge order") << QByteArray("[\"h\",\"e\"],[\"l\",\"l\"]") << QByteArray("[\"l\",\"l\"],[\"h\",\"e\"]");
    QTest::newRow("digits") << QByteArray("\"individual_digits\":true") << QByteArray("\"individual_digits\":false");
    QTest::newRow("prefix space") << QByteArray("\"add_prefix_space\":false,\"trim_offsets\":true,\"use_regex\":true}]")
                                  << QByteArray("\"add_prefix_space\":true,\"trim_offsets\":true,\"use_regex\":true}]");
    QTest::newRow("special") << QByteArray("\"normalized\":false,\"special\":true") << QByteArray("\"normalized\":false,\"special\":false");
    QTest::newRow("ignore merges") << QByteArray("\"ignore_merges\":false") << QByteArray("\"ignore_merges\":true");
  }
  void the_fingerprint_follows_what_decides_ids() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto changed = parse(tiny().replace(from, to));
    QVERIFY(changed);
    QVERIFY((*changed)->fingerprint() != (*parse(tiny()))->fingerprint());
    QCOMPARE((*parse(tiny().replace(",", " , ")))->fingerprint().size(), std::size_t(32));
  }

  void normalizers_and_pre_tokenizers_of_all_kinds_work_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("decoded");
    QTest::addColumn<int>("count");
    const QByteArray nfc = "{\"type\":\"NFC\"}", digits = kSplitDigits, level = kByteLevel;
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, const char* text, const char* decoded,
                        int count) { QTest::newRow(name) << from << to << QByteArray(text) << QByteArray(decoded) << count; };
    row("NFD", nfc, quoted("{'type':'NFD'}"), "\xC3\xA9", "e\xCC\x81", 3);
    row("sequence", nfc, quoted("{'type':'Sequence','normalizers':[{'type':'NFD'},{'type':'NFC'}]}"), "\xC3\xA9", "\xC3\xA9", 1);
    row("prepend", nfc, quoted("{'type':'Prepend','prepend':'h'}"), "ello", "hello", 1);
    row("replace", nfc, quoted("{'type':'Replace','pattern':{'String':'xx'},'content':'hello'}"), "xxx", "hellox", 2);
    row("digits together", digits, quoted("{'type':'Digits','individual_digits':false}"), "12", "12", 1);
    row("split by text", digits, quoted("{'type':'Split','pattern':{'String':'+'},'behavior':'Removed','invert':false}"), "a+a", "aa", 2);
    row("split by pattern", digits, quoted("{'type':'Split','pattern':{'Regex':'[he]'},'behavior':'Isolated'}"), "he", "he", 2);
    row("merged with previous", digits, quoted("{'type':'Split','pattern':{'String':'h'},'behavior':'MergedWithPrevious'}"), "ahe", "ahe", 3);
    row("merged with next", digits, quoted("{'type':'Split','pattern':{'String':'h'},'behavior':'MergedWithNext'}"), "ahe", "ahe", 2);
    row("contiguous", digits, quoted("{'type':'Split','pattern':{'Regex':'[he]'},'behavior':'Contiguous'}"), "he", "he", 1);
    row("punctuation", digits, quoted("{'type':'Punctuation','behavior':'Removed'}"), "aa,aa", "aaaa", 2);
    row("white space", digits, quoted("{'type':'Whitespace'}"), "aa aa", "aaaa", 2);
    row("white space only", digits, quoted("{'type':'WhitespaceSplit'}"), "aa aa", "aaaa", 2);
    row("no pattern", level, quoted("{'type':'ByteLevel','add_prefix_space':true,'use_regex':false}]}"), "wo", " wo", 1);
  }
  void normalizers_and_pre_tokenizers_of_all_kinds_work() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, decoded);
    QFETCH(int, count);
    QVERIFY(tiny().contains(from));
    const auto tokenizer = parse(tiny().replace(from, to));
    QVERIFY2(tokenizer, tokenizer ? "" : tokenizer.error().message.c_str());
    const auto ids = (*tokenizer)->encode(text.toStdString());
    QCOMPARE(QByteArray::fromStdString((*tokenizer)->decode(ids)), decoded);
    QCOMPARE(int(ids.size()), count);
  }

  void bytes_without_a_piece_become_unknown_or_go() {
    const QByteArray without = tiny().replace("\"\xC4\x80\":1,", "");  // byte 0
    QCOMPARE(ids_of(without, QByteArray("a\0\0b", 4)), (QVector<int>{98, 99}));
    const QByteArray unknown = QByteArray(without).replace("\"unk_token\":null", "\"unk_token\":\"?\"");
    QCOMPARE(ids_of(unknown, QByteArray("\0\0", 2)), (QVector<int>{64, 64}));
    QCOMPARE(ids_of(QByteArray(unknown).replace("\"fuse_unk\":false", "\"fuse_unk\":true"), QByteArray("\0\0", 2)), QVector<int>{64});
  }

  void damaged_files_are_refused_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("culprit");
    constexpr int corrupt = int(ErrorCode::FileCorrupt), unsupported = int(ErrorCode::UnsupportedFormat);
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, int code, const char* culprit) {
      QTest::newRow(name) << from << to << code << QString(culprit);
    };
    row("no JSON", "{\"version\"", "{version", corrupt, "no valid JSON at byte");
    row("no UTF-8", "\"hell\":", "\"hel\xFF\":", corrupt, "no valid JSON");
    row("model type", "\"type\":\"BPE\"", "\"type\":\"Unigram\"", unsupported, "model.type 'Unigram'");
    row("model type unknown", "\"type\":\"BPE\"", "\"type\":\"WordPiece\"", unsupported, "model.type 'WordPiece'");
    row("model type is a number", "\"type\":\"BPE\"", "\"type\":3", corrupt, "model.type");
    row("prefix", "\"continuing_subword_prefix\":null", "\"continuing_subword_prefix\":\"##\"", unsupported, "continuing_subword_prefix");
    row("suffix", "\"end_of_word_suffix\":null", "\"end_of_word_suffix\":\"</w>\"", unsupported, "end_of_word_suffix");
    row("no vocab", "\"vocab\":", "\"vocabulary\":", corrupt, "model.vocab");
    row("id is text", "\"hello\":261", "\"hello\":\"261\"", corrupt, "model.vocab['hello']");
    row("id is a fraction", "\"hello\":261", "\"hello\":261.5", corrupt, "model.vocab['hello']");
    row("negative id", "\"hello\":261", "\"hello\":-1", corrupt, "model.vocab['hello']");
    row("huge id", "\"hello\":261", "\"hello\":1000000000", corrupt, "1000000000 of 'hello' is out of range");
    row("id beyond int", "\"hello\":261", "\"hello\":4294967297", corrupt, "model.vocab['hello']");
    row("id beyond 64 bits", "\"hello\":261", "\"hello\":18446744073709551615", corrupt, "model.vocab['hello']");
    row("id twice", "\"hello\":261", "\"hello\":260", corrupt, "id 260 is given twice");
    row("unknown token", "\"unk_token\":null", "\"unk_token\":\"<unk>\"", corrupt, "unk_token '<unk>'");
    row("flag", "\"fuse_unk\":false", "\"fuse_unk\":0", corrupt, "model.fuse_unk");
    row("no merges", "\"merges\":", "\"merge\":", corrupt, "model.merges");
    row("merge of three", "[\"h\",\"e\"]", "[\"h\",\"e\",\"l\"]", corrupt, "model.merges[1]");
    row("merge of numbers", "[\"h\",\"e\"]", "[1,2]", corrupt, "model.merges[1]");
    row("merge without space", "[\"h\",\"e\"]", "\"he\"", corrupt, "model.merges[1]");
    row("merge with two spaces", "[\"h\",\"e\"]", "\"h e l\"", corrupt, "model.merges[1]");
    row("unknown left piece", "[\"h\",\"e\"]", "[\"zq\",\"e\"]", corrupt, "merges[1]: 'zq'");
    row("unknown right piece", "[\"h\",\"e\"]", "[\"h\",\"zq\"]", corrupt, "merges[1]: 'zq'");
    row("unknown result", "[\"h\",\"e\"]", "[\"h\",\"z\"]", corrupt, "merges[1]: 'hz'");
    row("added tokens", "\"added_tokens\":[", "\"added_tokens\":{\"x\":[", corrupt, "no valid JSON");
    row("added token without text", "\"content\":\"<r>\"", "\"text\":\"<r>\"", corrupt, "added_tokens[2].content");
    row("added token without id", "{\"id\":268", "{\"nr\":268", corrupt, "added_tokens[2].id");
    row("added id huge", "{\"id\":268", "{\"id\":2000000000", corrupt, "2000000000 of '<r>' is out of range");
    row("added id twice", "{\"id\":268", "{\"id\":267", corrupt, "id 267 is given twice");
    row("added text twice", "\"content\":\"<r>\"", "\"content\":\"<|user|>\"", corrupt, "'<|user|>' occurs twice");
    row("added flag", "\"single_word\":true", "\"single_word\":\"yes\"", corrupt, "added_tokens[4].single_word");
    row("normalizer", "{\"type\":\"NFC\"}", "{\"type\":\"Nmt\"}", unsupported, "normalizer.type 'Nmt'");
    row("normalizer map", "{\"type\":\"NFC\"}", quoted("{'type':'Precompiled','precompiled_charsmap':'!'}"), corrupt, "not base64");
    row("normalizer map cut off", "{\"type\":\"NFC\"}", quoted("{'type':'Precompiled','precompiled_charsmap':'/////w=='}"), corrupt, "cut off");
    row("normalizer regex", "{\"type\":\"NFC\"}", quoted("{'type':'Replace','pattern':{'Regex':'[a'},'content':'x'}"), unsupported, "missing ']'");
    row("normalizer list", "{\"type\":\"NFC\"}", "{\"type\":\"Sequence\"}", corrupt, "normalizer.normalizers");
    row("normalizer pattern", "{\"type\":\"NFC\"}", quoted("{'type':'Replace','pattern':{'String':''},'content':'x'}"), corrupt, "normalizer.pattern");
    row("pre-tokenizer", kSplitDigits, quoted("{'type':'BertPreTokenizer'}"), unsupported, "pre_tokenizer.type 'BertPreTokenizer'");
    row("metaspace", kSplitDigits, quoted("{'type':'Metaspace'}"), corrupt, "pre_tokenizer.replacement");
    row("metaspace scheme", kSplitDigits, quoted("{'type':'Metaspace','replacement':'_','prepend_scheme':'odd'}"), corrupt, "'odd'");
    row("pre-tokenizer list", "\"pretokenizers\":", "\"steps\":", corrupt, "pre_tokenizer.pretokenizers");
    row("split without pattern", kSplitDigits, quoted("{'type':'Split'}"), corrupt, "pre_tokenizer.pattern");
    row("split behaviour", kSplitDigits, quoted("{'type':'Split','pattern':{'String':'a'},'behavior':'Odd'}"), corrupt, "'Odd'");
    row("split pattern", kSplitDigits, quoted("{'type':'Split','pattern':{'Regex':'[a'}}"), unsupported, "missing ']'");
    row("not byte-level", kByteLevel, "{\"type\":\"WhitespaceSplit\"}]}", unsupported, "decoder.type 'ByteLevel'");
    row("after ByteLevel", kByteLevel, quoted("{'type':'ByteLevel'},{'type':'Digits'}]}"), unsupported, "'Digits' after ByteLevel");
  }
  void damaged_files_are_refused() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, code);
    QFETCH(QString, culprit);
    QByteArray text = tiny();
    const int at = text.lastIndexOf(from);
    QVERIFY(at >= 0);
    const auto result = parse(text.replace(at, from.size(), to));
    QVERIFY(!result);
    const QString message = QString::fromStdString(result.error().message);
    QVERIFY2(message.contains(culprit) && message.contains("t.json"), qPrintable(message));
    QCOMPARE(int(result.error().code), code);
  }

  void every_truncation_is_refused() {
    const QByteArray text = tiny();
    for (int n = 0; n < text.size() - 2; n += 13) QVERIFY(!parse(text.left(n)));
  }

  void monsters_are_refused_quickly() {
    QVERIFY(!parse(QByteArray(5'000'000, '[')));
    QVERIFY(!parse(QByteArray("{\"a\":").repeated(100'000)));
    QVERIFY(!parse("[]"));
    QVERIFY(!parse("{}"));
    QVERIFY(!parse("{\"model\":{\"vocab\":{},\"merges\":[]},\"pre_tokenizer\":{\"type\":\"ByteLevel\"}}"));
  }

  void a_word_of_a_megabyte_is_no_problem_data() {
    QTest::addColumn<QByteArray>("unit");
    for (const char* unit : {"a", "hello", " ", "1", "\xC3\xA9", "<|", "\xFF"}) QTest::newRow(unit) << QByteArray(unit);
  }
  void a_word_of_a_megabyte_is_no_problem() {
    QFETCH(QByteArray, unit);
    const auto tokenizer = *parse(tiny());
    const std::string text = unit.repeated(1'000'000 / unit.size()).toStdString();
    QElapsedTimer timer;
    timer.start();
    const auto ids = tokenizer->encode(text);
    QVERIFY2(timer.elapsed() < 30'000, "far too slow");
    QCOMPARE(tokenizer->decode(ids), text);
  }
};

QTEST_APPLESS_MAIN(ByteLevelBpeTest)
#include "byte_level_bpe_test.moc"
