#include "app/presets/preset_library.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUuid>
#include <algorithm>

namespace eddy {
namespace {

constexpr const char* kKey = "presets.own";
constexpr qint64 kLargestFile = 1 << 20;
const QString kKind = QStringLiteral("eddy-preset");

bool sameValues(const QJsonObject& one, const QJsonObject& other) {
  AnswerValues first, second;
  first.take(one);
  second.take(other);
  auto a = first.toJson(), b = second.toJson();
  a.remove(QStringLiteral("seed"));
  b.remove(QStringLiteral("seed"));
  return a == b;
}

QJsonObject withoutSeed(QJsonObject values) {
  values.remove(QStringLiteral("seed"));
  return values;
}

}  // namespace

PresetLibrary::PresetLibrary(StorageService& storage, QObject* parent)
    : QAbstractListModel(parent), m_storage(storage), m_presets(builtIns()) {}

std::vector<PresetLibrary::Preset> PresetLibrary::builtIns() {
  std::vector<Preset> presets;
  const auto add = [&presets](const char* id, const QString& name, const QString& note, std::initializer_list<std::pair<QString, QJsonValue>> values) {
    presets.push_back({QLatin1String(id), name, note, QJsonObject(values), true});
  };
  const auto t = QStringLiteral("temperature"), p = QStringLiteral("topP"), m = QStringLiteral("minP"), k = QStringLiteral("topK"),
             presence = QStringLiteral("presencePenalty"), frequency = QStringLiteral("frequencyPenalty"), decay = QStringLiteral("penaltyDecay");
  add("balanced", tr("Balanced"), tr("For most questions."), {});
  add("precise", tr("Precise"), tr("Keeps to the likeliest words: facts, summaries, translations."), {{t, 0.3}, {p, 0.5}});
  add("creative", tr("Creative"), tr("Stories and ideas: surprising, and less repetitive."), {{t, 1.0}, {p, 1.0}, {m, 0.05}, {presence, 0.4}});
  add("code", tr("Code"), tr("Careful and without penalties: code repeats itself on purpose."), {{t, 0.2}, {p, 0.95}, {k, 40}});
  add("rwkv-chat", tr("RWKV chat"), tr("What RWKV's makers recommend for conversations."),
      {{t, 1.0}, {p, 0.5}, {presence, 2.0}, {frequency, 0.2}, {decay, 0.99}});
  add("rwkv-creative", tr("RWKV creative"), tr("What RWKV's makers recommend for free writing."),
      {{t, 1.0}, {p, 0.6}, {presence, 2.0}, {frequency, 0.2}, {decay, 0.99}});
  return presets;
}

void PresetLibrary::retranslate() {
  for (const auto& fresh : builtIns()) {
    auto& preset = m_presets[static_cast<std::size_t>(rowOf(fresh.id))];
    preset.name = fresh.name;
    preset.note = fresh.note;
  }
  emit dataChanged(index(0), index(count() - 1), {Name, Note});
  emit changed();
}

void PresetLibrary::restore(const std::map<std::string, std::string>& stored) {
  const auto found = stored.find(kKey);
  if (found == stored.end()) return;
  beginResetModel();
  const auto list = QJsonDocument::fromJson(QByteArray::fromStdString(found->second)).array();
  for (const auto& entry : list) {
    const auto preset = entry.toObject();
    const auto id = preset[u"id"].toString(), name = preset[u"name"].toString();
    if (!id.isEmpty() && !name.isEmpty() && !find(id)) m_presets.push_back({id, name, {}, preset[u"values"].toObject(), false});
  }
  endResetModel();
  emit changed();
}

const PresetLibrary::Preset* PresetLibrary::find(const QString& id) const {
  const auto found = std::ranges::find(m_presets, id, &Preset::id);
  return found == m_presets.end() ? nullptr : &*found;
}

int PresetLibrary::rowOf(const QString& id) const {
  return static_cast<int>(std::ranges::find(m_presets, id, &Preset::id) - m_presets.begin());
}

QString PresetLibrary::matching(const AnswerValues* values) const {
  const auto wanted = values->toJson();
  const auto found = std::ranges::find_if(m_presets.rbegin(), m_presets.rend(), [&](const Preset& p) { return sameValues(p.values, wanted); });
  return found == m_presets.rend() ? QString() : found->id;
}

QString PresetLibrary::nameOf(const QString& id) const {
  const auto* preset = find(id);
  return preset ? preset->name : QString();
}

QJsonObject PresetLibrary::valuesOf(const QString& id) const {
  const auto* preset = find(id);
  return preset ? preset->values : QJsonObject();
}

void PresetLibrary::apply(const QString& id, AnswerValues* values) const {
  const auto* preset = find(id);
  if (!preset) return;
  auto taken = preset->values;
  taken[QStringLiteral("seed")] = values->property("seed").toString();
  values->take(taken);
}

QString PresetLibrary::save(const QString& name, const AnswerValues* values) {
  const auto wanted = name.trimmed();
  if (wanted.isEmpty()) return {};
  const auto own = std::ranges::find_if(m_presets, [&](const Preset& p) { return !p.builtIn && p.name == wanted; });
  if (own != m_presets.end()) {
    own->values = withoutSeed(values->toJson());
    store();
    return own->id;
  }
  beginInsertRows({}, count(), count());
  m_presets.push_back({QUuid::createUuid().toString(QUuid::WithoutBraces), freeName(wanted), {}, withoutSeed(values->toJson()), false});
  endInsertRows();
  store();
  return m_presets.back().id;
}

/// Two presets of one name could not be told apart.
QString PresetLibrary::freeName(const QString& wanted, const QString& except) const {
  auto name = wanted.left(80);
  const auto taken = [&] { return std::ranges::any_of(m_presets, [&](const Preset& p) { return p.name == name && p.id != except; }); };
  for (int number = 2; taken(); ++number) name = tr("%1 (%2)").arg(wanted.left(80)).arg(number);
  return name;
}

void PresetLibrary::rename(const QString& id, const QString& name) {
  const auto row = rowOf(id);
  if (row >= count() || m_presets[static_cast<std::size_t>(row)].builtIn || name.trimmed().isEmpty()) return;
  m_presets[static_cast<std::size_t>(row)].name = freeName(name.trimmed(), id);
  emit dataChanged(index(row), index(row), {Name});
  store();
}

void PresetLibrary::remove(const QString& id) {
  const auto row = rowOf(id);
  if (row >= count() || m_presets[static_cast<std::size_t>(row)].builtIn) return;
  beginRemoveRows({}, row, row);
  m_removed = m_presets[static_cast<std::size_t>(row)];
  m_presets.erase(m_presets.begin() + row);
  endRemoveRows();
  store();
  emit undoChanged();
}

QString PresetLibrary::undoText() const { return m_removed ? tr("“%1” was deleted").arg(m_removed->name) : QString(); }

void PresetLibrary::undoRemove() {
  if (!m_removed) return;
  beginInsertRows({}, count(), count());
  m_presets.push_back(*std::exchange(m_removed, std::nullopt));
  endInsertRows();
  store();
  emit undoChanged();
}

void PresetLibrary::dismissUndo() {
  m_removed.reset();
  emit undoChanged();
}

void PresetLibrary::exportTo(const QString& id, const QUrl& file) {
  const auto* preset = find(id);
  if (!preset) return;
  const QJsonObject content{{QStringLiteral("kind"), kKind}, {QStringLiteral("version"), 1},
                            {QStringLiteral("name"), preset->name}, {QStringLiteral("values"), preset->values}};
  QSaveFile out(file.toLocalFile());
  const auto bytes = QJsonDocument(content).toJson();
  if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
    fail(tr("The preset could not be saved: %1").arg(out.errorString()));
}

void PresetLibrary::importFrom(const QUrl& file) {
  QFile in(file.toLocalFile());
  if (!in.open(QIODevice::ReadOnly)) return fail(tr("The file could not be read: %1").arg(in.errorString()));
  const auto content = in.size() <= kLargestFile ? QJsonDocument::fromJson(in.readAll()).object() : QJsonObject();
  if (content[u"kind"].toString() != kKind || content[u"name"].toString().trimmed().isEmpty() || !content[u"values"].isObject())
    return fail(tr("This file is no preset of Eddy."));
  AnswerValues values;
  values.take(content[u"values"].toObject());
  save(freeName(content[u"name"].toString().trimmed()), &values);
}

void PresetLibrary::fail(const QString& what) {
  m_error = what;
  emit errorChanged();
}

void PresetLibrary::dismissError() { fail({}); }

void PresetLibrary::store() {
  QJsonArray list;
  for (const auto& preset : m_presets) {
    if (preset.builtIn) continue;
    list.append(QJsonObject{{QStringLiteral("id"), preset.id}, {QStringLiteral("name"), preset.name}, {QStringLiteral("values"), preset.values}});
  }
  emit changed();
  m_storage.submit([text = QJsonDocument(list).toJson(QJsonDocument::Compact).toStdString()](Stores& stores) {
    return stores.settings.set(kKey, text);
  });
}

int PresetLibrary::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant PresetLibrary::data(const QModelIndex& index, int role) const {
  const auto& preset = m_presets[static_cast<std::size_t>(index.row())];
  switch (role) {
    case PresetId: return preset.id;
    case Name: return preset.name;
    case Note: return preset.builtIn ? preset.note : tr("Your own.");
    case BuiltIn: return preset.builtIn;
    default: return {};
  }
}

QHash<int, QByteArray> PresetLibrary::roleNames() const {
  return {{PresetId, "presetId"}, {Name, "name"}, {Note, "note"}, {BuiltIn, "builtIn"}};
}

}  // namespace eddy
