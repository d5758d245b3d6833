#include "app/app.h"

#include "app/translations.h"
#include "eddy_product.h"

namespace eddy {
namespace {
App* instance = nullptr;  // set while the composition lives
}

App::App(Parts parts, QObject* parent) : QObject(parent), m_parts(std::move(parts)) {
  Q_ASSERT(!instance);
  instance = this;
  install_translations();
}

App::~App() { instance = nullptr; }

App* App::create(QQmlEngine*, QJSEngine*) {
  Q_ASSERT(instance);
  QQmlEngine::setObjectOwnership(instance, QQmlEngine::CppOwnership);
  return instance;
}

QString App::version() const { return QStringLiteral(EDDY_VERSION); }

}  // namespace eddy
