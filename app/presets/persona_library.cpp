#include "app/presets/persona_library.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <algorithm>

namespace eddy {
namespace {
constexpr const char* kKey = "personas.own";
}

PersonaLibrary::PersonaLibrary(StorageService& storage, QObject* parent)
    : QAbstractListModel(parent), m_storage(storage), m_personas(builtIns()) {}

std::vector<PersonaLibrary::Persona> PersonaLibrary::builtIns() {
  std::vector<Persona> personas;
  const auto add = [&personas](const char* id, const QString& name, const QString& text, const char* preset) {
    personas.push_back({QLatin1String(id), name, text, QLatin1String(preset), true});
  };
  add("explainer", tr("Explainer"), tr("You explain things simply and correctly. Use short sentences and an everyday example. Say so when you are not sure."), "balanced");
  add("editor", tr("Editor"), tr("You improve texts. Keep their meaning, language and tone; correct grammar and spelling; make them clearer and shorter. Answer with the improved text, then name the most important changes."), "precise");
  add("programmer", tr("Programmer"), tr("You are an experienced programmer. Answer with working, readable code and only the explanation it needs. Name assumptions and edge cases."), "code");
  add("tutor", tr("Tutor"), tr("You are a patient tutor. Lead to the solution by small steps and questions instead of giving it away. Praise what is right and correct what is wrong."), "balanced");
  add("storyteller", tr("Storyteller"), tr("You tell stories. Write vividly, show instead of explaining, and give every character a voice of its own."), "creative");
  return personas;
}

void PersonaLibrary::retranslate() {
  for (const auto& fresh : builtIns()) *std::ranges::find(m_personas, fresh.id, &Persona::id) = fresh;
  emit dataChanged(index(0), index(count() - 1), {Name, Text});
  emit changed();
}

void PersonaLibrary::restore(const std::map<std::string, std::string>& stored) {
  const auto found = stored.find(kKey);
  if (found == stored.end()) return;
  beginResetModel();
  const auto list = QJsonDocument::fromJson(QByteArray::fromStdString(found->second)).array();
  for (const auto& entry : list) {
    const auto persona = entry.toObject();
    const auto id = persona[u"id"].toString(), name = persona[u"name"].toString(), text = persona[u"text"].toString();
    if (!id.isEmpty() && !name.isEmpty() && !text.isEmpty() && !find(id)) m_personas.push_back({id, name, text, persona[u"preset"].toString(), false});
  }
  endResetModel();
  emit changed();
}

const PersonaLibrary::Persona* PersonaLibrary::find(const QString& id) const {
  const auto found = std::ranges::find(m_personas, id, &Persona::id);
  return found == m_personas.end() ? nullptr : &*found;
}

QString PersonaLibrary::nameOf(const QString& id) const { return find(id) ? find(id)->name : QString(); }
QString PersonaLibrary::textOf(const QString& id) const { return find(id) ? find(id)->text : QString(); }
QString PersonaLibrary::presetOf(const QString& id) const { return find(id) ? find(id)->preset : QString(); }
bool PersonaLibrary::isBuiltIn(const QString& id) const { return find(id) && find(id)->builtIn; }

QString PersonaLibrary::add(const QString& name, const QString& text, const QString& preset) {
  if (name.trimmed().isEmpty() || text.trimmed().isEmpty()) return {};
  beginInsertRows({}, count(), count());
  m_personas.push_back({QUuid::createUuid().toString(QUuid::WithoutBraces), name.trimmed().left(80), text.trimmed(), preset, false});
  endInsertRows();
  store();
  return m_personas.back().id;
}

void PersonaLibrary::change(const QString& id, const QString& name, const QString& text, const QString& preset) {
  const auto found = std::ranges::find(m_personas, id, &Persona::id);
  if (found == m_personas.end() || found->builtIn || name.trimmed().isEmpty() || text.trimmed().isEmpty()) return;
  *found = {id, name.trimmed().left(80), text.trimmed(), preset, false};
  const auto row = index(static_cast<int>(found - m_personas.begin()));
  emit dataChanged(row, row);
  store();
}

void PersonaLibrary::remove(const QString& id) {
  const auto found = std::ranges::find(m_personas, id, &Persona::id);
  if (found == m_personas.end() || found->builtIn) return;
  const int row = static_cast<int>(found - m_personas.begin());
  beginRemoveRows({}, row, row);
  m_removed = *found;
  m_personas.erase(found);
  endRemoveRows();
  store();
  emit undoChanged();
}

QString PersonaLibrary::undoText() const { return m_removed ? tr("“%1” was deleted").arg(m_removed->name) : QString(); }

void PersonaLibrary::undoRemove() {
  if (!m_removed) return;
  beginInsertRows({}, count(), count());
  m_personas.push_back(*std::exchange(m_removed, std::nullopt));
  endInsertRows();
  store();
  emit undoChanged();
}

void PersonaLibrary::dismissUndo() {
  m_removed.reset();
  emit undoChanged();
}

void PersonaLibrary::store() {
  QJsonArray list;
  for (const auto& persona : m_personas) {
    if (persona.builtIn) continue;
    list.append(QJsonObject{{QStringLiteral("id"), persona.id}, {QStringLiteral("name"), persona.name},
                            {QStringLiteral("text"), persona.text}, {QStringLiteral("preset"), persona.preset}});
  }
  emit changed();
  m_storage.submit([text = QJsonDocument(list).toJson(QJsonDocument::Compact).toStdString()](Stores& stores) {
    return stores.settings.set(kKey, text);
  });
}

int PersonaLibrary::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant PersonaLibrary::data(const QModelIndex& index, int role) const {
  const auto& persona = m_personas[static_cast<std::size_t>(index.row())];
  switch (role) {
    case PersonaId: return persona.id;
    case Name: return persona.name;
    case Text: return persona.text;
    case Preset: return persona.preset;
    case BuiltIn: return persona.builtIn;
    default: return {};
  }
}

QHash<int, QByteArray> PersonaLibrary::roleNames() const {
  return {{PersonaId, "personaId"}, {Name, "name"}, {Text, "text"}, {Preset, "preset"}, {BuiltIn, "builtIn"}};
}

}  // namespace eddy
