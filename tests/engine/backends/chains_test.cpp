#include "engine/backends/cpu/chains.h"

#include <QTest>

#include "engine/backends/cpu/packed_matrix.h"
#include "engine/graph/graph.h"
#include "engine/ops/columns.h"
#include "engine/ops/embedding.h"
#include "engine/ops/linear.h"
#include "engine/ops/rwkv7_key.h"
#include "engine/ops/rwkv7_readout.h"
#include "engine/ops/selective_scan.h"
#include "engine/ops/wkv7.h"

using namespace eddy;

namespace {

constexpr std::int64_t kHeads = 4, kSize = 32, kWidth = kHeads * kSize, kRank = 32;

const std::vector<GraphWeight> kWeights{{"table", {10, kWidth}}, {"square", {kWidth, kWidth}}, {"down", {kRank, kWidth}},
                                        {"up", {kWidth, kRank}}, {"numbers", {kWidth}},        {"rates", {4, kWidth}}};

StateLayout layout() {
  StateLayout layout;
  layout.slots.push_back({.name = "wkv", .shape = {kHeads, kSize, kSize}});
  layout.slots.push_back({.name = "ssm", .shape = {4, kWidth}});
  return layout;
}

/// The middle of an RWKV-7 layer: embedding | down, r, k, v | up three times | key | recurrence | readout | out.
Plan rwkv7_layer(std::int64_t tokens) {
  Graph g({1, tokens, LogitRows::All}, kWeights, layout());
  const Value x = embedding(g, g.weight("table"));
  const Value down = linear(g, g.weight("down"), x);
  const Value r = linear(g, g.weight("square"), x), k = linear(g, g.weight("square"), x), v = linear(g, g.weight("square"), x);
  const Value decay = linear(g, g.weight("up"), down), a = linear(g, g.weight("up"), down), gate = linear(g, g.weight("up"), down);
  const Value numbers = g.weight("numbers");
  const auto [removal, key] = rwkv7_key(g, k, a, numbers, numbers, kHeads);
  const Value y = wkv7(g, {.r = r, .w = decay, .k = key, .v = v, .kk = removal, .a = a}, g.state("wkv"));
  const Value out = rwkv7_readout(
      g, {.y = y, .r = r, .k = key, .v = v, .g = gate, .r_k = numbers, .norm_weight = numbers, .norm_bias = numbers}, kHeads, 1e-5f);
  g.set_logits(linear(g, g.weight("square"), out));
  return std::move(g).finish();
}

}  // namespace

class ChainsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void what_goes_on_head_by_head_is_one_stage() {
    const ChainedPlan chained = chain_stages(rwkv7_layer(1));
    QCOMPARE(chained.units, (std::vector<std::int64_t>{0, 0, kHeads, 0}));
    const auto& chain = chained.plan.stages[2];
    QCOMPARE(chain.size(), 6u);
    QVERIFY(chain[0].kind == &kLinear && chain[3].kind == &kRwkv7Key && chain[4].kind == &kWkv7 && chain[5].kind == &kRwkv7Readout);
  }

  void prompts_are_left_as_they_are() {
    const Plan plan = rwkv7_layer(3);
    const ChainedPlan chained = chain_stages(plan);
    QCOMPARE(chained.plan.stages.size(), plan.stages.size());
    QCOMPARE(chained.units, std::vector<std::int64_t>(plan.stages.size(), 0));
    QCOMPARE(chained.plan.work_bytes, plan.work_bytes);
  }

  void what_a_chain_touches_lies_apart() {
    const ChainedPlan chained = chain_stages(rwkv7_layer(1));
    std::vector<int> touched;
    for (const auto& op : chained.plan.stages[2]) {
      touched.insert(touched.end(), op.inputs.begin(), op.inputs.end());
      touched.insert(touched.end(), op.outputs.begin(), op.outputs.end());
    }
    for (const int a : touched) {
      for (const int b : touched) {
        const PlannedValue &one = chained.plan.values[a], &other = chained.plan.values[b];
        if (a == b || one.kind != ValueKind::Activation || other.kind != ValueKind::Activation) continue;
        const auto end = [](const PlannedValue& v) { return v.offset + v.shape.elements() * static_cast<std::int64_t>(sizeof(float)); };
        QVERIFY(end(one) <= other.offset || end(other) <= one.offset);
      }
    }
  }

  void a_product_waits_for_all_of_its_input() {
    Graph g({1, 1, LogitRows::All}, kWeights, layout());
    const Value x = embedding(g, g.weight("table"));
    g.set_logits(linear(g, g.weight("square"), linear(g, g.weight("square"), x)));
    const ChainedPlan chained = chain_stages(std::move(g).finish());
    QCOMPARE(chained.units, (std::vector<std::int64_t>{0, 0, 0}));
  }

  void a_scan_follows_its_step_sizes_but_not_its_shared_inputs() {
    const auto plan = [](bool shared_inside) {
      Graph g({1, 1, LogitRows::All}, kWeights, layout());
      const Value x = embedding(g, g.weight("table"));
      const Value small = linear(g, g.weight("down"), x);
      const Value dt = linear(g, g.weight("up"), small);
      const Value shared = columns(g, shared_inside ? linear(g, g.weight("square"), x) : x, 0, 4);
      g.set_logits(selective_scan(
          g, {.x = x, .dt = dt, .b = shared, .c = shared, .a = g.weight("rates"), .d = g.weight("numbers"), .z = x}, g.state("ssm")));
      return chain_stages(std::move(g).finish());
    };
    QCOMPARE(plan(false).units.back(), kWidth / PackedMatrix::kPanelRows);
    // Its columns are cut out in the stage of the step sizes, by an op that does not fall into parts.
    QCOMPARE(plan(true).units.back(), 0);
  }

  void parts_divide_the_units() {
    QCOMPARE(parts_of_chain(32, 1), 1);
    QCOMPARE(parts_of_chain(32, 2), 32);
    QCOMPARE(parts_of_chain(12, 2), 12);
    QCOMPARE(parts_of_chain(64, 2), 32);
    QCOMPARE(parts_of_chain(34, 2), 17);
    QCOMPARE(parts_of_chain(37, 2), 1);
  }
};

QTEST_GUILESS_MAIN(ChainsTest)
#include "chains_test.moc"
