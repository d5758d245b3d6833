#include "app/updates/this_copy.h"

#include <QCoreApplication>

#include "eddy_product.h"

namespace eddy {

UpdatesViewModel::Publisher publisherOfThisCopy() {
  return {.address = QUrl(QStringLiteral(EDDY_UPDATE_ADDRESS)), .key = QByteArrayLiteral(EDDY_UPDATE_KEY),
          .running = releaseVersion(QStringLiteral(EDDY_VERSION))};
}

Installation installationOfThisCopy() {
  return lookAtInstallation(QCoreApplication::applicationDirPath(), QLatin1String(EDDY_IS_PACKAGED) == QLatin1String("ON"));
}

}  // namespace eddy
