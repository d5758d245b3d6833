// The desktop program.
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QIcon>
#include <QProcess>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTimer>
#include <cstdio>
#include <optional>

#include "app/composition.h"
#include "app/desktop/gui_watchdog.h"
#include "app/downloads/network_gate.h"
#include "app/models/starter_location.h"
#include "app/opened_files.h"
#include "app/quit_signals.h"
#include "app/single_instance.h"
#include "app/storage/data_location.h"
#include "app/storage/program_folder.h"
#include "eddy_product.h"
#ifdef EDDY_HAS_UI
#include "ui/ui_plugins.h"
#else
#include <QtQml/qqmlextensionplugin.h>
Q_IMPORT_QML_PLUGIN(Eddy_AppPlugin)
#endif

using namespace eddy;

namespace {

struct Arguments {
  std::optional<std::string> dataFolder;
  QString model;
  QString screenshot;
  QStringList files;
};

/// Before there is a display: --help, --version and mistakes end the program here.
Arguments readArguments(int argc, char** argv) {
  QStringList words;
  for (int i = 0; i < argc; ++i) words += QString::fromLocal8Bit(argv[i]);
  QCommandLineParser parser;
  parser.setApplicationDescription(QStringLiteral("Chat with recurrent language models on your own computer."));
  const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this and quit."));
  const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                   QStringLiteral("Show the version and quit."));
  const QCommandLineOption dataDir(QStringLiteral("data-dir"), QStringLiteral("Keep conversations in this folder."),
                                   QStringLiteral("folder"));
  const QCommandLineOption model(QStringLiteral("model"), QStringLiteral("Load this model file or folder."),
                                 QStringLiteral("path"));
  const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                      QStringLiteral("Save a picture of the window and quit."), QStringLiteral("file"));
  parser.addOptions({help, version, dataDir, model, screenshot});
  parser.addPositionalArgument(QStringLiteral("files"), QStringLiteral("Models to load, chats to take over, documents to read."),
                               QStringLiteral("[files...]"));
  if (!parser.parse(words)) {
    std::fprintf(stderr, "eddy: %s Try eddy --help.\n", qPrintable(parser.errorText()));
    std::exit(2);
  }
  if (parser.isSet(help)) {
    std::fputs(qPrintable(parser.helpText()), stdout);
    std::exit(0);
  }
  if (parser.isSet(version)) {
    std::printf("eddy %s\n", EDDY_VERSION);
    std::exit(0);
  }
  Arguments arguments{.dataFolder = {}, .model = parser.value(model), .screenshot = parser.value(screenshot),
                      .files = OpenedFiles::absolute(parser.positionalArguments(), QDir::currentPath())};
  if (parser.isSet(dataDir)) arguments.dataFolder = parser.value(dataDir).toStdString();
  return arguments;
}

/// A portable copy leaves nothing outside its folder, not even compiled QML.
void keepCachesInPortableFolder() {
  const auto folder = portable_folder();
  if (!folder || qEnvironmentVariableIsSet("QML_DISK_CACHE_PATH")) return;
  const auto cache = QString::fromStdU16String((*folder / "cache").u16string());
  qputenv("QML_DISK_CACHE_PATH", QFile::encodeName(cache));
}

/// Qt ends the program when it finds no display; say so in words that help.
void explainFatal(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  if (type == QtFatalMsg && message.contains(QLatin1String("platform plugin"))) {
    std::fputs(
        "eddy: there is no display to open a window on. Start it in a desktop session, or use eddy-cli in a "
        "terminal.\n",
        stderr);
    std::_Exit(1);
  }
  // Before the fatal message Qt warns about the same thing in its own words.
  if (message.contains(QLatin1String("could not connect to display")) ||
      message.contains(QLatin1String("Could not load the Qt platform plugin"))) {
    return;
  }
  std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

/// Saves a picture once the model is there (or failed), or after ten seconds, and quits.
void takePicture(QQuickWindow* window, ModelsViewModel& models, const QString& file) {
  QElapsedTimer waiting;
  waiting.start();
  auto* timer = new QTimer(window);
  QObject::connect(timer, &QTimer::timeout, window, [=, &models] {
    if (models.status() == ModelsViewModel::Loading && waiting.elapsed() < 10000) return;
    timer->stop();
    QTimer::singleShot(700, window, [=] {  // the screen settles
      const bool saved = window->grabWindow().save(file);
      if (!saved) std::fprintf(stderr, "eddy: cannot write %s\n", qPrintable(file));
      QCoreApplication::exit(saved ? 0 : 1);
    });
  });
  timer->start(100);
}

int showWindow(QQmlApplicationEngine& engine, Composition& composition, const Arguments& arguments) {
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Eddy/Shell/Main.qml")));
  auto* window =
      engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  if (!window) {
    std::fputs("eddy: the window cannot be built; the installation is incomplete. Install Eddy again.\n", stderr);
    return 1;
  }
  if (!arguments.screenshot.isEmpty()) takePicture(window, composition.models(), arguments.screenshot);
  return 0;
}

/// A new process: nothing of what this one had decrypted is in its memory.
void restart(const QString& dataFolder) {
  QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--data-dir"), dataFolder});
}

}  // namespace

int main(int argc, char** argv) {
  const auto arguments = readArguments(argc, argv);
  qInstallMessageHandler(explainFatal);
  keepCachesInPortableFolder();
  QGuiApplication application(argc, argv);
  QGuiApplication::setApplicationName(QStringLiteral("eddy"));
  QGuiApplication::setApplicationDisplayName(QStringLiteral("Eddy"));
  QGuiApplication::setApplicationVersion(QStringLiteral(EDDY_VERSION));
  QGuiApplication::setDesktopFileName(QStringLiteral(EDDY_APP_ID));
  QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/eddy/icons/eddy.svg")));
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  const auto watchdog = GuiWatchdog::asWished();

  const auto location = find_data_location(arguments.dataFolder);
  if (!location) {
    std::fprintf(stderr, "eddy: %s\n", location.error().message.c_str());
    return 1;
  }
  SingleInstance instance(QString::fromStdU16String(location->folder.u16string()));
  if (instance.raiseOther(arguments.files)) return 0;
  instance.listen();

  const auto starter = starterLocation(std::filesystem::path(QCoreApplication::applicationDirPath().toStdU16String()));
  Composition composition({.dataFolder = location->folder, .model = arguments.model,
                           .starter = QString::fromStdU16String(starter.u16string()), .ports = {}, .notices = arguments.screenshot.isEmpty()});
  OpenedFiles openedFiles(composition.models(), composition.documents());
  application.installEventFilter(&openedFiles);
  QObject::connect(&instance, &SingleInstance::filesOpened, &openedFiles, &OpenedFiles::open);
  QObject::connect(&openedFiles, &OpenedFiles::chatFileOpened, &composition.transfer(),
                   [&](const QUrl& file) { composition.transfer().open({file}); });
  const QuitSignals quitting;
  QObject::connect(&quitting, &QuitSignals::asked, &application, &QCoreApplication::quit);
  std::optional<QString> restartIn;  // a data folder; empty: the same
  QObject::connect(&composition.vault(), &VaultViewModel::restartWanted, &application, [&](const QString& folder) {
    restartIn = folder;
    QCoreApplication::quit();
  });
  int result = 0;
  {
    ClosedNetwork closed;
    QQmlApplicationEngine engine;
    engine.setNetworkAccessManagerFactory(&closed);
    composition.start([&] {
      QObject::connect(&instance, &SingleInstance::raiseRequested, composition.app(), &App::raiseRequested);
      QObject::connect(&composition.settings(), &Settings::dataFolderChanged, &instance,
                       [&] { instance.moveTo(composition.settings().dataFolder()); });
      if (const int failed = showWindow(engine, composition, arguments); failed != 0) return QCoreApplication::exit(failed);
      if (!composition.vault().locked()) return openedFiles.open(arguments.files);
      QObject::connect(&composition.vault(), &VaultViewModel::unlocked, &openedFiles, [&] { openedFiles.open(arguments.files); });
    });
    result = QGuiApplication::exec();
  }
  composition.shutdown();
  if (restartIn) {
    instance.close();
    restart(restartIn->isEmpty() ? QString::fromStdU16String(location->folder.u16string()) : *restartIn);
  }
  return result;
}
