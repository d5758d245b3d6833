// Every code has words for people.
#include <QTest>
#include <set>

#include "app/errors/error_text.h"

using namespace eddy;

class ErrorTextTest : public QObject {
  Q_OBJECT

  static std::vector<ErrorCode> allCodes() {
    std::vector<ErrorCode> codes;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) codes.push_back(static_cast<ErrorCode>(code));
    return codes;
  }

 private slots:
  void every_code_has_a_title_and_one_sentence() {
    for (const auto code : allCodes()) {
      for (const auto& words : {describe(code), describeStorage(code)}) {
        QVERIFY(!words.title.isEmpty() && !words.title.endsWith(u'.'));
        QVERIFY(words.explanation.endsWith(u'.'));
        QCOMPARE(words.explanation.count(u'.'), words.explanation.contains(u".safetensors") ? 3 : 1);
      }
    }
  }

  void names_are_distinct_and_lead_back() {
    std::set<QString> names;
    for (const auto code : allCodes()) {
      names.insert(nameOf(code));
      QVERIFY(errorCodeOf(nameOf(code)) == code);
    }
    QCOMPARE(names.size(), allCodes().size());
    QVERIFY(errorCodeOf(QStringLiteral("of a later version")) == ErrorCode::Internal);
  }

  void every_reason_is_explained_and_named() {
    for (int i = 1; i <= static_cast<int>(RereadReason::FormatNewer); ++i) {
      const auto reason = static_cast<RereadReason>(i);
      QVERIFY(!describe(reason).isEmpty());
      QVERIFY(rereadReasonOf(nameOf(reason)) == reason);
    }
    QCOMPARE(describe(RereadReason::None), QString());
    QVERIFY(rereadReasonOf(QString()) == RereadReason::None);
  }
};

QTEST_APPLESS_MAIN(ErrorTextTest)
#include "error_text_test.moc"
