// tokenizer.json files whose pieces are characters: BPE as Llama 2, Mistral and Gemma have it, and unigram as T5.
#include <QtTest>

#include "engine/tokenizers/tokenizer_json.h"

using namespace eddy;

namespace {

QByteArray quoted(QByteArray text) { return text.replace('\'', '"').replace("_", "\xE2\x96\x81"); }

constexpr const char* kAdded = R"('added-tokens':[{'id':0,'content':'<unk>','special':true},{'id':1,'content':'<s>','special':true},
  {'id':2,'content':'</s>','special':true},{'id':3,'content':'<b>','special':false}])";

/// As Llama 2's. '_' stands for the space mark.
QByteArray llama() {
  return quoted(QByteArray("{") + kAdded + R"(,'normalizer':{'type':'Sequence','normalizers':[{'type':'Prepend','prepend':'_'},
    {'type':'Replace','pattern':{'String':' '},'content':'_'}]},'pre-tokenizer':null,
    'model':{'type':'BPE','unk-token':'<unk>','fuse-unk':true,'byte-fallback':false,
      'vocab':{'<unk>':0,'<s>':1,'</s>':2,'<b>':3,'_':4,'a':5,'b':6,'ab':7,'_a':8,'_ab':9,'<':10,'s':11,'>':12,'/':13,'<s':14},
      'merges':[['a','b'],['_','a'],['_','ab'],['<','s'],['<s','>']]},
    'post-processor':{'type':'TemplateProcessing','single':[{'SpecialToken':{'id':'<s>'}},{'Sequence':{'id':'A'}}],
      'special-tokens':{'<s>':{'id':'<s>','ids':[1]}}},
    'decoder':{'type':'Sequence','decoders':[{'type':'Replace','pattern':{'String':'_'},'content':' '},{'type':'ByteFallback'},
      {'type':'Fuse'},{'type':'Strip','content':' ','start':1,'stop':0}]}})");
}

QByteArray with_keys(QByteArray text) {
  for (const char* key : {"added_tokens", "pre_tokenizer", "unk_token", "fuse_unk", "byte_fallback", "post_processor", "special_tokens",
                          "unk_id", "prepend_scheme", "precompiled_charsmap"}) {
    text.replace(QByteArray(key).replace('_', '-'), key);
  }
  return text;
}

QByteArray unigram() {
  return quoted(QByteArray("{") + kAdded + R"(,'normalizer':{'type':'Sequence','normalizers':[{'type':'NFKC'},{'type':'Lowercase'},
      {'type':'Strip'},{'type':'Replace','pattern':{'Regex':' {2,}'},'content':' '}]},
    'pre-tokenizer':{'type':'Metaspace','replacement':'_','prepend-scheme':'always','split':true},
    'model':{'type':'Unigram','unk-id':0,'vocab':[['<unk>',0],['<s>',0],['</s>',0],['<b>',0],['_',-2],['a',-2],['b',-2],['ab',-3],
      ['_a',-2.5],['_ab',-6],['</',-9]]},
    'decoder':{'type':'Metaspace','replacement':'_','prepend-scheme':'always'}})");
}

std::shared_ptr<const Tokenizer> parsed(const QByteArray& text, const TokenizerConfig& config = {}) {
  auto made = parse_tokenizer_json(with_keys(text).toStdString(), "t.json", config);
  if (!made) qFatal("%s", made.error().message.c_str());
  return *made;
}

using Ids = std::vector<TokenId>;

}  // namespace

class CharacterModelsTest : public QObject {
  Q_OBJECT

 private slots:
  void characters_merge_into_pieces() {
    const auto t = parsed(llama());
    QCOMPARE(t->kind(), std::string_view("BPE"));
    QCOMPARE(t->encode("ab a"), (Ids{9, 8}));
    QCOMPARE(t->encode("ab\xC3\xA9\xC3\xA9" "a"), (Ids{9, 0, 5}));  // unknown ones are one
    QCOMPARE(t->encode(""), Ids{});
    QCOMPARE(t->decode(t->encode("ab a")), std::string("ab a"));
    QVERIFY(t->drops_first_space());
  }

  void text_never_becomes_a_special_token() {
    const auto bpe = parsed(llama());
    QCOMPARE(bpe->encode("<s>"), (Ids{4, 14, 12}));  // though a merge would make it
    QCOMPARE(bpe->encode("<s>", true), Ids{1});
    QCOMPARE(bpe->encode("<b>"), (Ids{4, 3}));
    const auto uni = parsed(unigram());
    for (TokenId id : uni->encode("</s>")) QVERIFY(id != 2);
    QCOMPARE(uni->encode("</s>", true), Ids{2});
    const std::size_t breaks[] = {1};
    for (const auto& t : {bpe, uni}) {
      for (TokenId id : t->encode_marked("</s>", breaks)) QVERIFY(id != 2);
      QCOMPARE(t->specials(), (std::vector<std::string>{"<unk>", "<s>", "</s>"}));
    }
  }

  void text_that_goes_on_gets_no_space() {
    QCOMPARE(parsed(llama())->encode_marked("ab", {}, false), Ids{7});
    QCOMPARE(parsed(llama())->encode_marked("ab</s>ab", {}, false), (Ids{7, 2, 9}));
  }

  void a_text_begins_as_the_files_say() {
    QCOMPARE(parsed(llama())->text_beginning(), Ids{1});
    QCOMPARE(parsed(llama(), {false, "<s>"})->text_beginning(), Ids{});
    QCOMPARE(parsed(unigram())->text_beginning(), Ids{});
    QCOMPARE(parsed(unigram(), {true, "<s>"})->text_beginning(), Ids{1});
  }

  void bytes_stand_in_for_what_has_no_piece() {
    QByteArray vocab;
    for (int b = 0; b < 256; ++b) vocab += QByteArray(",'<0x") + QByteArray::number(b, 16).rightJustified(2, '0').toUpper() + ">':" + QByteArray::number(20 + b);
    QByteArray text = llama();
    text.replace("\"<s\":14", quoted("'<s':14" + vocab)).replace("\"byte-fallback\":false", "\"byte-fallback\":true");
    const auto t = parsed(text);
    QCOMPARE(t->encode("a\xC3\xA9\n"), (Ids{8, 20 + 0xC3, 20 + 0xA9, 30}));
    QCOMPARE(t->decode(t->encode("a\xC3\xA9\n\xFF")), std::string("a\xC3\xA9\n\xFF"));
  }

  void unigram_takes_the_best_sum() {
    const auto t = parsed(unigram());
    QCOMPARE(t->kind(), std::string_view("unigram"));
    QCOMPARE(t->encode("ab"), (Ids{8, 6}));               // -4.5 against -5 and -6
    QCOMPARE(t->encode("b ab"), (Ids{4, 6, 8, 6}));
    QCOMPARE(t->encode("zzb"), (Ids{4, 0, 6}));
    QCOMPARE(t->decode(Ids{8, 6, 9}), std::string("ab ab"));
  }

  void texts_are_normalised() {
    const auto t = parsed(unigram());
    QCOMPARE(t->encode("  AB   \xEF\xBC\xA1 "), t->encode("ab a"));  // full-width A
  }

  void what_is_not_understood_is_named_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("culprit");
    const auto row = [](const char* name, const char* from, const char* to, const char* culprit) {
      QTest::newRow(name) << quoted(from) << quoted(to) << QString(culprit);
    };
    row("decoder", "'type':'Metaspace','replacement':'_','prepend-scheme':'always'}}", "'type':'CTC'}}", "decoder.type 'CTC'");
    row("no decoder", "'decoder'", "'encoder'", "decoder.type ''");
    row("vocabulary", "['<unk>',0]", "['<unk>']", "model.vocab[0]");
    row("unknown piece", "'unk-id':0", "'unk-id':99", "model.unk_id is out of range");
    row("unknown piece type", "'unk-id':0", "'unk-id':'x'", "model.unk_id is not a token id");
    row("post-processor", "'decoder'", "'post-processor':{'type':'Odd'},'decoder'", "post_processor.type 'Odd'");
    row("template", "'decoder'", "'post-processor':{'type':'TemplateProcessing'},'decoder'", "post_processor.single");
    row("template ids", "'decoder'", "'post-processor':{'type':'TemplateProcessing','single':[{'SpecialToken':{'id':'x'}}]},'decoder'",
        "has no ids for 'x'");
    row("processors", "'decoder'", "'post-processor':{'type':'Sequence'},'decoder'", "post_processor.processors");
    row("cls", "'decoder'", "'post-processor':{'type':'BertProcessing'},'decoder'", "post_processor.cls");
  }
  void what_is_not_understood_is_named() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, culprit);
    QByteArray text = unigram();
    QVERIFY(text.contains(from));
    const auto result = parse_tokenizer_json(with_keys(text.replace(from, to)).toStdString(), "t.json");
    QVERIFY(!result);
    const QString message = QString::fromStdString(result.error().message);
    QVERIFY2(message.contains(culprit) && message.contains("t.json"), qPrintable(message));
  }
};

QTEST_APPLESS_MAIN(CharacterModelsTest)
#include "character_models_test.moc"
