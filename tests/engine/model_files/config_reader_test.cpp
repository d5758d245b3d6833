#include "engine/model_files/config_reader.h"

#include <QTest>
#include <cmath>

#include "engine/model_files/hf_config.h"
#include "tests/support/engine/metadata_model_file.h"

using namespace eddy;

namespace {

MetadataModelFile file_of(const char* config) {
  Result<Metadata> metadata = parse_hf_config(config, "config.json");
  if (!metadata) qFatal("%s", metadata.error().message.c_str());
  return MetadataModelFile(*std::move(metadata));
}

}  // namespace

class ConfigReaderTest : public QObject {
  Q_OBJECT

 private slots:
  void the_first_key_that_is_there_is_taken();
  void text_config_comes_before_the_rest();
  void absent_and_null_keys_take_the_fallback();
  void whole_numbers_may_be_written_as_fractions_and_back();
  void lists_may_be_single_values();
  void wrong_values_are_named_data();
  void wrong_values_are_named();
  void the_first_problem_is_kept();
  void layers_are_read_in_every_spelling_data();
  void layers_are_read_in_every_spelling();
  void rotary_positions_are_read_in_every_spelling_data();
  void rotary_positions_are_read_in_every_spelling();
  void rotary_factors_and_limits_are_read();
};

void ConfigReaderTest::the_first_key_that_is_there_is_taken() {
  const auto file = file_of(R"({"d_model":64,"n_layer":2,"ssm_cfg":{"layer":"Mamba2"}})");
  ConfigReader config(file, "mamba2");
  QCOMPARE(config.size({"hidden_size", "d_model"}), 64);
  QCOMPARE(config.size({"num_hidden_layers", "n_layer"}), 2);
  QCOMPARE(config.text({"ssm_cfg.layer"}), std::string("Mamba2"));
  QVERIFY(config.has({"x", "d_model"}) && !config.has({"x"}));
  QVERIFY(config.ok());
}

void ConfigReaderTest::text_config_comes_before_the_rest() {
  const auto file = file_of(R"({"vocab_size":1,"hidden_size":8,"text_config":{"vocab_size":320}})");
  ConfigReader config(file, "qwen3_5");
  QCOMPARE(config.size({"vocab_size"}), 320);
  QCOMPARE(config.size({"hidden_size"}), 8);
  QVERIFY(config.ok());
}

void ConfigReaderTest::absent_and_null_keys_take_the_fallback() {
  const auto file = file_of(R"({"head_dim":null})");
  ConfigReader config(file, "llama");
  QCOMPARE(config.size({"head_dim"}, 16), 16);
  QCOMPARE(config.integer({"sliding_window"}, 0, 100, 0), 0);
  QCOMPARE(config.number({"a"}, 0.5), 0.5);
  QCOMPARE(config.epsilon({"a"}, 1e-6), 1e-6f);
  QCOMPARE(config.flag({"a"}, true), true);
  QCOMPARE(config.text({"a"}, "silu"), std::string("silu"));
  QVERIFY(config.integers({"a"}).empty() && config.numbers({"a"}).empty() && config.texts({"a"}).empty());
  QVERIFY(config.ok());
}

void ConfigReaderTest::whole_numbers_may_be_written_as_fractions_and_back() {
  const auto file = file_of(R"({"a":4.0,"b":3,"c":{"__float__":"Infinity"}})");
  ConfigReader config(file, "x");
  QCOMPARE(config.size({"a"}), 4);
  QCOMPARE(config.number({"b"}), 3.0);
  QCOMPARE(config.number({"c"}), HUGE_VAL);
  QVERIFY(config.ok());
}

void ConfigReaderTest::lists_may_be_single_values() {
  const auto file = file_of(R"({"a":4,"b":[1,2.5],"c":[1,2],"d":"x","e":[0.0,Infinity],"f":[]})");
  ConfigReader config(file, "x");
  QCOMPARE(config.integers({"a"}), std::vector<std::int64_t>{4});
  QCOMPARE(config.numbers({"b"}), (std::vector<double>{1, 2.5}));
  QCOMPARE(config.numbers({"c"}), (std::vector<double>{1, 2}));
  QCOMPARE(config.texts({"d"}), std::vector<std::string>{"x"});
  QCOMPARE(config.numbers({"e"}).back(), HUGE_VAL);
  QVERIFY(config.texts({"f"}).empty() && config.numbers({"f"}).empty());
  QVERIFY(config.ok());
}

void ConfigReaderTest::wrong_values_are_named_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("read");
  QTest::addColumn<QByteArray>("message");
  const auto row = [](const char* name, const char* text, int read, const char* message) {
    QTest::newRow(name) << QByteArray(text) << read << QByteArray(message);
  };
  row("missing size", "{}", 0, "no key 'a'");
  row("missing number", "{}", 1, "no key 'a'");
  row("missing flag", "{}", 2, "no key 'a'");
  row("missing text", "{}", 3, "no key 'a'");
  row("zero size", R"({"b":0})", 0, "key 'b' of its config is no whole number from 1");
  row("negative size", R"({"a":-1})", 0, "key 'a'");
  row("absurd size", R"({"a":1e18})", 0, "key 'a'");
  row("fractional size", R"({"a":1.5})", 0, "key 'a'");
  row("size is text", R"({"a":"4"})", 0, "key 'a'");
  row("number is text", R"({"a":"4"})", 1, "no number");
  row("number is NaN", R"({"a":NaN})", 1, "no number");
  row("flag is a number", R"({"a":1})", 2, "no true or false");
  row("text is a number", R"({"a":1})", 3, "no text");
  row("integers are texts", R"({"a":["x"]})", 4, "no list of whole numbers");
  row("numbers are texts", R"({"a":["x"]})", 5, "no list of numbers");
  row("NaN among numbers", R"({"a":[1.5,NaN]})", 5, "no list of numbers");
  row("texts are numbers", R"({"a":[1]})", 6, "no list of texts");
  row("epsilon is negative", R"({"a":-1e-5})", 7, "no small positive number");
  row("epsilon is large", R"({"a":3})", 7, "no small positive number");
  row("option is other", R"({"a":"tanh"})", 8, "'a' of its config makes it a variant");
  row("unknown layer", R"({"layer_types":["magic"]})", 9, "'magic'");
  row("too few layers", R"({"layer_types":["mamba"]})", 9, "lists 1 layers where it has 3");
  row("too few flags", R"({"attn_type_list":[1]})", 9, "attn_type_list");
  row("layer interval of 0", R"({"full_attention_interval":0})", 9, "full_attention_interval");
  row("layers are numbers", R"({"layer_types":[1,2,3]})", 9, "no list of texts");
  row("rotation base of 0", R"({"rope_theta":0})", 10, "impossible rotary positions");
  row("rotation of more than a head", R"({"partial_rotary_factor":2})", 10, "impossible rotary positions");
  row("absurdly many layers", "{}", 11, "claims 1000000 layers");
}

void ConfigReaderTest::wrong_values_are_named() {
  QFETCH(QByteArray, text);
  QFETCH(int, read);
  QFETCH(QByteArray, message);
  const auto file = file_of(text);
  ConfigReader c(file, "arch");
  switch (read) {
    case 0: QCOMPARE(c.size({"a", "b"}), 1); break;
    case 1: c.number({"a"}); break;
    case 2: c.flag({"a"}); break;
    case 3: c.text({"a"}); break;
    case 4: c.integers({"a"}); break;
    case 5: c.numbers({"a"}); break;
    case 6: c.texts({"a"}); break;
    case 7: c.epsilon({"a"}); break;
    case 8: c.only("a", std::string("silu")); break;
    case 9: c.layer_kinds(3); break;
    case 10: c.rope(); break;
    default: c.layer_kinds(1000000); break;
  }
  QVERIFY(!c.ok());
  QVERIFY2(QByteArray::fromStdString(c.error().message).contains(message), c.error().message.c_str());
  QVERIFY(c.error().message.starts_with("[arch] "));
  const bool variant = read == 8 || message == "'magic'";
  QVERIFY(c.error().code == (variant ? ErrorCode::UnsupportedArchitecture : ErrorCode::FileCorrupt));
}

void ConfigReaderTest::the_first_problem_is_kept() {
  const auto file = file_of("{}");
  ConfigReader config(file, "x");
  config.size({"first"});
  config.size({"second"});
  config.fail("third");
  QVERIFY(config.error().message.find("'first'") != std::string::npos);
}

void ConfigReaderTest::layers_are_read_in_every_spelling_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("layers");
  QTest::addColumn<QByteArray>("kinds");  // R A S C H F E
  const auto row = [](const char* name, const char* text, int layers, const char* kinds) {
    QTest::newRow(name) << QByteArray(text) << layers << QByteArray(kinds);
  };
  row("nothing said", "{}", 4, "");
  row("new names", R"({"layer_types":["linear_attention","full_attention","sliding_attention","conv"]})", 4, "RASC");
  row("block types", R"({"layers_block_type":["linear_attention","moe","full_attention","mlp","hybrid"]})", 0, "REAFH");
  row("old names", R"({"layers_block_type":["mamba","attention","hybrid"]})", 3, "RAH");
  row("pattern", R"({"hybrid_override_pattern":"M-M*ME"})", 6, "RFRARE");
  row("repeated", R"({"block_types":["recurrent","recurrent","attention"]})", 5, "RRARR");
  row("repeated, cut", R"({"block_types":["recurrent","recurrent","attention"]})", 2, "RR");
  row("flags", R"({"attn_type_list":[0,1,0]})", 3, "RAR");
  row("indices", R"({"attn_layer_indices":[1]})", 3, "RAR");
  row("one index", R"({"attn_layer_indices":1})", 3, "RAR");
  row("convolutions", R"({"full_attn_idxs":[2]})", 4, "CCAC");
  row("hybrid places", R"({"hybrid_layer_ids":[1,9]})", 3, "RHR");
  row("interval", R"({"full_attention_interval":4})", 8, "RRRARRRA");
  row("period and offset", R"({"attn_layer_period":4,"attn_layer_offset":2})", 7, "RRARRRA");
  row("inside text_config", R"({"text_config":{"layer_types":["mamba"]}})", 1, "R");
}

void ConfigReaderTest::layers_are_read_in_every_spelling() {
  QFETCH(QByteArray, text);
  QFETCH(int, layers);
  QFETCH(QByteArray, kinds);
  const auto file = file_of(text);
  ConfigReader config(file, "x");
  QByteArray read;
  for (const LayerKind kind : config.layer_kinds(layers)) read += "RASCHFE"[int(kind)];
  QVERIFY2(config.ok(), config.ok() ? "" : config.error().message.c_str());
  QCOMPARE(read, kinds);
}

void ConfigReaderTest::rotary_positions_are_read_in_every_spelling_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("type");
  QTest::addColumn<double>("theta");
  QTest::addColumn<double>("share");
  QTest::addColumn<double>("factor");
  const auto row = [](const char* name, const char* text, const char* type, double theta, double share, double factor) {
    QTest::newRow(name) << QByteArray(text) << QByteArray(type) << theta << share << factor;
  };
  row("nothing said", "{}", "default", 10000, 1, 1);
  row("new", R"({"rope_parameters":{"rope_theta":5e5,"rope_type":"linear","factor":4.0,"partial_rotary_factor":0.5}})",
      "linear", 5e5, 0.5, 4);
  row("old", R"({"rope_theta":500000,"rope_scaling":{"type":"yarn","factor":8},"partial_rotary_factor":0.25})", "yarn",
      5e5, 0.25, 8);
  row("old without scaling", R"({"rope_theta":1000000.0,"rope_scaling":null})", "default", 1e6, 1, 1);
  row("first name of longrope", R"({"rope_scaling":{"type":"su"}})", "longrope", 10000, 1, 1);
  row("per kind of layer",
      R"({"rope_parameters":{"sliding_attention":{"rope_theta":1.0},"full_attention":{"rope_theta":2.0,"rope_type":"llama3"}}})",
      "llama3", 2, 1, 1);
}

void ConfigReaderTest::rotary_positions_are_read_in_every_spelling() {
  QFETCH(QByteArray, text);
  const auto file = file_of(text);
  ConfigReader config(file, "x");
  const RopeConfig rope = config.rope();
  QVERIFY2(config.ok(), config.ok() ? "" : config.error().message.c_str());
  QTEST(QByteArray::fromStdString(rope.type), "type");
  QTEST(rope.theta, "theta");
  QTEST(rope.partial_rotary_factor, "share");
  QTEST(rope.factor, "factor");
}

void ConfigReaderTest::rotary_factors_and_limits_are_read() {
  const auto file = file_of(
      R"({"rope_parameters":{"long_factor":[1.0,2.5],"short_factor":[1,1],"attention_factor":1.5,"low_freq_factor":2.0,
          "high_freq_factor":3.0,"beta_fast":16,"beta_slow":2,"mscale":0.7,"mscale_all_dim":0.8,"truncate":false,
          "original_max_position_embeddings":128,"mrope_section":[1,2]},"original_max_position_embeddings":64})");
  ConfigReader config(file, "x");
  const RopeConfig rope = config.rope();
  QVERIFY2(config.ok(), config.ok() ? "" : config.error().message.c_str());
  QCOMPARE(rope.long_factor, (std::vector<double>{1, 2.5}));
  QCOMPARE(rope.short_factor, (std::vector<double>{1, 1}));
  QCOMPARE(rope.attention_factor, std::optional<double>(1.5));
  QCOMPARE(rope.original_positions, 128);
  QCOMPARE(rope.low_freq_factor + rope.high_freq_factor + rope.beta_fast + rope.beta_slow, 23.0);
  QCOMPARE(rope.mscale + rope.mscale_all_dim, 1.5);
  QVERIFY(!rope.truncate);
  QCOMPARE(rope.mrope_section, (std::vector<std::int64_t>{1, 2}));
}

QTEST_APPLESS_MAIN(ConfigReaderTest)
#include "config_reader_test.moc"
