// Branches of the message tree: a long one, and thousands of random ones against a model in memory.
#include <QElapsedTimer>

#include <algorithm>
#include <map>
#include <random>

#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;

namespace {

/// What the store should be, in the simplest form that can be right.
struct Model {
  struct Node {
    std::optional<MessageId> parent;
    ConversationId conversation;
    Author author;
    std::string text;
    int shown;
  };
  std::map<MessageId, Node> nodes;
  std::map<ConversationId, std::optional<MessageId>> leaves;
  int shows = 0;

  void add(MessageId id, std::optional<MessageId> parent, ConversationId conversation, Author author, std::string text) {
    nodes[id] = {parent, conversation, author, std::move(text), 0};
    if (author == Author::Assistant) show(id);
  }
  void show(MessageId id) {
    leaves[nodes[id].conversation] = id;
    nodes[id].shown = ++shows;
  }
  std::vector<MessageId> children(MessageId id) const {
    std::vector<MessageId> list;
    for (const auto& [child, node] : nodes) if (node.parent == id) list.push_back(child);
    return list;
  }
  std::vector<MessageId> siblings(MessageId id) const {
    std::vector<MessageId> list;
    const Node& self = nodes.at(id);
    for (const auto& [other, node] : nodes) {
      if (node.parent == self.parent && node.conversation == self.conversation) list.push_back(other);
    }
    return list;
  }
  std::vector<MessageId> branch(MessageId leaf) const {
    std::vector<MessageId> list;
    for (std::optional<MessageId> at = leaf; at; at = nodes.at(*at).parent) list.insert(list.begin(), *at);
    return list;
  }
  /// When anything below (or at) this message was on show last.
  int last_shown(MessageId id) const {
    int latest = nodes.at(id).shown;
    for (const MessageId child : children(id)) latest = std::max(latest, last_shown(child));
    return latest;
  }
  MessageId deepest_leaf(MessageId id) const {
    const std::vector<MessageId> below = children(id);
    if (below.empty()) return id;
    return deepest_leaf(*std::max_element(below.begin(), below.end(), [&](MessageId a, MessageId b) {
      return std::pair(last_shown(a), a) < std::pair(last_shown(b), b);
    }));
  }
};

std::vector<MessageId> ids(const std::vector<Message>& messages) {
  std::vector<MessageId> list;
  for (const Message& message : messages) list.push_back(message.id);
  return list;
}

}  // namespace

class MessageTreeTest : public QObject {
  Q_OBJECT

 private slots:
  void random_trees_match_the_model() {
    Conversations c;
    must(c.database().run_script("PRAGMA synchronous = OFF"));
    Model model;
    std::mt19937 random(2026);
    const auto pick = [&](const auto& list) { return list[random() % list.size()]; };
    std::vector<ConversationId> conversations;
    std::map<ConversationId, std::vector<MessageId>> questions, answers;

    for (int step = 0; step < 1500; ++step) {
      const unsigned what = random() % 10;
      if (conversations.empty() || (what == 0 && conversations.size() < 6)) {
        conversations.push_back(must(c->create_conversation()));
        continue;
      }
      const ConversationId conversation = pick(conversations);
      auto& asked = questions[conversation];
      auto& answered = answers[conversation];
      const std::string text = "text " + std::to_string(step);
      const auto add_turn = [&](const Turn& turn, std::optional<MessageId> parent) {
        model.add(turn.user_message, parent, conversation, Author::User, text);
        model.add(turn.assistant_message, turn.user_message, conversation, Author::Assistant, "");
        asked.push_back(turn.user_message);
        answered.push_back(turn.assistant_message);
      };
      if (asked.empty() || what < 5) {
        std::optional<MessageId> parent;
        if (!answered.empty() && random() % 8) parent = pick(answered);
        add_turn(must(c->append_turn(conversation, parent, text)), parent);
      } else if (what == 5) {
        const MessageId question = pick(asked);
        answered.push_back(must(c->append_answer(question)));
        model.add(answered.back(), question, conversation, Author::Assistant, "");
      } else if (what == 6) {
        const MessageId question = pick(asked);
        add_turn(must(c->append_edited_turn(question, text)), model.nodes[question].parent);
      } else if (what == 7) {
        const MessageId answer = pick(answered);
        must(c->finish_answer(answer, {.text = text}));
        model.nodes[answer].text = text;
      } else if (what == 8) {
        const MessageId leaf = model.deepest_leaf(pick(answered));
        must(c->set_current_leaf(conversation, leaf));
        model.show(leaf);
      } else if (random() % 40 == 0) {
        must(c->remove(conversation));
        QVERIFY(must(c->purge_removed()) == std::vector{conversation});
        std::erase_if(model.nodes, [&](const auto& entry) { return entry.second.conversation == conversation; });
        model.leaves.erase(conversation);
        std::erase(conversations, conversation);
        asked.clear();
        answered.clear();
        continue;
      }
      const MessageId probe = random() % 2 ? pick(asked) : pick(answered);
      const std::vector<Message> branch = must(c->branch(probe));
      QCOMPARE(ids(branch), model.branch(probe));
      for (const Message& message : branch) {
        const std::vector<MessageId> siblings = model.siblings(message.id);
        QCOMPARE(message.text, model.nodes[message.id].text);
        QVERIFY(message.parent == model.nodes[message.id].parent && message.author == model.nodes[message.id].author);
        QCOMPARE(message.sibling_count, static_cast<int>(siblings.size()));
        QVERIFY(siblings[static_cast<std::size_t>(message.sibling_index)] == message.id);
      }
      QCOMPARE(must(c->siblings(probe)), model.siblings(probe));
      QCOMPARE(must(c->children(probe)), model.children(probe));
      QVERIFY(must(c->deepest_leaf(probe)) == model.deepest_leaf(probe));
      QVERIFY(must(c->conversation(conversation)).current_leaf == model.leaves[conversation]);
    }
    for (const ConversationId conversation : conversations) {
      std::size_t count = 0;
      for (const auto& [id, node] : model.nodes) count += node.conversation == conversation;
      QCOMPARE(must(c->all_messages(conversation)).size(), count);
    }
    must(c.database().quick_check());
    QVERIFY(!c.database().query("PRAGMA foreign_key_check").next());
  }

  void branch_of_5000_messages_is_read_stepped_and_purged() {
    Conversations c;
    must(c.database().run_script("PRAGMA synchronous = OFF"));
    const ConversationId id = must(c->create_conversation());
    const std::string text(400, 'w');
    std::optional<MessageId> leaf;
    MessageId first{};
    for (int i = 0; i < 2500; ++i) {
      const Turn turn = must(c->append_turn(id, leaf, text));
      if (i == 0) first = turn.user_message;
      must(c->finish_answer(turn.assistant_message, {.text = text, .tokens = std::vector<std::int32_t>(100, i)}));
      leaf = turn.assistant_message;
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(must(c->branch(*leaf)).size(), 5000u);
    qInfo("branch of 5,000 messages read in %lld ms", timer.restart());
    QVERIFY(must(c->deepest_leaf(first)) == *leaf);
    qInfo("its leaf found in %lld ms", timer.restart());
    QCOMPARE(must(c->list_conversations()).size(), 1u);
    qInfo("list in %lld ms", timer.restart());
    must(c->append_turn(id, leaf, text));
    qInfo("turn appended in %lld ms", timer.restart());
    must(c->remove(id));
    must(c->purge_removed());
    qInfo("purged in %lld ms", timer.restart());
    QVERIFY(must(c.database().integer("SELECT count(*) FROM messages")) == 0);
  }

  // The promise behind the speed: nothing on the way of a turn walks through a whole table.
  void turns_are_found_through_indexes() {
    QFETCH(QString, sql);
    Conversations c;
    Rows plan = c.database().query("EXPLAIN QUERY PLAN " + sql.toStdString());
    while (plan.next()) QVERIFY2(!plan.text(3).starts_with("SCAN messages") && !plan.text(3).starts_with("SCAN m"), plan.text(3).c_str());
    QVERIFY(!plan.failed());
  }
  void turns_are_found_through_indexes_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("siblings") << "SELECT s.id FROM messages m JOIN messages s ON s.parent_id IS m.parent_id AND "
                                 "s.conversation_id = m.conversation_id WHERE m.id = 1";
    QTest::newRow("children") << "SELECT id FROM messages WHERE parent_id = 1";
    QTest::newRow("latest shown") << "SELECT max(shown) FROM messages WHERE conversation_id = 1";
    QTest::newRow("unfinished") << "UPDATE messages SET status = 4 WHERE status IN (0, 1)";
  }
};

QTEST_APPLESS_MAIN(MessageTreeTest)
#include "message_tree_test.moc"
