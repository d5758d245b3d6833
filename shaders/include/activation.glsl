// The functions of engine/ops/activation.h, by number.
#include "math.glsl"

float activate(uint activation, float x) {
  switch (activation) {
    case 1: return tangent_h(x);
    case 2: return sigmoid(x);
    case 3: return x > 0 ? x * x : 0.0;
    case 4: return e_to(-0.6065306597126334 * sigmoid(x));
    case 5: return x * sigmoid(x);
    case 6: return e_to(-e_to(x));
    case 7: return 0.5 * x * (1.0 + tangent_h(0.7978845608028654 * (x + 0.044715 * x * x * x)));
    case 8: return 0.5 * x * (1.0 + error_function(x * 0.7071067811865476));
    default: return x;
  }
}
