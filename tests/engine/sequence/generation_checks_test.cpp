#include "engine/sequence/generation_checks.h"

#include <QTest>
#include <cmath>
#include <functional>
#include <limits>

using namespace eddy;

namespace {
using Change = std::function<void(GenerationParams&)>;
}
Q_DECLARE_METATYPE(Change)

class GenerationChecksTest : public QObject {
  Q_OBJECT

 private slots:
  void wrong_parameters_are_named_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("named");
    const float nan = std::nanf("");
    const float infinity = std::numeric_limits<float>::infinity();
    const auto row = [](const char* name, Change change, const char* named) { QTest::newRow(name) << change << named; };
    row("max tokens", [](auto& p) { p.max_tokens = 0; }, "max tokens");
    row("empty stop", [](auto& p) { p.stop_strings = {""}; }, "stop string is empty");
    row("half a character", [](auto& p) { p.stop_strings = {"\x82\xAC"}; }, "middle of a UTF-8");
    row("temperature", [](auto& p) { p.sampler.temperature = -1; }, "temperature");
    row("temperature NaN", [nan](auto& p) { p.sampler.temperature = nan; }, "temperature");
    row("temperature inf", [infinity](auto& p) { p.sampler.temperature = infinity; }, "temperature");
    row("top-k", [](auto& p) { p.sampler.top_k = -1; }, "top-k");
    row("top-p", [](auto& p) { p.sampler.top_p = 1.5f; }, "top-p");
    row("min-p", [](auto& p) { p.sampler.min_p = -0.1f; }, "min-p");
    row("repetition", [](auto& p) { p.sampler.repetition_penalty = 0; }, "repetition penalty");
    row("presence", [nan](auto& p) { p.sampler.presence_penalty = nan; }, "presence penalty");
    row("frequency", [](auto& p) { p.sampler.frequency_penalty = 1000; }, "frequency penalty");
    row("decay", [](auto& p) { p.sampler.penalty_decay = 1.01f; }, "penalty decay");
    row("bias of no token", [](auto& p) { p.sampler.logit_bias = {{10, 1.0f}}; }, "token 10");
    row("bias of a negative token", [](auto& p) { p.sampler.logit_bias = {{-1, 1.0f}}; }, "token -1");
    row("bias NaN", [nan](auto& p) { p.sampler.logit_bias = {{1, nan}}; }, "must be a number");
  }

  void wrong_parameters_are_named() {
    QFETCH(Change, change);
    QFETCH(QString, named);
    GenerationParams params;
    change(params);
    const auto checked = check_generation(params, 10);
    QVERIFY(!checked);
    QVERIFY(checked.error().code == ErrorCode::InvalidArgument);
    QVERIFY2(checked.error().message.find(named.toStdString()) != std::string::npos, checked.error().message.c_str());
  }

  void usual_parameters_pass() {
    GenerationParams params;
    QVERIFY(check_generation(params, 10).has_value());
    params.sampler = {.temperature = 0, .top_k = 40, .top_p = 0, .min_p = 1, .penalty_decay = 0.996f};
    params.sampler.logit_bias = {{0, -std::numeric_limits<float>::infinity()}};
    params.stop_strings = {"€", "\n"};
    QVERIFY(check_generation(params, 10).has_value());
  }
};

QTEST_APPLESS_MAIN(GenerationChecksTest)
#include "generation_checks_test.moc"
