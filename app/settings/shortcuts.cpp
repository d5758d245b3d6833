#include "app/settings/shortcuts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QKeySequence>
#include <algorithm>
#include <array>

namespace eddy {
namespace {

constexpr const char* kKey = "shortcuts.own";

QString nameOf(const QObject& command) { return command.property("name").toString(); }

QKeySequence sequence(const QString& keys) { return QKeySequence::fromString(keys, QKeySequence::PortableText); }

/// Writing and moving about needs them.
bool isForText(const QString& keys) {
  static constexpr std::array kTaken{"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Return", "Ctrl+Enter", "Ctrl+Left",
                                     "Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Ctrl+Up", "Ctrl+Down", "Ctrl+Tab", "Ctrl+Backspace", "Ctrl+Del"};
  return std::ranges::any_of(kTaken, [&](const char* taken) { return keys == QLatin1String(taken); });
}

bool isFunctionKey(int key) { return key >= Qt::Key_F1 && key <= Qt::Key_F35; }

}  // namespace

Shortcuts::Shortcuts(StorageService& storage, QObject* parent) : QAbstractListModel(parent), m_storage(storage) {}

void Shortcuts::restore(const std::map<std::string, std::string>& stored) {
  const auto found = stored.find(kKey);
  if (found == stored.end()) return;
  const auto own = QJsonDocument::fromJson(QByteArray::fromStdString(found->second)).object();
  m_own.clear();
  for (auto entry = own.begin(); entry != own.end(); ++entry) {
    const auto keys = entry->toString();
    if (entry->isString() && (keys.isEmpty() || sequence(keys).count() == 1)) m_own[entry.key()] = keys;
  }
  emit ownChanged();
}

QString Shortcuts::hintOf(const QString& text, const QString& name, const QVariantMap& texts) { return hint(text, texts.value(name)); }

QString Shortcuts::keyOf(const QString& name, const QString& usual, const QVariantMap& own) { return own.value(name, usual).toString(); }

void Shortcuts::setCommands(const QVariantList& commands) {
  beginResetModel();
  m_commands.clear();
  for (const auto& command : commands) {
    auto* object = command.value<QObject*>();
    if (object && !nameOf(*object).isEmpty()) m_commands.emplace_back(object);
  }
  endResetModel();
  emit ownChanged();
}

QVariantMap Shortcuts::texts() const {
  QVariantMap texts;
  for (const auto& command : m_commands) {
    if (command) texts[nameOf(*command)] = keyText(keysOf(*command));
  }
  return texts;
}

QString Shortcuts::hint(const QString& text, const QVariant& keyText) {
  return keyText.toString().isEmpty() ? text : tr("%1 (%2)", "what a button does, and its key").arg(text, keyText.toString());
}

QString Shortcuts::pressed(int key, int modifiers) {
  if (key == 0 || key == Qt::Key_unknown || (key >= Qt::Key_Shift && key <= Qt::Key_ScrollLock) || key == Qt::Key_AltGr) return {};
  const auto held = Qt::KeyboardModifiers(modifiers) & ~Qt::KeypadModifier;
  return QKeySequence(QKeyCombination(held, static_cast<Qt::Key>(key))).toString(QKeySequence::PortableText);
}

QString Shortcuts::keyText(const QString& keys) { return sequence(keys).toString(QKeySequence::NativeText); }

QString Shortcuts::objection(const QString& name, const QString& keys) const {
  if (keys.isEmpty()) return {};
  const auto wanted = sequence(keys);
  if (wanted.count() != 1) return tr("This is no key.");
  const auto combination = wanted[0];
  const bool alone = !(combination.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
  if (alone && !isFunctionKey(combination.key())) return tr("%1 alone is needed for writing: hold Ctrl or Alt with it, or take a function key.").arg(keyText(keys));
  if (isForText(keys)) return tr("%1 is needed in text fields.").arg(keyText(keys));
  for (const auto& command : m_commands) {
    if (!command || nameOf(*command) == name || sequence(keysOf(*command)) != wanted) continue;
    return tr("%1 already belongs to “%2”.").arg(keyText(keys), command->property("text").toString());
  }
  return {};
}

bool Shortcuts::assign(const QString& name, const QString& keys) {
  const auto* command = find(name);
  if (!command || !objection(name, keys).isEmpty()) return false;
  if (sequence(keys) == sequence(command->property("usual").toString())) m_own.remove(name);
  else m_own[name] = keys;
  store();
  return true;
}

void Shortcuts::reset(const QString& name) {
  const auto* command = find(name);
  if (!command || !m_own.contains(name)) return;
  // Where another command has the usual keys by now, this one stays without.
  m_own[name] = QString();
  const auto usual = command->property("usual").toString();
  if (objection(name, usual).isEmpty()) m_own.remove(name);
  store();
}

void Shortcuts::resetAll() {
  m_own.clear();
  store();
}

void Shortcuts::store() {
  if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
  emit ownChanged();
  m_storage.submit([text = QJsonDocument(QJsonObject::fromVariantMap(m_own)).toJson(QJsonDocument::Compact).toStdString()](Stores& stores) {
    return stores.settings.set(kKey, text);
  });
}

QString Shortcuts::keysOf(const QObject& command) const {
  const auto own = m_own.constFind(nameOf(command));
  return own == m_own.constEnd() ? command.property("usual").toString() : own->toString();
}

const QObject* Shortcuts::find(const QString& name) const {
  const auto found = std::ranges::find_if(m_commands, [&](const auto& command) { return command && nameOf(*command) == name; });
  return found == m_commands.end() ? nullptr : found->data();
}

QVariant Shortcuts::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& command = m_commands[static_cast<std::size_t>(index.row())];
  if (!command) return {};
  switch (role) {
    case Name: return nameOf(*command);
    case Qt::DisplayRole:
    case Text: return command->property("text");
    case Keys: return keyText(keysOf(*command));
    case Usual: return keyText(command->property("usual").toString());
    case IsOwn: return m_own.contains(nameOf(*command));
    default: return {};
  }
}

QHash<int, QByteArray> Shortcuts::roleNames() const {
  return {{Name, "name"}, {Text, "text"}, {Keys, "keys"}, {Usual, "usual"}, {IsOwn, "isOwn"}};
}

}  // namespace eddy
