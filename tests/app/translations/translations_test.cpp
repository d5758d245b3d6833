// Every translation is whole and says what its source says; the choice of a language takes effect at once and is kept.
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/support/app/offline_app.h"

using namespace eddy;

namespace {

const QStringList kWhole = {QStringLiteral("de"), QStringLiteral("es"), QStringLiteral("fr"), QStringLiteral("ja"),
                            QStringLiteral("zh_CN")};

struct Message {
  QString context;
  QString source;
  QStringList forms;
  bool plural = false;
  bool finished = true;

  QString where() const { return context + QStringLiteral(": ") + source; }
};

Message readMessage(QXmlStreamReader& xml, const QString& context) {
  Message message{.context = context, .source = {}, .forms = {}, .plural = xml.attributes().value(QLatin1String("numerus")) == u"yes"};
  while (xml.readNextStartElement()) {
    if (xml.name() == u"source") {
      message.source = xml.readElementText();
    } else if (xml.name() == u"translation" && !message.plural) {
      message.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
      message.forms = QStringList{xml.readElementText()};
    } else if (xml.name() == u"translation") {
      message.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
      while (xml.readNextStartElement()) message.forms += xml.readElementText();
    } else {
      xml.skipCurrentElement();
    }
  }
  return message;
}

QList<Message> readTexts(const QString& language) {
  QFile file(QStringLiteral(EDDY_RESOURCES "/translations/eddy_%1.ts").arg(language));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QXmlStreamReader xml(&file);
  QList<Message> messages;
  QString context;
  while (!xml.atEnd()) {
    xml.readNext();
    if (!xml.isStartElement()) continue;
    if (xml.name() == u"name") context = xml.readElementText();
    else if (xml.name() == u"message") messages += readMessage(xml, context);
  }
  return xml.hasError() ? QList<Message>() : messages;
}

/// %1, %L2, %n: what is filled in, whatever its order.
QStringList placeholders(const QString& text) {
  static const QRegularExpression pattern(QStringLiteral("%L?(?:[1-9]|n)"));
  QStringList found;
  for (auto match = pattern.globalMatch(text); match.hasNext();) found += match.next().captured();
  found.sort();
  return found;
}

QString endOf(const QString& text) { return text.mid(text.trimmed().isEmpty() ? 0 : text.indexOf(text.trimmed()) + text.trimmed().size()); }

QString ellipsisOf(const QString& text) { return text.trimmed().endsWith(u'…') ? QStringLiteral("…") : QString(); }

/// The patterns of a file dialog: "*.pth *.gguf".
QString patterns(const QString& text) {
  static const QRegularExpression pattern(QStringLiteral("\\(\\*[^)]*\\)"));
  return pattern.match(text).captured();
}

void addLanguages() {
  QTest::addColumn<QString>("language");
  for (const auto& language : kWhole) QTest::newRow(qUtf8Printable(language)) << language;
}

}  // namespace

class TranslationsTest : public QObject {
  Q_OBJECT

 private slots:
  void all_languages_have_the_same_texts_data() { addLanguages(); }
  void all_languages_have_the_same_texts() {
    QFETCH(QString, language);
    QStringList first, here;
    for (const auto& message : readTexts(kWhole.constFirst())) first += message.where();
    for (const auto& message : readTexts(language)) here += message.where();
    QVERIFY(first.size() > 700);
    for (const auto& text : first) QVERIFY2(here.contains(text), qUtf8Printable(QStringLiteral("missing: ") + text));
    for (const auto& text : here) QVERIFY2(first.contains(text), qUtf8Printable(QStringLiteral("too many: ") + text));
  }

  void every_text_is_translated_data() { addLanguages(); }
  void every_text_is_translated() {
    QFETCH(QString, language);
    for (const auto& message : readTexts(language)) {
      QVERIFY2(message.finished && !message.forms.isEmpty(), qUtf8Printable(message.where()));
      for (const auto& form : message.forms) QVERIFY2(!form.trimmed().isEmpty(), qUtf8Printable(message.where()));
    }
  }

  void plural_forms_are_those_of_the_language_data() { addLanguages(); }
  void plural_forms_are_those_of_the_language() {
    QFETCH(QString, language);
    const int expected = language == u"ja" || language == u"zh_CN" ? 1 : 2;
    for (const auto& message : readTexts(language)) {
      QVERIFY2(message.forms.size() == (message.plural ? expected : 1), qUtf8Printable(message.where()));
    }
  }

  void translations_fill_in_what_the_source_does_data() { addLanguages(); }
  void translations_fill_in_what_the_source_does() {
    QFETCH(QString, language);
    for (const auto& message : readTexts(language)) {
      for (const auto& form : message.forms) {
        QVERIFY2(placeholders(form) == placeholders(message.source), qUtf8Printable(message.where() + QStringLiteral(" -> ") + form));
      }
    }
  }

  void ends_of_texts_stay_data() { addLanguages(); }
  void ends_of_texts_stay() {
    QFETCH(QString, language);
    for (const auto& message : readTexts(language)) {
      for (const auto& form : message.forms) {
        const auto both = (message.where() + QStringLiteral(" -> ") + form).toUtf8();
        QVERIFY2(endOf(form) == endOf(message.source), both.constData());
        QVERIFY2(ellipsisOf(form) == ellipsisOf(message.source), both.constData());
        QVERIFY2(patterns(form) == patterns(message.source), both.constData());
        QVERIFY2(form.count(u'\n') == message.source.count(u'\n'), both.constData());
        QVERIFY2(form.contains(u'&') == message.source.contains(u'&'), both.constData());
      }
    }
  }

  void english_has_its_own_plurals() {
    QStringList sources;
    for (const auto& message : readTexts(QStringLiteral("en"))) {
      QVERIFY2(message.finished && message.plural && message.forms.size() == 2, qUtf8Printable(message.where()));
      for (const auto& form : message.forms) QVERIFY2(!form.contains(u"(s)"), qUtf8Printable(message.where()));
      sources += message.where();
    }
    for (const auto& message : readTexts(kWhole.constFirst())) {
      if (message.plural) QVERIFY2(sources.contains(message.where()), qUtf8Printable(message.where()));
    }
  }

  void the_best_language_is_the_first_one_known_data() {
    QTest::addColumn<QStringList>("read");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("none") << QStringList{} << "en";
    QTest::newRow("no language") << QStringList{"C"} << "en";
    QTest::newRow("country") << QStringList{"de-AT"} << "de";
    QTest::newRow("second choice") << QStringList{"cy-GB", "fr-CA", "en-GB"} << "fr";
    QTest::newRow("written otherwise") << QStringList{"zh-Hant-TW", "ja-JP"} << "ja";
    QTest::newRow("simplified") << QStringList{"zh-Hans-SG"} << "zh_CN";
    QTest::newRow("unknown") << QStringList{"tlh"} << "en";
  }
  void the_best_language_is_the_first_one_known() {
    QFETCH(QStringList, read);
    QFETCH(QString, spoken);
    QCOMPARE(Translations::bestFor(read), spoken);
  }

  void a_choice_takes_effect_at_once() {
    OfflineApp app;
    auto& translations = *app.app().translations();
    QCOMPARE(translations.chosen(), -1);
    QSignalSpy changed(&translations, &Translations::changed);
    translations.choose(static_cast<int>(translations.names().indexOf(QStringLiteral("Deutsch"))));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(translations.language(), QStringLiteral("de"));
    QCOMPARE(QCoreApplication::translate("AboutDialog", "Close"), QStringLiteral("Schließen"));
    QCOMPARE(QCoreApplication::translate("ConversationMenu", "Delete %n chat(s)", nullptr, 1), QStringLiteral("1 Chat löschen"));
    QCOMPARE(QLocale().toString(1234.5, 'f', 1), QStringLiteral("1.234,5"));
    translations.choose(-1);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(QCoreApplication::translate("AboutDialog", "Close"), QStringLiteral("Close"));
    QCOMPARE(QCoreApplication::translate("ConversationMenu", "Delete %n chat(s)", nullptr, 1), QStringLiteral("Delete 1 chat"));
  }

  void every_language_can_be_chosen_data() {
    addLanguages();
    QTest::newRow("en") << "en";
  }
  void every_language_can_be_chosen() {
    QFETCH(QString, language);
    OfflineApp app;
    app.settings().setProperty("language", language);
    auto& translations = *app.app().translations();
    QCOMPARE(translations.language(), language);
    QVERIFY(translations.chosen() >= 0 && translations.chosen() < translations.names().size());
    QVERIFY(!translations.mirrored());
    QCOMPARE(QLocale().language(), QLocale(language).language());
    QCOMPARE(QCoreApplication::translate("AboutDialog", "Close") == u"Close", language == u"en");
  }

  void the_choice_is_kept() {
    OfflineApp app;
    app.settings().setProperty("language", QStringLiteral("ja"));
    app.restart();
    QCOMPARE(app.app().translations()->language(), QStringLiteral("ja"));
    QCOMPARE(QCoreApplication::translate("AboutDialog", "Close"), QStringLiteral("閉じる"));
  }

  void an_unknown_choice_is_that_of_the_system() {
    OfflineApp app;
    app.settings().setProperty("language", QStringLiteral("../de"));
    QCOMPARE(app.app().translations()->chosen(), -1);
    QCOMPARE(app.app().translations()->language(), Translations::bestFor(QLocale::system().uiLanguages()));
    app.app().translations()->choose(99);
    QCOMPARE(app.settings().property("language").toString(), QString());
  }

  void texts_that_models_make_are_asked_for_again() {
    OfflineApp app({.sampleChats = true});
    QVERIFY(app.waitReady());
    auto* sidebar = app.app().sidebar();
    QSignalSpy rows(sidebar, &QAbstractItemModel::dataChanged);
    const auto heading = [&] {
      for (int row = 0; row < sidebar->rowCount(); ++row) {
        if (sidebar->index(row).data(SidebarModel::KindRole).toInt() == SidebarModel::Header)
          return sidebar->index(row).data(SidebarModel::TitleRole).toString();
      }
      return QString();
    };
    const auto english = heading();
    QVERIFY(!english.isEmpty());
    app.settings().setProperty("language", QStringLiteral("fr"));
    QVERIFY(rows.count() > 0);
    QTRY_VERIFY_WITH_TIMEOUT(heading() != english, 30000);
  }
};

QTEST_MAIN(TranslationsTest)
#include "translations_test.moc"
