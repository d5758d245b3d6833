#include "app/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace eddy {

void install_translations() {
  static bool installed = false;
  if (installed) return;
  installed = true;
  const QString folder = QStringLiteral(":/eddy/translations");
  auto* words = new QTranslator(QCoreApplication::instance());
  // The texts in the sources are English, with one form for all numbers; eddy_en has the forms for one and many.
  if (words->load(QLocale(), QStringLiteral("eddy"), QStringLiteral("_"), folder) ||
      words->load(QStringLiteral("eddy_en"), folder)) {
    QCoreApplication::installTranslator(words);
  }
}

}  // namespace eddy
