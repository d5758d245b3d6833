#include "app/translations.h"

#include <QAbstractItemModel>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QMetaProperty>
#include <QSet>
#include <array>

#include "app/settings/settings.h"

namespace eddy {
namespace {

struct Language {
  const char* code;
  const char* name;
};
constexpr std::array kLanguages = {Language{"de", "Deutsch"},  Language{"en", "English"},
                                   Language{"es", "Español"},  Language{"fr", "Français"},
                                   Language{"zh_CN", "简体中文"}, Language{"ja", "日本語"}};

/// The layout of English texts, but from right to left: somebody started the program with -reverse.
bool wasReversed() {
  static const bool reversed = QGuiApplication::isRightToLeft() && QLocale::system().textDirection() == Qt::LeftToRight;
  return reversed;
}

/// Texts which a property or a model computes when asked are asked for again.
class Retelling {
 public:
  void of(QObject* object) {
    if (!object || qobject_cast<Settings*>(object) || m_seen.contains(object)) return;
    m_seen.insert(object);
    if (auto* model = qobject_cast<QAbstractItemModel*>(object); model && model->rowCount() > 0)
      emit model->dataChanged(model->index(0, 0), model->index(model->rowCount() - 1, 0));
    const auto* type = object->metaObject();
    const auto written = signalsOfWritten(*type);
    QSet<int> told;
    for (int i = QObject::staticMetaObject.propertyCount(); i < type->propertyCount(); ++i) {
      const auto property = type->property(i);
      if (property.metaType().flags() & QMetaType::PointerToQObject) {
        of(property.read(object).value<QObject*>());
      } else if (saysText(property) && !written.contains(property.notifySignalIndex()) &&
                 !told.contains(property.notifySignalIndex())) {
        told.insert(property.notifySignalIndex());
        property.notifySignal().invoke(object);
      }
    }
  }

 private:
  /// What can be written holds the user's own text, and its signal says that the user has changed it.
  static QSet<int> signalsOfWritten(const QMetaObject& type) {
    QSet<int> written;
    for (int i = 0; i < type.propertyCount(); ++i) {
      if (type.property(i).isWritable()) written.insert(type.property(i).notifySignalIndex());
    }
    return written;
  }

  static bool saysText(const QMetaProperty& property) {
    static const QSet<int> texts = {QMetaType::QString, QMetaType::QStringList, QMetaType::QVariantList, QMetaType::QVariantMap};
    return texts.contains(property.metaType().id()) && property.hasNotifySignal() && property.notifySignal().parameterCount() == 0;
  }

  QSet<QObject*> m_seen;
};

}  // namespace

Translations::Translations(Settings& settings, QObject* parent) : QObject(parent), m_settings(settings) {
  connect(&settings, &Settings::languageChanged, this, &Translations::speak);
  load();
}

QString Translations::bestFor(const QStringList& languages) {
  for (const auto& wanted : languages) {
    const QLocale locale(wanted);
    for (const auto& language : kLanguages) {
      const QLocale ours(QString::fromLatin1(language.code));
      if (ours.language() == locale.language() && ours.script() == locale.script()) return QString::fromLatin1(language.code);
    }
  }
  return QStringLiteral("en");
}

QLocale Translations::localeFor(const QString& choice) {
  const auto system = QLocale::system();
  const bool same = system.language() != QLocale::C && bestFor({system.bcp47Name()}) == choice &&
                    QLocale(choice).language() == system.language();
  return choice.isEmpty() || same ? system : QLocale(choice);
}

QStringList Translations::names() const {
  QStringList names;
  for (const auto& language : kLanguages) names += QString::fromUtf8(language.name);
  return names;
}

int Translations::chosen() const {
  const auto code = m_settings.property("language").toString();
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    if (code == QLatin1String(kLanguages[i].code)) return static_cast<int>(i);
  }
  return -1;
}

void Translations::choose(int index) {
  const bool known = index >= 0 && index < static_cast<int>(kLanguages.size());
  m_settings.setProperty("language", known ? QString::fromLatin1(kLanguages[static_cast<std::size_t>(index)].code) : QString());
}

bool Translations::mirrored() const { return QGuiApplication::isRightToLeft(); }

void Translations::retell(QObject* root) { m_root = root; }

void Translations::load() {
  const bool reversed = wasReversed();
  const int index = chosen();
  const auto choice = index < 0 ? QString() : QString::fromLatin1(kLanguages[static_cast<std::size_t>(index)].code);
  const auto locale = localeFor(choice);
  m_language = choice.isEmpty() ? bestFor(locale.uiLanguages()) : choice;
  QLocale::setDefault(locale);
  QCoreApplication::removeTranslator(&m_words);
  QCoreApplication::removeTranslator(&m_wordsOfQt);
  // The texts in the sources are English, with one form for all numbers; eddy_en has the forms for one and many.
  if (m_wordsOfQt.load(QStringLiteral("qtbase_") + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&m_wordsOfQt);
  if (m_words.load(QStringLiteral("eddy_") + m_language, QStringLiteral(":/eddy/translations")))
    QCoreApplication::installTranslator(&m_words);
  if (qGuiApp) QGuiApplication::setLayoutDirection(reversed ? Qt::RightToLeft : locale.textDirection());
}

void Translations::speak() {
  load();
  if (m_root) Retelling().of(m_root);
  if (m_engine) m_engine->retranslate();
  emit changed();
}

}  // namespace eddy
