// What the window costs its thread: frames and stretches of work, on made-up data and the fake engine, as docs/benchmarks.md reports.
//   ninja eddy-bench-window && xvfb-run -s "-screen 0 1400x900x24" build/bin/eddy-bench-window [TASK...]
// With EDDY_GUI_WATCHDOG=8 each stretch of more than that is told as it happens.
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QTest>
#include <QThread>
#include <cstdio>

#include "tests/bench/window/frame_meter.h"
#include "tests/bench/window/made_up_chats.h"
#include "tests/support/app/offline_app.h"
#include "ui/ui_plugins.h"
#ifdef __linux__
#include <unistd.h>
#endif

using namespace eddy;

namespace {

/// Milliseconds since this process began, by the system's own account; -1 where it keeps none.
double processAge() {
#ifdef __linux__
  QFile stat(QStringLiteral("/proc/self/stat")), uptime(QStringLiteral("/proc/uptime"));
  if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly)) return -1;
  const auto fields = stat.readAll();
  const auto after = fields.mid(fields.lastIndexOf(')') + 2).split(' ');
  const double begun = after.value(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
  return (uptime.readAll().split(' ').value(0).toDouble() - begun) * 1e3;
#else
  return -1;
#endif
}

/// Megabytes of this process that no other shares, and all it has in memory.
void printMemory(const char* when) {
#ifdef __linux__
  QFile file(QStringLiteral("/proc/self/smaps_rollup"));
  if (!file.open(QIODevice::ReadOnly)) return;
  double resident = 0, proportional = 0;
  for (const auto& line : file.readAll().split('\n')) {
    if (line.startsWith("Rss:")) resident = line.mid(4).simplified().split(' ').value(0).toDouble() / 1024;
    if (line.startsWith("Pss:")) proportional = line.mid(4).simplified().split(' ').value(0).toDouble() / 1024;
  }
  std::printf("%-34s %.0f MB resident, %.0f MB of them counted by their share\n", when, resident, proportional);
#else
  (void)when;
#endif
}

/// By object name, anywhere in the window; null where it is not.
QQuickItem* search(QQuickItem* item, QLatin1String name) {
  if (item->objectName() == name) return item;
  for (auto* child : item->childItems()) {
    if (auto* found = search(child, name)) return found;
  }
  return nullptr;
}

/// One window on one data folder.
struct Stage {
  explicit Stage(int chats, int messages, int tokenUs = 100) : offline(prepared(chats, messages, tokenUs)) {
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Eddy/Shell/Main.qml")));
    window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    if (!window) std::exit(1);
    window->resize(1100, 760);
    meter = std::make_unique<bench::FrameMeter>(*window);
  }
  OfflineApp::Options prepared(int chats, int messages, int tokenUs) {
    if (!data.isValid() || !bench::makeChats(data.path().toStdU16String() + u"/data", chats, messages)) std::exit(1);
    return {.tokenUs = tokenUs, .folder = data.path() + QStringLiteral("/data")};
  }
  QQuickItem* find(const char* name) const {
    auto* item = search(window->contentItem(), QLatin1String(name));
    if (!item) std::fprintf(stderr, "the window has no %s\n", name), std::exit(1);
    return item;
  }
  void open(const std::string& page) {
    const auto* over = page == "Models" ? "shelf" : page == "States" ? "library" : nullptr;  // of the pages that lie over all others
    if (over) offline.app().property(over).value<QObject*>()->setProperty("open", true);
    else QMetaObject::invokeMethod(window, ("show" + page).c_str());
  }
  /// Steps to other messages, each when those of the one before are `there` and all in view has come: how long until its first frame, and until then.
  void goAround(const char* task, int steps, const std::function<void(int)>& step, const std::function<bool(int)>& there);
  bool ready(int rows) {
    return meter->watch([&] { return offline.conversations().count() >= rows && offline.chat().canSend(); }, 60);
  }
  /// The pages, which are made in the first seconds, are there as well.
  bool settled(int rows) {
    return ready(rows) && meter->watch([&] { return window->property("pagesMade").toBool(); }, 60);
  }

  QTemporaryDir data;
  OfflineApp offline;
  QQmlApplicationEngine engine;
  QQuickWindow* window = nullptr;
  std::unique_ptr<bench::FrameMeter> meter;
};

void printHead() {
  std::printf("%-34s %6s | %6s %6s %6s %6s | %5s %6s %6s  %s\n", "task", "frames", "median", "95 %", "99 %", "worst", "> 8ms", "work", "drawn", "longest work");
}

void print(const char* task, const std::vector<double>& frames, const GuiWatchdog& watchdog) {
  const auto spread = bench::spreadOf(frames);
  const auto worst = watchdog.worst();
  std::printf("%-34s %6zu | %6.1f %6.1f %6.1f %6.1f | %5d %6.1f %6.1f  %s\n", task, frames.size(), spread.median, spread.p95, spread.p99, spread.worst,
              watchdog.count(), worst ? worst->work() : 0, worst ? worst->drawing : 0, worst ? qPrintable(worst->longest) : "");
  std::fflush(stdout);
}

void Stage::goAround(const char* task, int steps, const std::function<void(int)>& step, const std::function<bool(int)>& there) {
  std::vector<double> first, filled;
  const auto* place = window->findChild<QObject*>(QStringLiteral("steadyPlace"));
  meter->start();
  for (int i = 0; i < steps; ++i) {
    QElapsedTimer timer;
    timer.start();
    first.push_back(meter->drive(1, [&](int) { step(i); }).front());
    meter->watch([&] { return there(i) && place->property("settled").toBool(); }, 10);
    filled.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
  }
  print(task, first, meter->watchdog());
  const auto spread = bench::spreadOf(filled);
  std::printf("%-34s %6zu | %6.1f %6.1f %6.1f %6.1f |\n", "  until all in view is there", filled.size(), spread.median, spread.p95, spread.p99, spread.worst);
}

void scrollTo(QQuickItem& list, double y) { list.setProperty("contentY", y); }

void start() {
  Stage stage(20, 40);
  QElapsedTimer timer;
  timer.start();
  stage.meter->watch([&] { return stage.offline.chat().canSend() && stage.offline.messages().count() == 40 && !stage.meter->frames().empty(); }, 30);
  stage.meter->drive(1, [](int) {});
  std::printf("%-34s %.0f ms since the process began, making the chats included\n", "usable window", processAge());
  printMemory("memory, 20 chats");
}

void sidebar() {
  Stage stage(10'000, 0);
  if (!stage.ready(10'000)) std::exit(1);
  print("10,000 chats: start", stage.meter->frames(), stage.meter->watchdog());
  auto& list = *stage.find("conversationList");
  const double height = list.property("contentHeight").toDouble();
  stage.meter->start();
  auto times = stage.meter->drive(600, [&](int i) { scrollTo(list, i * 60.0); });
  print("10,000 chats: wheel", times, stage.meter->watchdog());
  stage.meter->start();
  times = stage.meter->drive(400, [&](int i) { scrollTo(list, height * i / 400.0); });
  print("10,000 chats: end to end", times, stage.meter->watchdog());
  stage.meter->start();
  const auto& rows = stage.offline.conversations().rows();
  times = stage.meter->drive(20, [&](int i) { stage.offline.conversations().select(rows[static_cast<std::size_t>(i * 7)].id); });
  stage.meter->watch([&] { return stage.offline.chat().messages()->count() == 2; }, 5);
  print("10,000 chats: open another", times, stage.meter->watchdog());
  stage.meter->start();
  stage.offline.chat().send(QStringLiteral("short"));
  stage.meter->watch([&] { return stage.offline.messages().count() == 4 && !stage.offline.chat().isGenerating(); }, 20);
  stage.meter->watch([] { return false; }, 1);
  print("10,000 chats: ask", stage.meter->frames(), stage.meter->watchdog());
  printMemory("memory, 10,000 chats");
}

void chat() {
  Stage stage(20, 5000);
  stage.meter->watch([&] { return stage.offline.messages().count() == 5000; }, 60);
  stage.meter->watch([] { return false; }, 2);
  print("5,000 messages: open", stage.meter->frames(), stage.meter->watchdog());
  auto& list = *stage.find("messageListView");
  QMetaObject::invokeMethod(&list, "positionViewAtEnd");
  stage.meter->drive(2, [](int) {});
  stage.meter->start();
  auto times = stage.meter->drive(600, [&](int) { scrollTo(list, list.property("contentY").toDouble() - 60); });
  print("5,000 messages: wheel up", times, stage.meter->watchdog());
  stage.meter->start();
  times = stage.meter->drive(200, [&](int) { scrollTo(list, list.property("contentY").toDouble() - 600); });
  print("5,000 messages: pages up", times, stage.meter->watchdog());
  stage.meter->start();
  stage.goAround("5,000 messages: jumps to the start", 100,
                 [&](int i) { QMetaObject::invokeMethod(&list, "positionViewAtIndex", Q_ARG(int, 4999 - i * 50), Q_ARG(int, 0)); },
                 [](int) { return true; });
  printMemory("memory, 5,000 messages");
}

std::string thought(std::size_t bytes) {
  std::string text = "<think>\n";
  for (int i = 0; text.size() < bytes; ++i) {
    text += "Step " + std::to_string(i) + ": the river may turn left or right here, and **both** ways must be weighed before one of them is taken. ";
    if (i % 4 == 3) text += "\n\n";
  }
  return text;
}

/// A token of the fake engine is one byte: 20,000 tokens of four.
void thinking(bool unfolded) {
  Stage stage(20, 2, 60);
  if (!stage.settled(21)) std::exit(1);
  stage.offline.script().answer = [](const std::string&) { return thought(80'000) + "\n</think>\n\nLeft."; };
  stage.offline.settings().setProperty("maxTokens", 1'000'000);
  auto& messages = stage.offline.messages();
  stage.offline.chat().send(QStringLiteral("Which way?"));
  const auto length = [&] { return messages.count() == 4 ? messages.at(3).text.size() : 0; };
  stage.meter->watch([&] { return length() > 2000; }, 20);
  if (unfolded) {
    stage.find("thinkingBlock")->setProperty("open", true);
  }
  stage.meter->start();
  stage.meter->watch([&] { return length() > 75'000; }, 120);
  print(unfolded ? "thinking, 20,000 tokens, unfolded" : "thinking, 20,000 tokens", stage.meter->frames(), stage.meter->watchdog());
  QElapsedTimer stopping;
  stopping.start();
  stage.offline.chat().cancel();
  stage.meter->watch([&] { return !stage.offline.chat().isGenerating(); }, 10);
  std::printf("%-34s %lld ms\n", "stop", static_cast<long long>(stopping.elapsed()));
}

void answer() {
  Stage stage(20, 2, 60);
  if (!stage.settled(21)) std::exit(1);
  stage.offline.script().answer = [](const std::string&) { return thought(80'000).substr(8); };
  stage.offline.settings().setProperty("maxTokens", 1'000'000);
  stage.offline.chat().send(QStringLiteral("Tell me all"));
  stage.meter->start();
  auto& messages = stage.offline.messages();
  stage.meter->watch([&] { return messages.count() == 4 && messages.at(3).text.size() > 75'000; }, 120);
  print("an answer of 20,000 tokens", stage.meter->frames(), stage.meter->watchdog());
  stage.offline.chat().cancel();
  stage.meter->watch([&] { return !stage.offline.chat().isGenerating(); }, 10);
}

void code() {
  Stage stage(20, 2);
  if (!stage.settled(21)) std::exit(1);
  auto& messages = stage.offline.messages();
  const auto id = messages.at(1).id;
  messages.appendText(id, QStringLiteral("\n\n```cpp\n"));
  stage.meter->drive(2, [](int) {});
  stage.meter->start();
  const auto line = QStringLiteral("  const auto result = compute(%1, \"a string\");  // and a comment\n");
  auto times = stage.meter->drive(1300, [&](int i) { messages.appendText(id, line.arg(i)); });
  print("code growing to 80 kB by lines", times, stage.meter->watchdog());
  QString many;
  for (int i = 0; i < 20; ++i) many += line.arg(i);
  stage.meter->start();
  times = stage.meter->drive(320, [&](int) { messages.appendText(id, many); });
  print("code growing to 500 kB by 20 lines", times, stage.meter->watchdog());
}

/// Answers of 80 kB in a code block, as the engine streams them.
void streamedCode() {
  Stage stage(20, 2, 60);
  if (!stage.settled(21)) std::exit(1);
  stage.offline.script().answer = [](const std::string&) {
    std::string text = "```cpp\n";
    for (int i = 0; text.size() < 80'000; ++i) text += "  const auto result = compute(" + std::to_string(i) + ", \"a string\");  // and a comment\n";
    return text + "```\n";
  };
  stage.offline.settings().setProperty("maxTokens", 1'000'000);
  stage.offline.chat().send(QStringLiteral("Write me a program"));
  stage.meter->start();
  auto& messages = stage.offline.messages();
  stage.meter->watch([&] { return messages.count() == 4 && messages.at(3).text.size() > 75'000; }, 120);
  print("an answer of code, 20,000 tokens", stage.meter->frames(), stage.meter->watchdog());
  stage.offline.chat().cancel();
  stage.meter->watch([&] { return !stage.offline.chat().isGenerating(); }, 10);
}

void typing() {
  Stage stage(200, 40);
  stage.meter->watch([&] { return stage.offline.chat().canSend() && stage.offline.messages().count() == 40; }, 30);
  stage.meter->watch([] { return false; }, 2);
  QMetaObject::invokeMethod(stage.window, "focusComposer");
  stage.meter->start();
  const auto words = QStringLiteral("the river turns back on itself behind the stone and goes on to the sea ");
  auto times = stage.meter->drive(300, [&](int i) { QTest::keyClick(stage.window, words[i % words.size()].toLatin1()); });
  print("300 letters into the composer", times, stage.meter->watchdog());
  stage.meter->start();
  const auto& rows = stage.offline.conversations().rows();
  stage.goAround("between a long chat and a short one", 20,
                 [&](int i) { stage.offline.conversations().select(rows[static_cast<std::size_t>(i % 2 == 0 ? 5 : 0)].id); },
                 [&](int i) { return stage.offline.messages().count() == (i % 2 == 0 ? 2 : 40); });
}

/// Each page twice: what has to be made the first time is there the second.
void pages() {
  Stage stage(200, 40);
  stage.meter->watch([&] { return stage.offline.chat().canSend() && stage.offline.messages().count() == 40; }, 30);
  stage.meter->watch([] { return false; }, 4);
  for (const auto* round : {"first", "again"}) {
    for (const auto* page : {"Settings", "Documents", "Notebook", "Devices", "Models", "States"}) {
      stage.meter->start();
      auto times = stage.meter->drive(1, [&](int) { stage.open(page); });
      stage.meter->watch([] { return false; }, 1);
      print((std::string(page) + ", " + round).c_str(), times, stage.meter->watchdog());
      QMetaObject::invokeMethod(stage.window, "showChat");
      stage.meter->watch([] { return false; }, 1);
    }
  }
}

void searching() {
  Stage stage(2000, 40);
  stage.meter->watch([&] { return stage.offline.chat().canSend() && stage.offline.conversations().count() == 2001; }, 30);
  stage.meter->watch([] { return false; }, 2);
  for (const auto* popup : {"showSearch", "showPalette"}) {
    stage.meter->start();
    QMetaObject::invokeMethod(stage.window, popup);
    stage.meter->watch([] { return false; }, 1);
    const auto words = QStringLiteral("conversation riv");
    auto times = stage.meter->drive(static_cast<int>(words.size()), [&](int i) { QTest::keyClick(stage.window, words[i].toLatin1()); });
    stage.meter->watch([] { return false; }, 1);
    print(popup, times, stage.meter->watchdog());
    QTest::keyClick(stage.window, Qt::Key_Escape);
    stage.meter->watch([] { return false; }, 1);
  }
}

}  // namespace

int main(int argc, char** argv) {
  // One thread does it all, without waiting for a screen: what is measured is work, not time that passes.
  qputenv("QSG_RENDER_LOOP", "basic");
  if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
  qputenv("QT_QPA_UPDATE_IDLE_TIME", "0");
  QGuiApplication application(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  const auto tasks = application.arguments().mid(1);
  const auto wanted = [&](const char* task) { return tasks.isEmpty() || tasks.contains(QLatin1String(task)); };
  if (wanted("start")) start();
  printHead();
  if (wanted("sidebar")) sidebar();
  if (wanted("chat")) chat();
  if (wanted("thinking")) thinking(false), thinking(true);
  if (wanted("answer")) answer();
  if (wanted("code")) code(), streamedCode();
  if (wanted("typing")) typing();
  if (wanted("pages")) pages();
  if (wanted("search")) searching();
  return 0;
}
