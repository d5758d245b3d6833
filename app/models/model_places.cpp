#include "app/models/model_places.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace eddy {
namespace {

struct Known {
  PlaceKind kind;
  const char* below;  ///< {home}, {data}, {config}, {cache}: as the system names them
};

// The first that a program uses today, then where it was before.
constexpr Known kKnown[] = {
    {PlaceKind::LmStudio, "{home}/.lmstudio/models"},
    {PlaceKind::LmStudio, "{home}/.cache/lm-studio/models"},
    {PlaceKind::Ollama, "{home}/.ollama/models"},
    {PlaceKind::Ollama, "/usr/share/ollama/.ollama/models"},
    {PlaceKind::Ollama, "/var/lib/ollama/models"},
    {PlaceKind::Jan, "{config}/Jan/data"},
    {PlaceKind::Jan, "{data}/Jan/data"},
    {PlaceKind::Jan, "{home}/jan/models"},
    {PlaceKind::Gpt4All, "{data}/nomic.ai/GPT4All"},
    {PlaceKind::TextGeneration, "{home}/text-generation-webui/user_data/models"},
    {PlaceKind::TextGeneration, "{home}/text-generation-webui/models"},
    {PlaceKind::HuggingFace, "{cache}/huggingface/hub"},
};

QString folderOf(const QProcessEnvironment& environment, const char* variable, const QString& usual) {
  const auto chosen = environment.value(QLatin1String(variable));
  return chosen.isEmpty() ? usual : chosen;
}

QString resolved(QString pattern, const QString& home, const QProcessEnvironment& environment) {
#if defined(Q_OS_WIN)
  const auto data = folderOf(environment, "LOCALAPPDATA", home + QStringLiteral("/AppData/Local"));
  const auto config = folderOf(environment, "APPDATA", home + QStringLiteral("/AppData/Roaming"));
  const auto cache = home + QStringLiteral("/.cache");
#elif defined(Q_OS_MACOS)
  const auto data = home + QStringLiteral("/Library/Application Support"), config = data;
  const auto cache = home + QStringLiteral("/.cache");
#else
  const auto data = folderOf(environment, "XDG_DATA_HOME", home + QStringLiteral("/.local/share"));
  const auto config = folderOf(environment, "XDG_CONFIG_HOME", home + QStringLiteral("/.config"));
  const auto cache = folderOf(environment, "XDG_CACHE_HOME", home + QStringLiteral("/.cache"));
#endif
  const std::pair<const char*, QString> parts[] = {{"{home}", home}, {"{data}", data}, {"{config}", config}, {"{cache}", cache}};
  for (const auto& [name, folder] : parts) pattern.replace(QLatin1String(name), folder);
  return pattern;
}

}  // namespace

QString programOf(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::LmStudio: return QStringLiteral("LM Studio");
    case PlaceKind::Ollama: return QStringLiteral("Ollama");
    case PlaceKind::Jan: return QStringLiteral("Jan");
    case PlaceKind::Gpt4All: return QStringLiteral("GPT4All");
    case PlaceKind::TextGeneration: return QStringLiteral("text-generation-webui");
    case PlaceKind::HuggingFace: return QStringLiteral("Hugging Face");
    case PlaceKind::Own:
    case PlaceKind::Added: break;
  }
  return {};
}

std::vector<ModelPlace> foundPlaces(const QString& home, const QProcessEnvironment& environment) {
  std::vector<ModelPlace> all;
  const auto named = [&](PlaceKind kind, const char* variable, const char* below) {
    if (const auto folder = environment.value(QLatin1String(variable)); !folder.isEmpty())
      all.push_back({kind, folder + QLatin1String(below)});
  };
  named(PlaceKind::Ollama, "OLLAMA_MODELS", "");
  named(PlaceKind::HuggingFace, "HF_HUB_CACHE", "");
  named(PlaceKind::HuggingFace, "HF_HOME", "/hub");
  for (const auto& known : kKnown) all.push_back({known.kind, resolved(QLatin1String(known.below), home, environment)});

  std::vector<ModelPlace> there;
  QSet<QString> seen;
  for (auto& place : all) {
    const QFileInfo folder(place.path);
    if (!folder.isDir() || !folder.isReadable() || seen.contains(folder.canonicalFilePath())) continue;
    seen.insert(folder.canonicalFilePath());
    there.push_back({place.kind, QDir::cleanPath(folder.absoluteFilePath())});
  }
  return there;
}

}  // namespace eddy
