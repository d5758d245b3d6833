// The language of the window: that of the system, or one chosen in the settings. GUI thread only.
#pragma once

#include <QLocale>
#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QStringList>
#include <QTranslator>

namespace eddy {

class Settings;

/// Texts, plural forms, the formats of numbers and dates and the direction of the layout follow it at once. What was put
/// into words before, such as a notice on show, keeps them.
class Translations : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.translations")
  Q_PROPERTY(QStringList names READ names CONSTANT)  // of all languages, each in its own words
  Q_PROPERTY(int chosen READ chosen WRITE choose NOTIFY changed)  // of `names`; -1: as the system
  Q_PROPERTY(QString language READ language NOTIFY changed)       // spoken now, such as "zh_CN"
  Q_PROPERTY(bool mirrored READ mirrored NOTIFY changed)          // read from right to left

 public:
  /// Follows `language` of the settings from now on.
  explicit Translations(Settings& settings, QObject* parent = nullptr);

  /// The translation for somebody who reads these languages, the best first (as QLocale::uiLanguages() has them).
  static QString bestFor(const QStringList& languages);
  /// The formats that go with a choice; the system's own where it speaks that language.
  static QLocale localeFor(const QString& choice);

  QStringList names() const;
  int chosen() const;
  void choose(int index);
  QString language() const { return m_language; }
  bool mirrored() const;

  /// After a change of language `root` and everything its properties lead to say their texts anew.
  void retell(QObject* root);
  /// The same for the texts in QML.
  void retell(QQmlEngine* engine) { m_engine = engine; }

 signals:
  void changed();

 private:
  void speak();
  void load();

  Settings& m_settings;
  QString m_language;
  QTranslator m_words;
  QTranslator m_wordsOfQt;  // of its dialogs
  QPointer<QObject> m_root;
  QPointer<QQmlEngine> m_engine;
};

}  // namespace eddy
