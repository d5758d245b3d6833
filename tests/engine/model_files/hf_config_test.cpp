#include "engine/model_files/hf_config.h"

#include <QTest>
#include <cmath>

using namespace eddy;

class HfConfigTest : public QObject {
  Q_OBJECT

 private slots:
  void values_are_flattened_data();
  void values_are_flattened();
  void null_is_left_out();
  void infinities_are_read_in_both_spellings();
  void special_words_inside_strings_stay();
  void broken_configs_are_refused_data();
  void broken_configs_are_refused();
};

Q_DECLARE_METATYPE(eddy::MetadataValue)

void HfConfigTest::values_are_flattened_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("key");
  QTest::addColumn<MetadataValue>("value");
  const auto row = [](const char* name, const char* text, const char* key, MetadataValue value) {
    QTest::newRow(name) << QByteArray(text) << QByteArray(key) << value;
  };
  using Ints = std::vector<std::int64_t>;
  using Reals = std::vector<double>;
  using Texts = std::vector<std::string>;
  row("text", R"({"a":"x"})", "a", std::string("x"));
  row("bool", R"({"a":true})", "a", true);
  row("integer", R"({"a":-7})", "a", std::int64_t(-7));
  row("beyond 63 bits", R"({"a":18446744073709551615})", "a", 18446744073709551615.0);
  row("fraction", R"({"a":1e-5})", "a", 1e-5);
  row("nested", R"({"a":{"b":{"c":1}}})", "a.b.c", std::int64_t(1));
  row("after a nested object", R"({"a":{"b":1},"d":2})", "d", std::int64_t(2));
  row("integers", R"({"a":[1,2]})", "a", Ints{1, 2});
  row("empty array", R"({"a":[]})", "a", Ints{});
  row("integers and fractions", R"({"a":[1,0.5]})", "a", Reals{1, 0.5});
  row("texts", R"({"a":["x",""]})", "a", Texts{"x", ""});
  row("mixture by index", R"({"a":[1,"x"]})", "a.1", std::string("x"));
  row("null in an array", R"({"a":[1,null,3]})", "a.2", std::int64_t(3));
  row("array of arrays", R"({"a":[[1,2],[3]]})", "a.1", Ints{3});
  row("array of objects", R"({"a":[{"b":1},{"b":2}]})", "a.1.b", std::int64_t(2));
  row("scalar after an object in an array", R"({"a":[{"b":1},5]})", "a.1", std::int64_t(5));
}

void HfConfigTest::values_are_flattened() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, key);
  QFETCH(MetadataValue, value);
  const Result<Metadata> config = parse_hf_config(text.toStdString(), "config.json");
  QVERIFY2(config, config ? "" : config.error().message.c_str());
  const auto found = config->find(key.toStdString());
  QVERIFY(found != config->end());
  QVERIFY(found->second == value);
}

void HfConfigTest::null_is_left_out() {
  const Result<Metadata> config = parse_hf_config(R"({"a":null,"b":1})", "config.json");
  QVERIFY(config);
  QVERIFY(!config->contains("a"));
  QCOMPARE(config->size(), 1u);
}

void HfConfigTest::infinities_are_read_in_both_spellings() {
  const Result<Metadata> config = parse_hf_config(
      R"({"a":Infinity,"b":{"__float__":"-Infinity"},"c":[0.0,Infinity],"d":NaN,"e":-Infinity})", "config.json");
  QVERIFY2(config, config ? "" : (config.error().message + config.error().detail).c_str());
  QCOMPARE(std::get<double>(config->at("a")), HUGE_VAL);
  QCOMPARE(std::get<double>(config->at("b")), -HUGE_VAL);
  QVERIFY((config->at("c") == MetadataValue(std::vector<double>{0.0, HUGE_VAL})));
  QVERIFY(std::isnan(std::get<double>(config->at("d"))));
  QCOMPARE(std::get<double>(config->at("e")), -HUGE_VAL);
}

void HfConfigTest::special_words_inside_strings_stay() {
  const Result<Metadata> config = parse_hf_config(R"({"a":"NaN \" Infinity"})", "config.json");
  QVERIFY(config);
  QVERIFY(config->at("a") == MetadataValue(std::string("NaN \" Infinity")));
}

void HfConfigTest::broken_configs_are_refused_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("message");
  const auto row = [](const char* name, QByteArray text, const char* message) {
    QTest::newRow(name) << text << QByteArray(message);
  };
  row("empty", "", "not valid JSON");
  row("cut", R"({"a":1)", "not valid JSON");
  row("a number", "5", "does not start with '{'");
  row("an array", "[]", "does not start with '{'");
  row("duplicate key", R"({"a":1,"a":2})", "'a' appears twice");
  row("duplicate nested key", R"({"a":{"b":1,"b":2}})", "'b' appears twice");
  row("deep objects", QByteArray("{\"a\":").repeated(100), "nested too deeply");
  row("deep arrays", "{\"a\":" + QByteArray(1000000, '['), "nested too deeply");
  row("too large", "{\"a\":\"" + QByteArray(17 << 20, 'x') + "\"}", "more than the");
  row("bad UTF-8", "{\"a\":\"\xff\"}", "not valid JSON");
  row("unknown number word", R"({"a":{"__float__":"Many"}})", "unknown number");
  row("number too large", R"({"a":1e999})", "not valid JSON");
}

void HfConfigTest::broken_configs_are_refused() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, message);
  const Result<Metadata> config = parse_hf_config(text.toStdString(), "config.json");
  QVERIFY(!config);
  QVERIFY(config.error().code == ErrorCode::FileCorrupt);
  QVERIFY2(QByteArray::fromStdString(config.error().message).contains(message), config.error().message.c_str());
  QVERIFY(config.error().message.starts_with("[config] config.json"));
}

QTEST_APPLESS_MAIN(HfConfigTest)
#include "hf_config_test.moc"
