// What happens to a finished sum of a product: the shader's push constants `p` name bias, residual, y, rows, activation and
// has (1: a bias, 2: a residual).
void finish(uint vector, uint row, float sum) {
  if ((p.has & 1u) != 0) sum += p.bias.v[row];
  sum = activate(p.activation, sum);
  const uint at = vector * p.rows + row;
  if ((p.has & 2u) != 0) sum += p.residual.v[at];
  p.y.v[at] = sum;
}
