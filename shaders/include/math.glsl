// Elementary functions with the accuracy of the host's, about 2 units in the last place: drivers differ in theirs.

// 2^n for n in [-252, 252].
float power_of_two(int n) {
  const int half_n = n >> 1;
  return uintBitsToFloat(uint(half_n + 127) << 23) * uintBitsToFloat(uint(n - half_n + 127) << 23);
}

float e_to(float x) {
  precise const float n = floor(clamp(x, -104.0, 89.0) * 1.44269504088896341 + 0.5);
  precise float r = clamp(x, -104.0, 89.0) - n * 0.693359375;
  r = r + n * 2.12194440e-4;
  precise float p = 1.9875691500e-4;
  p = p * r + 1.3981999507e-3;
  p = p * r + 8.3334519073e-3;
  p = p * r + 4.1665795894e-2;
  p = p * r + 1.6666665459e-1;
  p = p * r + 5.0000001201e-1;
  p = p * r * r + r + 1.0;
  if (isnan(x)) return x;
  if (x < -103.9) return 0;
  return p * power_of_two(int(n));
}

// log(1 + x) for x >= 0.
float log_of_one_plus(float x) {
  precise const float u = 1.0 + x;
  // The rounding of 1 + x is made good by x / (u - 1).
  if (u == 1.0) return x;
  const uint bits = floatBitsToUint(u);
  int exponent = int(bits >> 23) - 127;
  float m = uintBitsToFloat((bits & 0x7fffffu) | 0x3f800000u);
  if (m > 1.41421356) {
    m *= 0.5;
    exponent += 1;
  }
  precise const float s = (m - 1.0) / (m + 1.0), z = s * s;
  precise const float series =
      2.0 * s * (1.0 + z * (0.333333333 + z * (0.2 + z * (0.142857143 + z * (0.111111111 + z * 0.0909090909)))));
  precise const float whole = float(exponent) * 0.693147181 + series;
  precise const float correction = (x - (u - 1.0)) / u;
  return whole + correction;
}

float softplus(float x) { return max(x, 0.0) + log_of_one_plus(e_to(-abs(x))); }
float sigmoid(float x) { return 1.0 / (1.0 + e_to(-x)); }

float tangent_h(float x) {
  const float a = abs(x);
  if (a < 0.25) {  // the quotient below would cancel
    const float z = x * x;
    return x * (1.0 + z * (-0.333333333 + z * (0.133333333 + z * (-0.0539682540 + z * (0.0218694885 + z * -0.00886323553)))));
  }
  const float e = e_to(-2.0 * a);
  return (x < 0 ? -1.0 : 1.0) * (1.0 - e) / (1.0 + e);
}

// Abramowitz and Stegun 7.1.26 is too coarse: a series near zero, a continued fraction far from it.
float error_function(float x) {
  const float a = abs(x);
  if (a > 4.0) return x < 0 ? -1.0 : 1.0;
  float result;
  if (a < 2.0) {
    float term = a, sum = a;
    for (int n = 1; n < 24; ++n) {
      term *= -a * a / float(n);
      sum += term / float(2 * n + 1);
    }
    result = 1.12837917 * sum;
  } else {
    float fraction = a;
    for (int n = 24; n > 0; --n) fraction = a + 0.5 * float(n) / fraction;
    result = 1.0 - e_to(-a * a) * 0.564189584 / fraction;
  }
  return x < 0 ? -result : result;
}

// a * b as a sum of two floats: not every device has a fused multiply-add.
vec2 whole_product(float a, float b) {
  precise const float product = a * b, a_shifted = 4097.0 * a, b_shifted = 4097.0 * b;
  precise const float a_high = a_shifted - (a_shifted - a), b_high = b_shifted - (b_shifted - b);
  precise const float a_low = a - a_high, b_low = b - b_high;
  precise const float rest = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
  return vec2(product, rest);
}

// Sine and cosine of an angle of any size that float32 can tell apart from its neighbours.
vec2 cosine_and_sine(float angle) {
  precise const float n = floor(angle * 0.636619772 + 0.5);
  // A quarter of a turn is the sum of two floats.
  const vec2 turns = whole_product(n, 1.57079637050628662);
  precise float r = angle - turns.x;
  r = r - turns.y;
  r = r - n * -4.37113900018624283e-8;
  const float z = r * r;
  const float sine = r + r * z * (-1.6666654611e-1 + z * (8.3321608736e-3 + z * -1.9515295891e-4));
  const float cosine = 1.0 - 0.5 * z + z * z * (4.166664568298827e-2 + z * (-1.388731625493765e-3 + z * 2.443315711809948e-5));
  const int quadrant = int(n) & 3;
  if (quadrant == 0) return vec2(cosine, sine);
  if (quadrant == 1) return vec2(-sine, cosine);
  if (quadrant == 2) return vec2(-cosine, -sine);
  return vec2(sine, -cosine);
}
