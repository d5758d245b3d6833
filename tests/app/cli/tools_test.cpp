// logits, tokenize, inspect, bench, devices and quantize on a tiny model.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "engine/model_files/model_file.h"
#include "tests/support/app/cli_runner.h"
#include "tests/support/engine/tiny_rwkv7.h"

using namespace eddy;
using namespace eddy::test;

class ToolsTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { write_tiny_model(path("tiny").toStdString()); }

  void logits_are_a_safetensors_file() {
    const auto all = logits({"--ids", "1 2 3 4 5 6 7"});
    QCOMPARE(shape_, (std::vector<std::int64_t>{7, 257}));
    const auto last = logits({"--ids", "1,2,3,4,5,6,7", "--last"});
    QCOMPARE(shape_, (std::vector<std::int64_t>{1, 257}));
    QVERIFY(std::equal(last.begin(), last.end(), all.end() - 257));
    QFile ids(path("ids"));
    QVERIFY(ids.open(QIODevice::WriteOnly));
    ids.write("[1, 2, 3, 4,\n5, 6, 7]\n");
    ids.close();
    for (const char* chunk : {"1", "3", "1000"}) QCOMPARE(logits({"--ids-file", path("ids"), "--chunk", chunk}), all);
  }

  void an_ids_file_with_words_is_refused() {
    QFile ids(path("words"));
    QVERIFY(ids.open(QIODevice::WriteOnly));
    ids.write("1 2 three");
    ids.close();
    const auto result =
        run_cli({"logits", "--model", path("tiny"), "--ids-file", path("words"), "--output", path("x")});
    QCOMPARE(result.status, 1);
    QVERIFY(result.says_one_line() && result.err.contains("words"));
  }

  void text_becomes_ids_and_text_again() {
    const QByteArray text = "Grüße\n \"quoted\" 😀";
    const auto object = json(run_cli({"tokenize", "--model", path("tiny")}, text).out).object();
    QCOMPARE(object["decoded"].toString().toUtf8(), text);
    QCOMPARE(object["ids"].toArray().size(), text.size());
    QCOMPARE(run_cli({"tokenize", "--tokenizer", path("tiny/tokenizer.json")}, text).out,
             run_cli({"tokenize", "--model", path("tiny")}, text).out);
    QCOMPARE(run_cli({"tokenize", "--model", path("tiny")}, "").out, QByteArray("{\"ids\":[],\"decoded\":\"\"}\n"));
  }

  void special_tokens_are_read_on_demand() {
    const QByteArray text = "<|endoftext|>";
    QCOMPARE(json(run_cli({"tokenize", "--model", path("tiny")}, text).out).object()["ids"].toArray().size(),
             text.size());
    QCOMPARE(run_cli({"tokenize", "--model", path("tiny"), "--special"}, text).out,
             QByteArray("{\"ids\":[0],\"decoded\":\"<|endoftext|>\"}\n"));
  }

  void bytes_that_are_no_text_are_replaced() {
    const auto result = run_cli({"tokenize", "--model", path("tiny")},
                                "a\xFF"
                                "b");
    QCOMPARE(result.status, 0);
    QVERIFY(json(result.out).isObject());
  }

  void json_lines_give_a_line_each() {
    const auto result = run_cli({"tokenize", "--model", path("tiny"), "--jsonl"},
                                "{\"text\": \"a\"}\n{\"text\": \"\"}\n{\"text\": \"bc\"}");
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, QByteArray("{\"ids\":[98],\"decoded\":\"a\"}\n{\"ids\":[],\"decoded\":\"\"}\n{\"ids\":[99,100]"
                                    ",\"decoded\":\"bc\"}\n"));
    for (const char* bad :
         {"{\"text\": \"a\"}\nnot JSON\n", "{\"text\": \"a\"}\n{\"text\": 3}\n", "{\"text\": \"a\"}\n{}\n"}) {
      const auto refused = run_cli({"tokenize", "--model", path("tiny"), "--jsonl"}, bad);
      QCOMPARE(refused.status, 1);
      QVERIFY2(refused.says_one_line() && refused.err.contains("line 2"), refused.err);
    }
  }

  void inspect_tells_the_facts() {
    const auto object = json(run_cli({"inspect", path("tiny"), "--json"}).out).object();
    QCOMPARE(object["architecture"].toString(), QString("rwkv7"));
    QCOMPARE(object["vocabulary"].toInt(), 257);
    QCOMPARE(object["kv_bytes_per_token"].toInt(-1), 0);
    QVERIFY(object["state_bytes"].toInt() > 0 && object["memory_bytes"].toInt() > 0 &&
            object["parameters"].toInt() > 0);
    QCOMPARE(object["weight_formats"].toArray()[0].toObject()["format"].toString(), QString("F32"));
    QVERIFY(object["runnable"].toBool());
    const auto text = run_cli({"inspect", path("tiny/model.safetensors")}).out;
    for (const char* word : {"rwkv7", "byte-level BPE", "F32", "memory needed", "yes"})
      QVERIFY2(text.contains(word), word);
  }

  void inspect_tells_what_each_device_would_hold() {
    QVERIFY(!json(run_cli({"inspect", path("tiny"), "--json"}).out).object().contains("devices"));
    const auto whole = json(run_cli({"inspect", path("tiny"), "--json", "--backend", "cpu"}).out)["devices"].toArray();
    const auto parts = json(run_cli({"inspect", path("tiny"), "--json", "--devices", "cpu=1,cpu"}).out)["devices"].toArray();
    QCOMPARE(whole.size(), 1);
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts[1].toObject()["first_layer"].toInt(), 1);
    for (const char* of : {"weights", "state"}) {
      const qint64 together = parts[0].toObject()[of].toInteger() + parts[1].toObject()[of].toInteger();
      QCOMPARE(together, whole[0].toObject()[of].toInteger());
    }
    QVERIFY(run_cli({"inspect", path("tiny"), "--devices", "cpu=1,cpu"}).out.contains("1 of 2 layers"));
    QVERIFY(run_cli({"inspect", path("tiny"), "--placement"}).out.contains("2 of 2 layers"));
  }

  void layers_on_two_devices_give_the_same_text() {
    const auto generate = [&](QStringList where) {
      return run_cli(QStringList{"generate", "--model", path("tiny"), "--prompt", "ab", "--temperature", "0",
                                 "--max-tokens", "20"} + where);
    };
    const auto one = generate({"--backend", "cpu"}), two = generate({"--devices", "cpu=1,cpu"});
    QCOMPARE(two.status, 0);
    QVERIFY(!one.out.isEmpty());
    QCOMPARE(two.out, one.out);
    QVERIFY2(two.err.contains("1 of 2 layers on cpu, 1 on cpu"), two.err);
    QVERIFY(!one.err.contains("layers on"));
  }

  void inspect_says_why_a_file_cannot_run() {
    TinyFile file(1);
    file.add("some.weight", {3, 4}, 1);
    file.write(path("strange.safetensors").toStdString());
    const auto result = run_cli({"inspect", path("strange.safetensors"), "--json"});
    QCOMPARE(result.status, 0);
    QVERIFY(!json(result.out).object()["runnable"].toBool(true));
    QVERIFY(!json(result.out).object()["why_not"].toString().isEmpty());
    QVERIFY(run_cli({"inspect", path("strange.safetensors")}).out.contains("no: "));
  }

  void inspect_refuses_what_it_cannot_read() {
    QFile file(path("short.safetensors"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("abc");
    file.close();
    const auto result = run_cli({"inspect", path("short.safetensors")});
    QCOMPARE(result.status, 1);
    QVERIFY(result.says_one_line() && result.err.contains("short.safetensors"));
  }

  void bench_prints_figures() {
    const QStringList counts{"--prefill", "8", "--decode", "4", "--batch", "2", "--repeat", "3", "--threads", "1"};
    const auto object = json(run_cli(QStringList{"bench", "--model", path("tiny"), "--json"} + counts).out).object();
    for (const char* figure : {"prefill_tokens_per_second", "decode_tokens_per_second", "weight_bytes_per_token",
                               "memory_bandwidth_bytes_per_second", "bandwidth_share"}) {
      QVERIFY2(object[figure].toDouble() > 0, figure);
    }
    QCOMPARE(object["decode_runs"].toArray().size(), 3);
    QCOMPARE(object["threads"].toInt(), 1);
    QVERIFY(run_cli(QStringList{"bench", "--model", path("tiny")} + counts).out.contains("tokens/s"));
    QVERIFY(!object.contains("decode_profile"));
  }

  void bench_says_what_every_op_takes() {
    const QStringList profiled{"bench", "--model", path("tiny"), "--prefill", "9", "--decode", "4", "--profile"};
    const auto object = json(run_cli(profiled + QStringList{"--json"}).out).object();
    for (const char* part : {"prefill_profile", "decode_profile"}) {
      const auto profile = object[part].toObject();
      QVERIFY(profile["barriers"].toInt() > 0 && profile["tokens"].toInt() > 0);
      QVERIFY(profile["waiting_seconds"].toDouble() >= 0);
      QStringList ops;
      for (const auto& entry : profile["ops"].toArray()) {
        const auto op = entry.toObject();
        QVERIFY(op["calls"].toInt() > 0 && op["seconds"].toDouble() > 0);
        ops += op["op"].toString();
      }
      QVERIFY2(ops.contains("wkv7") && ops.contains("linear F32"), qPrintable(ops.join(", ")));
    }
    const auto text = run_cli(profiled).out;
    QVERIFY(text.contains("wkv7") && text.contains("waiting at barriers"));
  }

  void devices_are_listed() {
    const auto devices = json(run_cli({"devices", "--json"}).out).array();
    QCOMPARE(devices[0].toObject()["backend"].toString(), QString("cpu"));
    QVERIFY(devices[0].toObject()["usable"].toBool());
    QVERIFY(run_cli({"devices"}).out.startsWith("cpu: "));
  }

  void a_model_becomes_smaller_and_still_speaks() {
    const auto made =
        run_cli({"quantize", path("tiny"), path("small.gguf"), "--format", "q8_0", "--name", "Small one"});
    QVERIFY2(made.status == 0, made.err);
    QVERIFY(made.out.contains("small.gguf"));
    QVERIFY2(made.out.contains("blk.1.time_mix_key.weight: F32 to Q8_0, "), made.out);
    QVERIFY(run_cli({"inspect", path("small.gguf")}).out.contains("Small one"));
    const auto text = run_cli({"generate", "--model", path("small.gguf"), "--prompt", "Hello", "--max-tokens", "10"});
    QCOMPARE(text.status, 0);
    QFile prose(path("prose.txt"));
    QVERIFY(prose.open(QIODevice::WriteOnly) && prose.write("The library reads a file and gives back what it holds.") > 0);
    prose.close();
    const auto compared = run_cli({"quantize", path("tiny"), path("small.gguf"), "--format", "q8_0", "--text",
                                   path("prose.txt"), "--text-tokens", "20"});
    QVERIFY2(compared.out.contains("perplexity over 19 tokens: "), compared.out + compared.err);
    const auto refused = run_cli({"quantize", path("tiny"), path("none/small.gguf"), "--format", "Q8_0"});
    QCOMPARE(refused.status, 1);
    QVERIFY(refused.says_one_line());
  }

 private:
  QString path(const QString& name) const { return dir_.filePath(name); }
  static QJsonDocument json(const QByteArray& text) { return QJsonDocument::fromJson(text); }

  // Read back with the engine's own reader.
  std::vector<float> logits(const QStringList& options) {
    const auto result =
        run_cli(QStringList{"logits", "--model", path("tiny"), "--output", path("out.safetensors")} + options);
    if (result.status != 0) qWarning("%s", result.err.constData());
    auto file = open_model_file(path("out.safetensors").toStdString());
    const auto* tensor = file ? (*file)->find("logits") : nullptr;
    if (!tensor || tensor->format != WeightFormat::F32) return {};
    shape_ = tensor->shape;
    std::vector<float> values(tensor->bytes.size() / sizeof(float));
    std::memcpy(values.data(), tensor->bytes.data(), tensor->bytes.size());
    return values;
  }

  QTemporaryDir dir_;
  std::vector<std::int64_t> shape_;
};

QTEST_GUILESS_MAIN(ToolsTest)
#include "tools_test.moc"
