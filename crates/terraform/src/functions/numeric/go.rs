//! Logarithm and power in binary64, step by step as Go calculates them, so that the last digit is
//! the same.

/// `x` as a fraction from a half to one and a power of two.
fn parts(x: f64) -> (f64, i64) {
    let (x, shift) = if x.abs() < f64::MIN_POSITIVE {
        (x * f64::from_bits((1023 + 54) << 52), 54)
    } else {
        (x, 0)
    };
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64 - 1022;
    (f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52), exponent - shift)
}

/// `fraction` · 2^`exponent`, rounded once.
fn scaled(fraction: f64, exponent: i64) -> f64 {
    if fraction == 0.0 || !fraction.is_finite() {
        return fraction;
    }
    let (fraction, own) = parts(fraction);
    let exponent = exponent.saturating_add(own);
    let two = |power: i64| f64::from_bits(((1023 + power) as u64) << 52);
    match exponent {
        1025.. => f64::INFINITY.copysign(fraction),
        -1020..=1024 => fraction * 2.0 * two(exponent - 1),
        -1080..=-1021 => fraction * two(exponent + 60) * two(-60),
        _ => 0.0_f64.copysign(fraction),
    }
}

/// The natural logarithm, by FreeBSD's `e_log.c`, which Go has.
pub(super) fn logarithm(x: f64) -> f64 {
    if x.is_nan() || x <= 0.0 || x.is_infinite() {
        return x.ln();
    }
    let (mut fraction, mut exponent) = parts(x);
    if fraction < std::f64::consts::FRAC_1_SQRT_2 {
        fraction *= 2.0;
        exponent -= 1;
    }
    let (f, k) = (fraction - 1.0, exponent as f64);
    let s = f / (2.0 + f);
    let s2 = s * s;
    let s4 = s2 * s2;
    let odd = s2
        * (0.666_666_666_666_673_5
            + s4 * (0.285_714_287_436_623_9
                + s4 * (0.181_835_721_616_180_5 + s4 * 0.147_981_986_051_165_86)));
    let even = s4
        * (0.399_999_999_994_094_2
            + s4 * (0.222_221_984_321_497_84 + s4 * 0.153_138_376_992_093_73));
    let (rest, half) = (odd + even, 0.5 * f * f);
    let (high, low) = (6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10);
    k * high - ((half - (s * (half + rest) + k * low)) - f)
}

/// `x` to the power of `y`, by squaring, as Go's `math.Pow` goes.
pub(super) fn power(x: f64, y: f64) -> f64 {
    if x == 0.0 || y == 0.0 || x == 1.0 || !x.is_finite() || !y.is_finite() {
        return x.powf(y);
    }
    if y == 1.0 {
        return x;
    }
    if y.abs() == 0.5 {
        return if y > 0.0 { x.sqrt() } else { 1.0 / x.sqrt() };
    }
    let (mut whole, mut fraction) = (y.abs().trunc(), y.abs().fract());
    if fraction != 0.0 && x < 0.0 {
        return f64::NAN;
    }
    if whole >= 9.223_372_036_854_776e18 {
        return x.powf(y);
    }
    let (mut result, mut exponent) = (1.0, 0_i64);
    if fraction != 0.0 {
        if fraction > 0.5 {
            fraction -= 1.0;
            whole += 1.0;
        }
        result = (fraction * logarithm(x)).exp();
    }
    let (mut square, mut power) = parts(x);
    let mut left = whole as i64;
    while left != 0 {
        if power.abs() > 1 << 12 {
            exponent += power;
            break;
        }
        if left & 1 == 1 {
            result *= square;
            exponent += power;
        }
        square *= square;
        power *= 2;
        if square < 0.5 {
            square += square;
            power -= 1;
        }
        left >>= 1;
    }
    if y < 0.0 {
        result = 1.0 / result;
        exponent = -exponent;
    }
    scaled(result, exponent)
}
