#include <QTest>

#include "engine/graph/graph.h"
#include "engine/ops/elementwise.h"
#include "engine/ops/embedding.h"
#include "engine/ops/token_shift.h"

using namespace eddy;

namespace {

const std::vector<GraphWeight> kWeights{{"table", {10, 16}}, {"mixes", {2, 16}}};

StateLayout layout() {
  StateLayout layout;
  layout.slots.push_back({.name = "shift", .shape = {16}});
  return layout;
}

Graph graph_of(std::int64_t sequences, std::int64_t tokens, LogitRows rows = LogitRows::All) {
  return Graph({sequences, tokens, rows}, kWeights, layout());
}

int stage_of(const Plan& plan, Value value) {
  for (std::size_t stage = 0; stage < plan.stages.size(); ++stage) {
    for (const auto& op : plan.stages[stage]) {
      if (std::ranges::count(op.outputs, value.index)) return static_cast<int>(stage);
    }
  }
  return -1;
}

}  // namespace

class PlannerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void independent_ops_share_a_stage_and_dependent_ones_do_not() {
    Graph g = graph_of(1, 1);
    const Value x = embedding(g, g.weight("table"));
    const Value a = multiply(g, x, x), b = multiply(g, x, x);
    const Value c = multiply(g, a, b);
    g.set_logits(c);
    const Plan plan = std::move(g).finish();
    QCOMPARE(stage_of(plan, a), stage_of(plan, x) + 1);
    QCOMPARE(stage_of(plan, b), stage_of(plan, a));
    QCOMPARE(stage_of(plan, c), stage_of(plan, a) + 1);
  }

  void ops_on_one_slot_keep_their_order() {
    Graph g = graph_of(1, 1);
    const Value x = embedding(g, g.weight("table"));
    const auto first = token_shift(g, x, g.weight("mixes"), g.state("shift"));
    const auto second = token_shift(g, x, g.weight("mixes"), g.state("shift"));
    g.set_logits(multiply(g, first[0], second[0]));
    const Plan plan = std::move(g).finish();
    QVERIFY(stage_of(plan, first[0]) < stage_of(plan, second[0]));
  }

  void values_alive_together_never_overlap_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::newRow("decode") << 1 << 1;
    QTest::newRow("prefill") << 1 << 63;
    QTest::newRow("batch") << 3 << 7;
  }

  void values_alive_together_never_overlap() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    Graph g = graph_of(sequences, tokens);
    Value x = embedding(g, g.weight("table"));
    const Value kept = multiply(g, x, x);
    for (int i = 0; i < 20; ++i) {
      const auto mixed = token_shift(g, x, g.weight("mixes"), g.state("shift"));
      x = lerp(g, mixed[0], mixed[1], x);
    }
    g.set_logits(multiply(g, x, kept));
    const Plan plan = std::move(g).finish();
    check_overlaps(plan);
    // Far fewer buffers than values: memory is used again.
    QVERIFY(plan.work_bytes <= 6 * sequences * tokens * 16 * std::int64_t{sizeof(float)} + 6 * 64);
  }

  void logits_lie_in_the_callers_memory() {
    Graph g = graph_of(1, 7, LogitRows::Last);
    const Value x = last_tokens(g, embedding(g, g.weight("table")));
    g.set_logits(x);
    const Plan plan = std::move(g).finish();
    QCOMPARE(plan.logits, x.index);
    QCOMPARE(plan.values[x.index].offset, std::int64_t{-1});
    QCOMPARE(plan.values[x.index].shape, (Shape{1, 1, 16}));
  }

 private:
  static void check_overlaps(const Plan& plan) {
    const auto n = plan.values.size();
    std::vector<int> first(n, -1), last(n, -1);
    for (std::size_t stage = 0; stage < plan.stages.size(); ++stage) {
      for (const auto& op : plan.stages[stage]) {
        for (int v : op.outputs) first[v] = last[v] = static_cast<int>(stage);
        for (int v : op.inputs) last[v] = static_cast<int>(stage);
      }
    }
    for (std::size_t a = 0; a < n; ++a) {
      if (plan.values[a].kind != ValueKind::Activation || plan.values[a].offset < 0) continue;
      const auto end = [&](std::size_t v) { return plan.values[v].offset + plan.values[v].shape.elements() * 4; };
      QVERIFY(end(a) <= plan.work_bytes);
      for (std::size_t b = 0; b < a; ++b) {
        if (plan.values[b].kind != ValueKind::Activation || plan.values[b].offset < 0) continue;
        if (first[a] > last[b] || first[b] > last[a]) continue;
        QVERIFY(end(a) <= plan.values[b].offset || end(b) <= plan.values[a].offset);
      }
    }
  }
};

QTEST_APPLESS_MAIN(PlannerTest)
#include "planner_test.moc"
