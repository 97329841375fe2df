//! Numbers compare by value: 0 and -0 are equal, and so are numbers of one value with different
//! precisions.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use dashu_int::ops::BitTest;

use super::{Form, Number};

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |number: &Number| match (&number.form, number.negative) {
            (Form::Infinite, true) => -2,
            (Form::Finite { .. }, true) => -1,
            (Form::Zero, _) => 0,
            (Form::Finite { .. }, false) => 1,
            (Form::Infinite, false) => 2,
        };
        rank(self).cmp(&rank(other)).then_with(|| {
            let (
                Form::Finite { mantissa: a, exponent: ea },
                Form::Finite { mantissa: b, exponent: eb },
            ) = (&self.form, &other.form)
            else {
                return Ordering::Equal;
            };
            let magnitude =
                (a.bit_len() as i64 + ea).cmp(&(b.bit_len() as i64 + eb)).then_with(|| {
                    // Of one size: shifted to one exponent they differ in length by no more than
                    // their mantissas do.
                    let low = (*ea).min(*eb);
                    let shift =
                        |exponent: i64| usize::try_from(exponent - low).unwrap_or(usize::MAX);
                    (a.clone() << shift(*ea)).cmp(&(b.clone() << shift(*eb)))
                });
            if self.negative { magnitude.reverse() } else { magnitude }
        })
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.form {
            Form::Zero => 0_u8.hash(state),
            Form::Finite { mantissa, exponent } => (self.negative, mantissa, exponent).hash(state),
            Form::Infinite => (self.negative, 1_u8).hash(state),
        }
    }
}
