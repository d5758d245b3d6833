// JSON schemas as grammars: what they take, what they refuse to be, and that what is written under them is valid.
#include <QtTest>

#include <nlohmann/json.hpp>
#include <random>

#include "engine/sampling/grammar/constraint.h"
#include "engine/sampling/grammar/json_schema.h"
#include "tests/support/engine/fake_tokenizer.h"

using namespace eddy;

namespace {

struct Machine {
  explicit Machine(const std::string& schema) : tokenizer({"\":", "\"}", "{\"", "[[", "]]", ", ", "\\u00", "true", "null", "12", "\xF0\x9F"}), trie(tokenizer) {
    auto grammar = grammar_of_json_schema(schema);
    if (!grammar) {
      error = grammar.error();
      return;
    }
    auto made = Constraint::create({*grammar, false, {}}, trie);
    if (made) constraint = *std::move(made);
    else error = made.error();
  }
  bool takes(std::string_view text) {
    constraint->restart();
    return constraint->push(text) && constraint->accepts();
  }
  FakeTokenizer tokenizer;
  TokenTrie trie;
  std::unique_ptr<Constraint> constraint;
  Error error;
};

using Json = nlohmann::json;

/// The part of JSON Schema that is understood, judged by somebody else.
bool fits(const Json& value, const Json& schema, const Json& root) {
  if (schema.is_boolean()) return schema.get<bool>();
  if (schema.contains("$ref")) {
    const auto target = schema["$ref"].get<std::string>();
    return fits(value, target == "#" ? root : root.at(Json::json_pointer(target.substr(1))), root);
  }
  for (const char* word : {"anyOf", "oneOf"}) {
    if (!schema.contains(word)) continue;
    return std::ranges::any_of(schema[word], [&](const Json& one) { return fits(value, one, root); });
  }
  if (schema.contains("const")) return value == schema["const"];
  if (schema.contains("enum")) return std::ranges::find(schema["enum"], value) != schema["enum"].end();
  if (!schema.contains("type")) return true;
  if (schema["type"].is_array()) {
    return std::ranges::any_of(schema["type"], [&](const Json& type) {
      Json one = schema;
      one["type"] = type;
      return fits(value, one, root);
    });
  }
  const auto type = schema["type"].get<std::string>();
  if (type == "null") return value.is_null();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "string") return value.is_string();
  const auto size = static_cast<int>(value.size());
  if (type == "array") {
    return value.is_array() && size >= schema.value("minItems", 0) && size <= schema.value("maxItems", 1 << 20) &&
           std::ranges::all_of(value, [&](const Json& item) { return !schema.contains("items") || fits(item, schema["items"], root); });
  }
  if (!value.is_object()) return false;
  for (const auto& name : schema.value("required", Json::array())) {
    if (!value.contains(name.get<std::string>())) return false;
  }
  for (const auto& [name, member] : value.items()) {
    const auto properties = schema.value("properties", Json::object());
    if (properties.contains(name) ? !fits(member, properties[name], root) : !properties.empty()) return false;
  }
  return true;
}

}  // namespace

class JsonSchemaTest : public QObject {
  Q_OBJECT

 private slots:
  void values_are_told_apart_data() {
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QStringList>("good");
    QTest::addColumn<QStringList>("bad");
    using L = QStringList;
    QTest::newRow("anything") << "{}" << L{"1", "\"a\"", "[1, {\"a\": null}]", "{}"} << L{"", "x", "01", "[1,]"};
    QTest::newRow("true") << "true" << L{"false"} << L{"tru"};
    QTest::newRow("string") << R"({"type":"string"})" << L{"\"\"", "\"a\\n\\u00e9\u6c49\""} << L{"a", "\"\n\"", "\"\\x\"", "\"\\ud800\"", "\"\\uD8"};
    QTest::newRow("length") << R"({"type":"string","minLength":2,"maxLength":3})" << L{"\"ab\"", "\"\u6c49\u5b57x\""} << L{"\"a\"", "\"abcd\""};
    QTest::newRow("integer") << R"({"type":"integer"})" << L{"0", "-12", "123456789"} << L{"1.5", "01", "-", "1e3"};
    QTest::newRow("number") << R"({"type":"number"})" << L{"0", "-1.25", "6e23", "1E-9"} << L{".5", "1.", "NaN"};
    QTest::newRow("several types") << R"({"type":["integer","null"]})" << L{"3", "null"} << L{"\"3\"", "true"};
    QTest::newRow("enum") << "{\"enum\":[\"red\",\"a\\\"b\\n\",3,null,{\"a\":[1]}]}" << L{"\"red\"", "\"a\\\"b\\n\"", "3", "null", "{\"a\":[1]}"} << L{"red", "4"};
    QTest::newRow("const") << R"({"const":"\u00e9"})" << L{"\"\u00e9\""} << L{"\"e\""};
    QTest::newRow("array") << R"({"type":"array","items":{"type":"boolean"}})" << L{"[]", "[true, false]", "[\ntrue]"} << L{"[1]", "[true,]", "[true false]"};
    QTest::newRow("items") << R"({"type":"array","items":{"type":"null"},"minItems":1,"maxItems":2})" << L{"[null]", "[null,null]"} << L{"[]", "[null,null,null]"};
    QTest::newRow("no items") << R"({"type":"array","maxItems":0})" << L{"[]", "[ ]"} << L{"[1]"};
    QTest::newRow("at least two") << R"({"type":"array","items":{"type":"integer"},"minItems":2})" << L{"[1,2]", "[1,2,3,4]"} << L{"[1]", "[]"};
    QTest::newRow("object") << R"({"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"null"},"c":true},"required":["a","c"]})"
                            << L{R"({"a":1,"c":2})", R"({"a": 1, "b": null, "c": []})"} << L{"{}", R"({"a":1})", R"({"c":1,"a":1})", R"({"a":1,"b":null})", R"({"a":1,"c":2,"d":3})"};
    QTest::newRow("optional first") << R"({"properties":{"a":{"type":"null"},"b":{"type":"null"}}})" << L{"{}", R"({"a":null})", R"({"b":null})", R"({"a":null,"b":null})"} << L{R"({,"b":null})", R"({"a":null,})"};
    QTest::newRow("open object") << R"({"type":"object","additionalProperties":{"type":"integer"}})" << L{"{}", R"({"x":1,"y":2})"} << L{R"({"x":"1"})"};
    QTest::newRow("free object") << R"({"type":"object"})" << L{"{}", R"({"x":{"y":[1]}})"} << L{"[]"};
    QTest::newRow("closed object") << R"({"type":"object","additionalProperties":false})" << L{"{}"} << L{R"({"x":1})"};
    QTest::newRow("any of") << R"({"anyOf":[{"type":"integer"},{"type":"array","items":{"type":"integer"}}]})" << L{"1", "[1]"} << L{"\"1\""};
    QTest::newRow("one of") << R"({"oneOf":[{"const":1},{"const":2}]})" << L{"1", "2"} << L{"3"};
    QTest::newRow("definitions") << R"({"$defs":{"leaf":{"type":"string"},"tree":{"type":"object","properties":{"l":{"$ref":"#/$defs/leaf"},"kids":{"type":"array","items":{"$ref":"#/$defs/tree"}}},"required":["l"]}},"$ref":"#/$defs/tree"})"
                                 << L{R"({"l":"a"})", R"({"l":"a","kids":[{"l":"b","kids":[]}]})"} << L{R"({"kids":[]})"};
    QTest::newRow("itself") << R"({"type":"array","items":{"$ref":"#"}})" << L{"[]", "[[],[[]]]"} << L{"[1]"};
    QTest::newRow("annotations") << R"({"title":"t","description":"d","$schema":"s","default":1,"type":"integer"})" << L{"7"} << L{"\"7\""};
  }
  void values_are_told_apart() {
    QFETCH(QString, schema);
    QFETCH(QStringList, good);
    QFETCH(QStringList, bad);
    Machine machine(schema.toStdString());
    QVERIFY2(machine.constraint, machine.error.message.c_str());
    for (const auto& text : good) QVERIFY2(machine.takes(text.toStdString()), qPrintable("refused: " + text));
    for (const auto& text : bad) QVERIFY2(!machine.takes(text.toStdString()), qPrintable("taken: " + text));
  }

  void what_is_not_kept_is_refused_data() {
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("message");
    QTest::newRow("no JSON") << "{\n  \"type\": }" << "line 2, column 11: this is no JSON";
    QTest::newRow("nothing") << "" << "this is no JSON";
    QTest::newRow("no schema") << "3" << "at #: a schema is an object, or true";
    QTest::newRow("false") << "false" << "allows no text";
    QTest::newRow("pattern") << R"({"properties":{"a":{"type":"string","pattern":"x"}}})" << "at #/properties/a: 'pattern' is not supported";
    QTest::newRow("minimum") << R"({"type":"integer","minimum":3})" << "'minimum' is not supported";
    QTest::newRow("allOf") << R"({"allOf":[{}]})" << "'allOf' is not supported";
    QTest::newRow("type") << R"({"type":"date"})" << "'type' \"date\" is unknown";
    QTest::newRow("many types and pattern") << R"({"type":["string","null"],"pattern":"x"})" << "'pattern' is not supported";
    QTest::newRow("no types") << R"({"type":[]})" << "an empty list";
    QTest::newRow("enum") << R"({"enum":[]})" << "'enum' must be a list";
    QTest::newRow("anyOf") << R"({"anyOf":{}})" << "at #/anyOf: it must be a list";
    QTest::newRow("ref elsewhere") << R"({"$ref":"other.json"})" << "may only point into the schema itself";
    QTest::newRow("ref nowhere") << R"({"$ref":"#/$defs/x"})" << "there is no #/$defs/x";
    QTest::newRow("ref no text") << R"({"$ref":1})" << "'$ref' must be a string";
    QTest::newRow("ref endless") << R"({"$ref":"#"})" << "refers to itself without end";
    QTest::newRow("endless") << R"({"type":"array","items":{"$ref":"#"},"minItems":1})" << "refers to itself without end";
    QTest::newRow("required unknown") << R"({"type":"object","properties":{"a":true},"required":["b"]})" << "'required' names 'b'";
    QTest::newRow("required alone") << R"({"type":"object","required":["b"]})" << "'properties' does not describe";
    QTest::newRow("required no list") << R"({"type":"object","required":"b"})" << "'required' must be a list of names";
    QTest::newRow("required no names") << R"({"type":"object","required":[1]})" << "'required' must be a list of names";
    QTest::newRow("properties") << R"({"type":"object","properties":[]})" << "'properties' must be an object";
    QTest::newRow("open beside named") << R"({"type":"object","properties":{"a":true},"additionalProperties":true})" << "beside 'properties' is not supported";
    QTest::newRow("bounds") << R"({"type":"array","minItems":3,"maxItems":2})" << "'maxItems' is less than 'minItems'";
    QTest::newRow("negative") << R"({"type":"array","minItems":-1})" << "'minItems' must be a number";
    QTest::newRow("deep") << QString(5000, u'[') << "nested too deep";
    QTest::newRow("too large") << R"({"type":"array","items":{"anyOf":[{"type":"string","maxLength":100000},{"type":"string","minLength":100000}]}})" << "too large";
  }
  void what_is_not_kept_is_refused() {
    QFETCH(QString, schema);
    QFETCH(QString, message);
    const auto result = grammar_of_json_schema(schema.toStdString());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(QString::fromStdString(result.error().message).contains(message), result.error().message.c_str());
  }

  void everything_written_is_valid_data() {
    QTest::addColumn<QString>("schema");
    QTest::newRow("person") << R"({"type":"object","properties":{"name":{"type":"string","maxLength":8},"age":{"type":"integer"},"tags":{"type":"array","items":{"enum":["a","b"]},"maxItems":3},"mail":{"type":["string","null"]}},"required":["name","tags"]})";
    QTest::newRow("tree") << R"({"$defs":{"t":{"type":"object","properties":{"v":{"type":"number"},"k":{"type":"array","items":{"$ref":"#/$defs/t"},"maxItems":2}},"required":["v"]}},"$ref":"#/$defs/t"})";
    QTest::newRow("choice") << R"({"anyOf":[{"const":"x"},{"type":"array","items":{"type":"boolean"},"minItems":2},{"type":"null"}]})";
    QTest::newRow("anything") << "{}";
  }
  void everything_written_is_valid() {
    QFETCH(QString, schema);
    Machine machine(schema.toStdString());
    QVERIFY2(machine.constraint, machine.error.message.c_str());
    const Json rules = Json::parse(schema.toStdString());
    int ended = 0;
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
      std::mt19937 random(seed);
      machine.constraint->restart();
      std::string text;
      bool done = false;
      for (int i = 0; i < 300 && !(done = machine.constraint->complete()); ++i) {
        const auto& allowed = machine.constraint->allowed();
        std::vector<TokenId> tokens;
        for (TokenId t = 0; t < machine.tokenizer.vocabulary(); ++t) {
          const auto at = static_cast<std::size_t>(t);
          if ((allowed[at / 64] >> at % 64 & 1) != 0) tokens.push_back(t);
        }
        // Mostly what ends things, so that texts stay short.
        const auto closing = std::ranges::find_if(tokens, [](TokenId t) { return t == '"' || t == '}' || t == ']'; });
        if (tokens.empty()) break;
        const bool close = closing != tokens.end() && random() % 3 != 0;
        const auto piece = machine.tokenizer.piece(close ? *closing : tokens[random() % tokens.size()], false);
        QVERIFY(machine.constraint->push(piece));
        text += piece;
      }
      if (!done && !machine.constraint->accepts()) continue;
      ++ended;
      const Json value = Json::parse(text, nullptr, false);
      QVERIFY2(!value.is_discarded(), text.c_str());
      QVERIFY2(fits(value, rules, rules), text.c_str());
    }
    QVERIFY2(ended >= 5, qPrintable(QString::number(ended)));
  }
};

QTEST_APPLESS_MAIN(JsonSchemaTest)
#include "json_schema_test.moc"
