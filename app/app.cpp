#include "app/app.h"

#include <QTimer>

#include "app/desktop/steady_incubation.h"
#include "app/script_heap.h"
#include "eddy_product.h"

namespace eddy {
namespace {
App* instance = nullptr;  // set while the composition lives
constexpr int kPagesMade = 6000;  // milliseconds after which the window has usually made all it makes late
}

App::App(Parts parts, QObject* parent) : QObject(parent), m_parts(std::move(parts)), m_translations(*m_parts.settings) {
  Q_ASSERT(!instance);
  instance = this;
  m_translations.retell(this);
  // The sidebar keeps the headings it has made.
  connect(&m_translations, &Translations::changed, m_parts.conversations, &ConversationListModel::refreshed);
}

App::~App() { instance = nullptr; }

App* App::create(QQmlEngine* engine, QJSEngine*) {
  Q_ASSERT(instance);
  instance->m_translations.retell(engine);
  engine->addImageProvider(QStringLiteral("pictures"), instance->pictures()->makeProvider());
  QQmlEngine::setObjectOwnership(instance, QQmlEngine::CppOwnership);
  new SteadyIncubation(*engine);
  auto* heap = new ScriptHeap(*engine);
  auto& turns = instance->chat()->turns();
  connect(&turns, &ChatTurns::started, heap, &ScriptHeap::hold);
  const auto tidy = [heap, &turns] {
    if (turns.isIdle()) heap->collectLater();
  };
  connect(&turns, &ChatTurns::ended, heap, tidy);
  QTimer::singleShot(kPagesMade, heap, tidy);
  return instance;
}

QString App::version() const { return QStringLiteral(EDDY_VERSION); }

}  // namespace eddy
