// Ids and decodings of the tokenizers library, for every folder below EDDY_REFERENCES/oracles/tokenizers.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <algorithm>
#include <cstring>
#include <map>

#include "engine/tokenizers/tokenizer.h"
#include "engine/tokenizers/tokenizer_json.h"
#include "tests/support/engine/metadata_model_file.h"

using namespace eddy;

namespace {

/// A SentencePiece model, as far as converters read it.
struct SentencePieceFile {
  std::vector<std::string> pieces;
  std::vector<double> scores;
  std::vector<std::int64_t> types;
  std::vector<std::int64_t> charsmap;
  bool unigram = false;
};

std::uint64_t number(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (int shift = 0; !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[0]);
    bytes.remove_prefix(1);
    value |= std::uint64_t{byte & 127u} << shift;
    if (byte < 128) break;
  }
  return value;
}

/// Calls field(number, value, bytes) for every field of a protobuf message.
template <class Field>
void each_field(std::string_view bytes, Field field) {
  while (!bytes.empty()) {
    const std::uint64_t key = number(bytes);
    const std::uint64_t length = (key & 7) == 5 ? 4 : (key & 7) == 0 ? 0 : number(bytes);
    const std::uint64_t value = (key & 7) == 0 ? number(bytes) : 0;
    field(static_cast<int>(key >> 3), value, bytes.substr(0, length));
    bytes.remove_prefix(length);
  }
}

SentencePieceFile read_model(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("no model");
  const std::string bytes = file.readAll().toStdString();
  SentencePieceFile model;
  each_field(bytes, [&](int part, std::uint64_t, std::string_view inside) {
    if (part == 1) {
      model.pieces.emplace_back();
      model.scores.push_back(0);
      model.types.push_back(1);
    }
    each_field(inside, [&](int field, std::uint64_t value, std::string_view text) {
      float score = 0;
      if (text.size() == 4) std::memcpy(&score, text.data(), 4);
      if (part == 1 && field == 1) model.pieces.back() = text;
      if (part == 1 && field == 2) model.scores.back() = score;
      if (part == 1 && field == 3) model.types.back() = static_cast<std::int64_t>(value);
      if (part == 2 && field == 3) model.unigram = value == 1;
      if (part == 3 && field == 2) model.charsmap.assign(text.begin(), text.end());
    });
  });
  return model;
}

/// As the converter of llama.cpp writes it.
MetadataModelFile as_gguf(const SentencePieceFile& model) {
  MetadataModelFile::Values values{{"tokenizer.ggml.model", std::string(model.unigram ? "t5" : "llama")},
                                   {"tokenizer.ggml.tokens", model.pieces},
                                   {"tokenizer.ggml.scores", model.scores},
                                   {"tokenizer.ggml.token_type", model.types}};
  if (!model.charsmap.empty()) values["tokenizer.ggml.precompiled_charsmap"] = model.charsmap;
  return MetadataModelFile(values);
}

/// As the converter of transformers writes it.
QByteArray as_tokenizer_json(const SentencePieceFile& model) {
  QJsonArray added, merges, vocab;
  QJsonObject ids;
  std::map<std::string, std::size_t> by_piece;
  for (std::size_t i = 0; i < model.pieces.size(); ++i) {
    const QString piece = QString::fromStdString(model.pieces[i]);
    by_piece[model.pieces[i]] = i;
    ids[piece] = int(i);
    vocab.append(QJsonArray{piece, model.scores[i]});
    if (model.types[i] >= 2 && model.types[i] <= 4) {
      added.append(QJsonObject{{"id", int(i)}, {"content", piece}, {"special", model.types[i] != 4}, {"normalized", false}});
    }
  }
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < model.pieces.size(); ++i) {
    if (model.types[i] == 1) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return model.scores[a] > model.scores[b]; });
  for (std::size_t i : order) {
    for (std::size_t cut = 1; cut < model.pieces[i].size(); ++cut) {
      const std::string left = model.pieces[i].substr(0, cut), right = model.pieces[i].substr(cut);
      if (by_piece.count(left) == 0 || by_piece.count(right) == 0) continue;
      merges.append(QJsonArray{QString::fromStdString(left), QString::fromStdString(right)});
    }
  }
  const QString mark = QString::fromUtf8("\u2581");
  QJsonObject root{{"added_tokens", added}};
  if (model.unigram) {
    root["model"] = QJsonObject{{"type", "Unigram"}, {"vocab", vocab}, {"unk_id", 0}, {"byte_fallback", true}};
    const QByteArray map(QByteArray::fromStdString(std::string(model.charsmap.begin(), model.charsmap.end())));
    root["normalizer"] = QJsonObject{{"type", "Precompiled"}, {"precompiled_charsmap", QString(map.toBase64())}};
    const QJsonObject metaspace{{"type", "Metaspace"}, {"replacement", mark}, {"prepend_scheme", "always"}, {"split", false}};
    root["pre_tokenizer"] = metaspace;
    root["decoder"] = QJsonObject{{"type", "Sequence"}, {"decoders", QJsonArray{QJsonObject{{"type", "ByteFallback"}}, metaspace}}};
  } else {
    root["model"] = QJsonObject{{"type", "BPE"}, {"vocab", ids}, {"merges", merges}, {"unk_token", "<unk>"}, {"fuse_unk", true},
                                {"byte_fallback", true}};
    const QJsonObject replace{{"type", "Replace"}, {"pattern", QJsonObject{{"String", " "}}}, {"content", mark}};
    root["normalizer"] = QJsonObject{{"type", "Sequence"},
                                     {"normalizers", QJsonArray{QJsonObject{{"type", "Prepend"}, {"prepend", mark}}, replace}}};
    const QJsonObject back{{"type", "Replace"}, {"pattern", QJsonObject{{"String", mark}}}, {"content", " "}};
    root["decoder"] = QJsonObject{{"type", "Sequence"}, {"decoders", QJsonArray{back, QJsonObject{{"type", "ByteFallback"}},
        QJsonObject{{"type", "Fuse"}}, QJsonObject{{"type", "Strip"}, {"content", " "}, {"start", 1}, {"stop", 0}}}}};
  }
  return QJsonDocument(root).toJson();
}

}  // namespace

class ReferenceTest : public QObject {
  Q_OBJECT

 private slots:
  void sentencepiece_models_in_other_containers_give_the_same_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("gguf");
    for (const char* name : {"sentencepiece_bpe", "sentencepiece_unigram"}) {
      const QString folder = QString(EDDY_REFERENCES) + "/oracles/tokenizers/" + name;
      QTest::addRow("%s in GGUF", name) << folder << true;
      QTest::addRow("%s as tokenizer.json", name) << folder << false;
    }
  }
  void sentencepiece_models_in_other_containers_give_the_same() {
    QFETCH(QString, folder);
    QFETCH(bool, gguf);
    const SentencePieceFile model = read_model(folder + "/tokenizer.model");
    const auto tokenizer = gguf ? load_tokenizer(as_gguf(model))
                                : parse_tokenizer_json(as_tokenizer_json(model).toStdString(), "tokenizer.json");
    QVERIFY2(tokenizer, tokenizer ? "" : tokenizer.error().message.c_str());
    QFile cases(folder + "/cases.jsonl");
    QVERIFY(cases.open(QIODevice::ReadOnly));
    int wrong = 0, count = 0;
    for (; !cases.atEnd(); ++count) {
      const QJsonObject line = QJsonDocument::fromJson(cases.readLine()).object();
      std::vector<TokenId> expected;
      for (const auto& id : line["ids"].toArray()) expected.push_back(id.toInt());
      const auto ids = (*tokenizer)->encode(line["text"].toString().toStdString());
      if (ids == expected && QString::fromStdString((*tokenizer)->decode(ids)) == line["decoded"].toString()) continue;
      ++wrong;
    }
    QVERIFY(count > 50);
    // The tokenizers library's own unigram differs from SentencePiece where a text begins with a space, where letters carry
    // marks, and between cuts of equal score.
    QVERIFY2(wrong <= (model.unigram && !gguf ? count / 10 : 0), qPrintable(QString::number(wrong)));
  }

  void ids_and_decodings_equal_the_library_data() {
    QTest::addColumn<QString>("file");
    const QDir root(QString(EDDY_REFERENCES) + "/oracles/tokenizers");
    for (const QString& name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
      for (const char* file : {"/tokenizer.json", "/tokenizer.model"}) {
        if (QFile::exists(root.filePath(name + file))) QTest::newRow(qPrintable(name)) << root.filePath(name + file);
      }
    }
  }
  void ids_and_decodings_equal_the_library() {
    QFETCH(QString, file);
    const auto tokenizer = load_tokenizer(std::filesystem::path(file.toStdString()));
    QVERIFY2(tokenizer, tokenizer ? "" : tokenizer.error().message.c_str());
    QFile cases(QFileInfo(file).dir().filePath("cases.jsonl"));
    QVERIFY(cases.open(QIODevice::ReadOnly));
    int count = 0;
    for (; !cases.atEnd(); ++count) {
      const QJsonObject line = QJsonDocument::fromJson(cases.readLine()).object();
      const std::string text = line["text"].toString().toStdString();
      std::vector<TokenId> expected;
      for (const auto& id : line["ids"].toArray()) expected.push_back(id.toInt());
      const auto ids = (*tokenizer)->encode(text);
      QVERIFY2(ids == expected, qPrintable(QString("ids of '%1'").arg(line["text"].toString())));
      QCOMPARE(QString::fromStdString((*tokenizer)->decode(ids)), line["decoded"].toString());
      Detokenizer stream(*tokenizer, true);
      std::string streamed;
      for (TokenId id : ids) streamed += stream.push(id);
      QCOMPARE(QString::fromStdString(streamed + stream.flush()), line["decoded"].toString());
    }
    QVERIFY(count > 50);
  }
};

QTEST_APPLESS_MAIN(ReferenceTest)
#include "reference_test.moc"
