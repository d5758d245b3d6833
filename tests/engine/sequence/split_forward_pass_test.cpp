// Networks whose layers lie on two devices, cut at every border, against the same network on one. EDDY_TEST_DEVICES names
// the two ("vulkan cpu"); without it both are the cpu, where every number must be the same.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "engine/api/engine.h"
#include "engine/architectures/architectures.h"
#include "engine/backends/backend.h"
#include "engine/sequence/layer_placer.h"
#include "engine/sequence/make_forward_pass.h"
#include "engine/sequence/planned_forward_pass.h"
#include "engine/sequence/split_forward_pass.h"
#include "tests/support/engine/oracle.h"
#include "tests/support/engine/tiny_chat_models.h"
#include "tests/support/engine/tiny_hybrid.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kLayers = 6;

struct Devices {
  DeviceShare first{"cpu"}, second{"cpu"};

  static Devices chosen() {
    const auto names = qEnvironmentVariable("EDDY_TEST_DEVICES", "cpu cpu").split(' ');
    const auto device = [](const QString& name) {
      auto parsed = parse_devices(name.toStdString());
      if (!parsed) qFatal("%s", parsed.error().message.c_str());
      return parsed->front();
    };
    return {device(names.value(0)), device(names.value(1))};
  }
  bool are_cpus() const { return first.backend == "cpu" && second.backend == "cpu"; }
  std::vector<DeviceShare> cut_at(std::int64_t border) const {
    auto both = std::vector{first, second};
    both[0].layers = border;
    return both;
  }
};

/// Mamba with attention in the second and fifth layer and experts in the others.
void write_jamba(const std::filesystem::path& folder) {
  constexpr int width = 32, inner = 64, states = 8, rank = 4, experts = 4;
  TinyModel m;
  m.add("model.embed_tokens.weight", {kByteVocabulary, width}, 1);
  m.add("model.final_layernorm.weight", {width}, 0.3f, 1);
  m.add_linear("lm_head.weight", kByteVocabulary, width);
  for (int i = 0; i < kLayers; ++i) {
    const std::string layer = "model.layers." + std::to_string(i) + ".", mamba = layer + "mamba.",
                      network = layer + "feed_forward.";
    for (const char* norm : {"input_layernorm", "pre_ff_layernorm"}) m.add(layer + norm + ".weight", {width}, 0.3f, 1);
    if (i % 3 == 1) {
      add_tiny_attention(m, layer + "self_attn.", width, 4 * 8, 2 * 8);
      add_tiny_network(m, network, width, 48, true);
      continue;
    }
    add_tiny_mamba(m, mamba, width, inner, states, rank);
    m.add(mamba + "dt_layernorm.weight", {rank}, 0.3f, 1);
    for (const char* norm : {"b_layernorm.weight", "c_layernorm.weight"}) m.add(mamba + norm, {states}, 0.3f, 1);
    m.add_linear(network + "router.weight", experts, width);
    for (int e = 0; e < experts; ++e)
      add_tiny_network(m, network + "experts." + std::to_string(e) + ".", width, 48, true);
  }
  std::filesystem::create_directories(folder);
  m.write_safetensors(folder / "model.safetensors");
  std::string config =
      "{'model_type':'jamba','attn_layer_period':3,'attn_layer_offset':1,'num_experts_per_tok':2,"
      "'num_attention_heads':4,'num_key_value_heads':2,'rms_norm_eps':1e-5,'mamba_d_state':8}";
  std::ranges::replace(config, '\'', '"');
  std::ofstream(folder / "config.json") << config;
  write_byte_tokenizer(folder / "tokenizer.json");
}

std::vector<TokenId> made_up_tokens(std::size_t count) {
  std::vector<TokenId> tokens(count);
  std::int64_t next = 1;
  for (auto& token : tokens) token = static_cast<TokenId>(next = (next * 7919 + 13) % kByteVocabulary);
  return tokens;
}

/// A device that is lost in one of its runs.
class Failing final : public BackendModel {
 public:
  Failing(std::unique_ptr<BackendModel> right, int at) : right_(std::move(right)), left_(at) {}
  std::int64_t weight_bytes() const override { return right_->weight_bytes(); }
  int default_chunk() const override { return right_->default_chunk(); }
  Result<std::unique_ptr<RecurrentState>> new_state() override { return right_->new_state(); }
  Result<std::unique_ptr<Executable>> prepare(Plan plan) override {
    return std::unique_ptr<Executable>(std::make_unique<Run>(*right_->prepare(std::move(plan)), left_));
  }

 private:
  struct Run final : Executable {
    Run(std::unique_ptr<Executable> right, int& left) : right_(std::move(right)), left_(left) {}
    Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states, std::span<float> logits,
                     std::span<const float> given) override {
      if (left_-- == 0) return Error{ErrorCode::DeviceLost, "[test] gone"};
      return right_->run(tokens, states, logits, given);
    }
    std::unique_ptr<Executable> right_;
    int& left_;
  };
  std::unique_ptr<BackendModel> right_;
  int left_;
};

}  // namespace

class SplitForwardPassTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    using enum ChatModelKind;
    for (const ChatModelKind kind : {Rwkv7, Mamba2, Bamba, FalconH1, GatedDelta}) {
      write_chat_model(path_of(name_of(kind)), kind, {.layers = kLayers});
      names_.push_back(name_of(kind));
    }
    write_jamba(path_of("jamba"));
    names_.push_back("jamba");
  }

  void every_border_gives_the_numbers_of_one_device_data() { borders(); }
  void every_border_gives_the_numbers_of_one_device() {
    QFETCH(QString, model);
    QFETCH(int, border);
    const auto one = load(model, {{"cpu"}}), two = load(model, devices_.cut_at(border));
    QCOMPARE(two->placement().size(), 2u);
    const auto tokens = made_up_tokens(300);  // a second block of rows begins
    auto expected_state = *one->new_state(), state = *two->new_state();
    const auto expected = read_tokens(*one, *expected_state, std::span(tokens).first(280), 64);
    QVERIFY(agree(read_tokens(*two, *state, std::span(tokens).first(280), 64), expected));
    const auto decoded = read_tokens(*one, *expected_state, std::span(tokens).subspan(280, 5), 1);
    QVERIFY(agree(read_tokens(*two, *state, std::span(tokens).subspan(280, 5), 1), decoded));
    RecurrentState* alone[] = {expected_state.get()};
    RecurrentState* apart[] = {state.get()};
    for (auto [pass, states] : {std::pair{one.get(), alone}, std::pair{two.get(), apart}})
      QVERIFY(pass->run(std::span(tokens).last(15), std::span(states, 1), LogitRows::None, {}));
    QVERIFY(agree_states(state_bytes(*two, *state), state_bytes(*one, *expected_state)));
  }

  void sequences_of_a_batch_are_independent_data() { models(); }
  void sequences_of_a_batch_are_independent() {
    QFETCH(QString, model);
    const auto pass = load(model, devices_.cut_at(3));
    Oracle oracle;
    oracle.prompt = made_up_tokens(60);
    if (devices_.are_cpus()) {
      QCOMPARE(check_batch(*pass, oracle), "");
      QCOMPARE(check_snapshot(*pass, oracle), "");
      return;
    }
    const auto tokens = made_up_tokens(15);
    std::vector<std::unique_ptr<RecurrentState>> states;
    std::vector<RecurrentState*> looks;
    for (int b = 0; b < 3; ++b) looks.push_back(states.emplace_back(*pass->new_state()).get());
    std::vector<float> together(tokens.size() * static_cast<std::size_t>(pass->vocabulary()));
    QVERIFY(pass->run(tokens, looks, LogitRows::All, together));
    for (std::size_t b = 0; b < 3; ++b) {
      auto alone = *pass->new_state();
      const auto logits = read_tokens(*pass, *alone, std::span(tokens).subspan(5 * b, 5), 5);
      QVERIFY(agree(std::span(together).subspan(b * logits.size(), logits.size()), logits));
    }
  }

  void a_state_goes_from_two_devices_to_one_and_back_data() { borders(); }
  void a_state_goes_from_two_devices_to_one_and_back() {
    QFETCH(QString, model);
    QFETCH(int, border);
    const auto one = load(model, {{"cpu"}}), two = load(model, devices_.cut_at(border));
    const auto tokens = made_up_tokens(290);
    const auto part = [&](std::size_t first, std::size_t count) { return std::span(tokens).subspan(first, count); };
    auto whole = *one->new_state(), first = *two->new_state(), second = *one->new_state(), third = *two->new_state();
    const auto expected = read_tokens(*one, *whole, tokens, 64);
    read_tokens(*two, *first, part(0, 270), 64);
    copy_state(*one, *first, *second);
    QVERIFY(state_bytes(*one, *second) == state_bytes(*two, *first));
    QCOMPARE(second->read_rows()->tokens, first->read_rows()->tokens);
    read_tokens(*one, *second, part(270, 10), 10);
    read_tokens(*two, *third, part(0, 5), 5);  // of another text: nothing of it stays
    copy_state(*two, *second, *third);
    QVERIFY(state_bytes(*two, *third) == state_bytes(*one, *second));
    const auto logits = read_tokens(*two, *third, part(280, 10), 10);
    QVERIFY(agree(logits, std::span(expected).last(logits.size())));
    QVERIFY(third->clear());
    QVERIFY(state_bytes(*two, *third) == state_bytes(*two, **two->new_state()));
  }

  void saved_runs_go_on_on_other_devices_with_the_same_text_data() { models(); }
  void saved_runs_go_on_on_other_devices_with_the_same_text() {
    QFETCH(QString, model);
    const auto one = model_on(model, {{"cpu"}}), two = model_on(model, devices_.cut_at(2));
    QCOMPARE(two->fingerprint(), one->fingerprint());
    const std::string whole = greedy(*one, nullptr, 24).first;
    QCOMPARE(greedy(*two, nullptr, 24).first, whole);
    const auto half = greedy(*two, nullptr, 11);
    const auto other_half = greedy(*one, nullptr, 11);
    if (devices_.are_cpus()) QVERIFY(half.second == other_half.second);
    QCOMPARE(half.first + greedy(*one, &half.second, 13).first, whole);
    QCOMPARE(other_half.first + greedy(*two, &other_half.second, 13).first, whole);
  }

  void more_devices_than_two() {
    const auto one = load("rwkv7", {{"cpu"}});
    const auto four = load("rwkv7", {{"cpu", 0, 1}, {"cpu", 0, 2}, {"cpu", 0, 0}, {"cpu"}, {"cpu"}});
    QCOMPARE(four->placement().size(), 3u);  // one was given nothing, one found nothing left
    const auto tokens = made_up_tokens(100);
    auto expected = *one->new_state(), state = *four->new_state();
    QVERIFY(read_tokens(*four, *state, tokens, 30) == read_tokens(*one, *expected, tokens, 30));
  }

  void pieces_are_read_side_by_side_data() { models(); }
  void pieces_are_read_side_by_side() {
    QFETCH(QString, model);
    const auto one = load(model, {{"cpu"}}), apart = in_pieces(model, {2, 5}, 16, 4);
    QCOMPARE(apart->chunk(), 64);
    const auto tokens = made_up_tokens(300);
    auto expected_state = *one->new_state(), state = *apart->new_state();
    const auto expected = read_tokens(*one, *expected_state, tokens, 64);
    for (const std::size_t chunk : {64u, 50u, 17u, 1u}) {  // whole pieces, a shorter one behind, a single token behind
      state = *apart->new_state();
      QVERIFY(agree(read_tokens(*apart, *state, tokens, chunk), expected));
      QVERIFY(agree_states(state_bytes(*apart, *state), state_bytes(*one, *expected_state)));
    }
    const auto row = static_cast<std::size_t>(one->vocabulary());
    state = *apart->new_state();
    RecurrentState* states[] = {state.get()};
    std::vector<float> last(row);
    QVERIFY(apart->run(std::span(tokens).first(64), states, LogitRows::None, {}));
    QVERIFY(apart->run(std::span(tokens).subspan(64, 60), states, LogitRows::Last, last));
    QVERIFY(agree(last, std::span(expected).subspan(123 * row, row)));
    // Two sequences at once, whose tokens and logits do not lie together.
    auto first = *apart->new_state(), second = *apart->new_state(), alone = *one->new_state();
    RecurrentState* both[] = {first.get(), second.get()};
    std::vector<float> together(80 * row);
    QVERIFY(apart->run(std::span(tokens).first(80), both, LogitRows::All, together));
    QVERIFY(agree(std::span(together).first(40 * row), std::span(expected).first(40 * row)));
    QVERIFY(agree(std::span(together).last(40 * row), read_tokens(*one, *alone, std::span(tokens).subspan(40, 40), 40)));
  }

  void a_part_that_fails_ends_the_run_of_all() {
    const auto pass = in_pieces("rwkv7", {3}, 16, 4, 5);
    auto state = *pass->new_state();
    RecurrentState* states[] = {state.get()};
    std::vector<float> last(static_cast<std::size_t>(pass->vocabulary()));
    QVERIFY(pass->run(made_up_tokens(64), states, LogitRows::Last, last));
    const auto failed = pass->run(made_up_tokens(64), states, LogitRows::Last, last);
    QVERIFY(!failed && failed.error().code == ErrorCode::DeviceLost);
  }

  // What is alive at a border is as little as the architecture allows; every slot lies on one device.
  void little_is_handed_over_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<qint64>("width");
    QTest::newRow("the residual stream and the first layer's values") << "rwkv7" << qint64{64};
    QTest::newRow("the residual stream") << "mamba2" << qint64{32};
    QTest::newRow("the residual stream, experts") << "jamba" << qint64{32};
  }
  void little_is_handed_over() {
    QFETCH(QString, model);
    QFETCH(qint64, width);
    const auto network = *open_network(*open_or_die(path_of(model) / "model.safetensors"));
    const LayerCut cut(*network);
    const Plan plan = record_plan(*network, {2, 7, LogitRows::Last});
    QCOMPARE(cut.layers(), kLayers);
    std::size_t slots = 0;
    for (std::int64_t layer = 0; layer < kLayers; ++layer) {
      const LayerContent content = cut.content(plan, {layer, layer + 1});
      const Plan part = cut.part(plan, {layer, layer + 1}, content);
      QCOMPARE(part.given >= 0, layer > 0);
      if (layer > 0) QCOMPARE(part.values[part.given].shape, (Shape{2, 7, width}));
      if (layer + 1 < kLayers) QCOMPARE(part.values[part.logits].shape, (Shape{2, 7, width}));
      slots += content.slots.size();
    }
    QCOMPARE(slots, network->state_layout().slots.size());
  }

  // A device with little memory gets what fits there by the plan's own figures, the next one the rest.
  void layers_are_shared_out_by_memory() {
    constexpr int kShort = 16;  // what is handed over is less than a layer
    const auto file = open_or_die(path_of("rwkv7") / "model.safetensors");
    const auto needs = [&](std::int64_t layers) {
      auto devices = devices_.cut_at(layers);
      return place_network(*file, {.prefill_chunk = kShort, .devices = devices})->front().total();
    };
    for (std::int64_t layers = 1; layers < kLayers; ++layers) {
      for (const std::int64_t spare : {std::int64_t{0}, (needs(layers + 1) - needs(layers)) / 2}) {
        auto devices = std::vector{devices_.first, devices_.second};
        devices[0].memory = needs(layers) + spare;
        const auto placed = place_network(*file, {.prefill_chunk = kShort, .devices = devices});
        QVERIFY(placed.has_value());
        QCOMPARE(placed->size(), 2u);
        QCOMPARE(placed->front().layers, layers);
        QCOMPARE(placed->back().first, layers);
        QCOMPARE(placed->back().layers, kLayers - layers);
        QVERIFY(placed->front().total() <= devices[0].memory);
        const auto pass = make_forward_pass(file, {.prefill_chunk = kShort, .devices = devices});
        QVERIFY(pass.has_value());
        QCOMPARE((*pass)->placement().front().layers, layers);
      }
    }
    auto enough = devices_.first;
    enough.memory = std::int64_t{1} << 30;
    QCOMPARE(place_network(*file, {.prefill_chunk = kShort, .devices = {enough, devices_.second}})->size(), 1u);
    auto nothing = devices_.first;
    nothing.memory = 1000;
    const auto other = place_network(*file, {.prefill_chunk = kShort, .devices = {nothing, devices_.second}});
    QCOMPARE(other->size(), 1u);
    QCOMPARE(other->front().backend, devices_.second.backend);
  }

  void what_was_promised_is_what_is_held() {
    const auto pass = load("gated_delta", devices_.cut_at(4));
    std::int64_t promised = 0;
    for (const auto& part : pass->placement()) promised += part.weights;
    QVERIFY(promised > 0 && pass->memory_bytes() >= promised);
    for (const auto& part : pass->placement()) QVERIFY(part.state > 0 && part.work > 0 && !part.device_name.empty());
  }

  void what_cannot_be_is_an_error_data() {
    QTest::addColumn<QString>("devices");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* devices, ErrorCode code, const char* says) {
      QTest::newRow(name) << devices << static_cast<int>(code) << says;
    };
    row("too many layers", "cpu=4,cpu=3", ErrorCode::InvalidArgument, "7 layers are given to devices and the model has 6");
    row("too few layers", "cpu=4,cpu=1", ErrorCode::InvalidArgument, "takes the rest");
    row("no room for a number", "cpu=6", ErrorCode::Internal, "");
    row("too little everywhere", "cpu=90kB,cpu=60kB", ErrorCode::OutOfMemory, "cpu has room for");
    row("no such device", "cpu:3=2,cpu", ErrorCode::InvalidArgument, "there is no device 3");
  }
  void what_cannot_be_is_an_error() {
    QFETCH(QString, devices);
    QFETCH(int, code);
    QFETCH(QString, says);
    const LoadOptions options{.devices = *parse_devices(devices.toStdString())};
    const auto pass = make_forward_pass(open_or_die(path_of("rwkv7") / "model.safetensors"), options);
    const auto placed = create_engine()->place(path_of("rwkv7"), options);
    QCOMPARE(pass.has_value(), says.isEmpty());
    QCOMPARE(placed.has_value(), says.isEmpty());
    if (pass) return;
    QCOMPARE(static_cast<int>(pass.error().code), code);
    QVERIFY2(QString::fromStdString(pass.error().message).contains(says), pass.error().message.c_str());
    QCOMPARE(placed.error().message, pass.error().message);
  }

  void a_list_and_a_backend_exclude_each_other() {
    const auto model = create_engine()->load(path_of("rwkv7"), {.backend = "cpu", .devices = {{"cpu"}}});
    QVERIFY(!model && model.error().code == ErrorCode::InvalidArgument);
  }

  void loading_can_be_stopped() {
    std::stop_source stop;
    stop.request_stop();
    const auto pass = make_forward_pass(open_or_die(path_of("rwkv7") / "model.safetensors"),
                                        {.devices = devices_.cut_at(3)}, stop.get_token());
    QVERIFY(!pass && pass.error().code == ErrorCode::Cancelled);
  }

  void progress_goes_from_part_to_part() {
    double last = 0;
    bool forward = true;
    const auto pass = make_forward_pass(open_or_die(path_of("rwkv7") / "model.safetensors"),
                                        {.devices = devices_.cut_at(3)}, {}, [&](double fraction) {
                                          forward = forward && fraction >= last && fraction <= 1.0001;
                                          last = fraction;
                                        });
    QVERIFY(pass.has_value() && forward && last > 0.99);
  }

 private:
  std::filesystem::path path_of(const QString& model) const {
    return std::filesystem::path(folder_.path().toStdString()) / model.toStdString();
  }
  std::unique_ptr<ForwardPass> load(const QString& model, std::vector<DeviceShare> devices) const {
    const LoadOptions options{.exact = !devices_.are_cpus(), .devices = std::move(devices)};
    auto pass = make_forward_pass(open_or_die(path_of(model) / "model.safetensors"), options);
    if (!pass) qFatal("%s", pass.error().message.c_str());
    return *std::move(pass);
  }
  /// On cpus, cut at `borders`; a call takes so many pieces. The first part fails in its run number `fails_at`.
  std::unique_ptr<ForwardPass> in_pieces(const QString& model, std::vector<std::int64_t> borders, int piece, int pieces,
                                         int fails_at = -1) const {
    const auto file = open_or_die(path_of(model) / "model.safetensors");
    auto network = *open_network(*file);
    const auto weights = *bind_tensors(network->architecture(), network->tensors(), *file);
    const LayerPlacer placer(*network, weights, {});
    std::vector<NetworkPart> parts;
    borders.push_back(kLayers);
    for (std::int64_t next = 0; const std::int64_t border : borders) {
      const LayerRange range{next, border};
      const LayerContent content = placer.content(range);
      auto loaded = *(*find_backend("cpu"))->load(placer.weights(content), placer.cut().layout(content), {}, {}, {});
      if (next == 0 && fails_at >= 0) loaded = std::make_unique<Failing>(std::move(loaded), fails_at);
      parts.push_back({range, content, std::move(loaded), {}});
      next = border;
    }
    return std::make_unique<SplitForwardPass>(std::move(network), std::move(parts), piece, pieces);
  }
  std::shared_ptr<LanguageModel> model_on(const QString& model, std::vector<DeviceShare> devices) const {
    auto loaded = create_engine()->load(path_of(model), {.exact = true, .devices = std::move(devices)});
    if (!loaded) qFatal("%s", loaded.error().message.c_str());
    return *std::move(loaded);
  }
  /// The text and the state behind it, as it is stored.
  static std::pair<std::string, std::vector<std::byte>> greedy(LanguageModel& model, const std::vector<std::byte>* from,
                                                               int tokens) {
    auto sequence = *model.new_sequence();
    const auto begun = from ? sequence->restore(**parse_snapshot(*from)) : Result<void>{};
    if (!begun) qFatal("%s", begun.error().message.c_str());
    if (!from) sequence->prefill(model.tokenize("Where the layers lie is nobody's business. "), {}, {}).value();
    GenerationParams params{.max_tokens = tokens, .keep_open = true};
    params.sampler = {.temperature = 0, .seed = 7};
    auto result = sequence->generate(params, {}, {});
    if (!result) qFatal("%s", result.error().message.c_str());
    return {model.detokenize(result->tokens, true), (*sequence->snapshot())->serialise()};
  }
  bool agree(std::span<const float> numbers, std::span<const float> expected) const {
    const double off = relative_error(numbers, expected);
    if (devices_.are_cpus() ? !std::ranges::equal(numbers, expected) : !(off <= 5e-5)) {
      qWarning("off by %.2g", off);
      return false;
    }
    return true;
  }
  bool agree_states(const std::vector<std::byte>& a, const std::vector<std::byte>& b) const {
    const auto numbers = [](const std::vector<std::byte>& bytes) {
      std::vector<float> values(bytes.size() / sizeof(float));
      std::memcpy(values.data(), bytes.data(), bytes.size());
      return values;
    };
    return agree(numbers(a), numbers(b));
  }
  void models() const {
    QTest::addColumn<QString>("model");
    for (const auto& name : names_) QTest::newRow(qPrintable(name)) << name;
  }
  void borders() const {
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("border");
    for (const auto& name : names_) {
      for (int border = 1; border < kLayers; border += devices_.are_cpus() ? 1 : 2)
        QTest::addRow("%s, %d layers first", qPrintable(name), border) << name << border;
    }
  }

  const Devices devices_ = Devices::chosen();
  std::vector<QString> names_;
  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(SplitForwardPassTest)
#include "split_forward_pass_test.moc"
